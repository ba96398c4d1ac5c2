import type { CallMark, Fault, FaultMode } from "./faults.ts";
import { GraphError, linkNotScraped, mayNotPost, mayNotRead, temporarilyDown } from "./graph-error.ts";
import type { LimitCode, Limits } from "./limits.ts";
import { type Result, refuse, traceId } from "./perform.ts";

/** How an answer leaves: as it is, not at all, as a proxy's HTML page, or cut in half. */
export type Delivery =
  | { kind: "answer"; result: Result }
  | { kind: "lost" }
  | { kind: "html-502" }
  | { kind: "truncated"; result: Result };

const LIMIT_CODES: Partial<Record<FaultMode, LimitCode>> = {
  "rate-limit-32": 32,
  "rate-limit-80001": 80001,
  "app-limit-4": 4,
};

/** What a fault makes of a call before anything is done, or undefined where the call goes on to act. */
export function effectBefore(fault: Fault, call: CallMark, limits: Limits): Delivery | undefined {
  const limitCode = LIMIT_CODES[fault.mode];
  if (limitCode !== undefined) {
    return answer(limits.throttle(call.pageId ?? "0", limitCode, fault.regainMinutes));
  }
  switch (fault.mode) {
    case "lost-before":
      return { kind: "lost" };
    case "html-502":
      return { kind: "html-502" };
    case "unavailable":
      return answer(temporarilyDown(503));
    case "permission-lost":
      return answer(call.method === "GET" ? mayNotRead() : mayNotPost());
    case "blocked-368":
      return answer(blocked());
    case "invalid-100-trace-490":
      return answer(invalidWithTrace490());
    case "scrape-failed":
      return answer(linkNotScraped());
    default:
      return undefined;
  }
}

/** Faults that tell a lie about a success; a call that failed by itself is answered with its own error. */
const NEEDS_SUCCESS = new Set<FaultMode>([
  "lost-after",
  "error-2-after",
  "error-1-99-after",
  "html-502-after",
  "truncated-after",
  "no-id-after",
]);

export function needsSuccess(mode: FaultMode): boolean {
  return NEEDS_SUCCESS.has(mode);
}

/** What a fault makes of the answer to a call that was carried out. */
export function effectAfter(fault: Fault, result: Result): Delivery {
  switch (fault.mode) {
    case "lost-after":
    case "upload-cut":
      return { kind: "lost" };
    case "error-2-after":
      return answer(temporarilyDown(500), result);
    case "error-1-99-after":
      return answer(unknownError(), result);
    case "html-502-after":
      return { kind: "html-502" };
    case "truncated-after":
      return { kind: "truncated", result };
    case "no-id-after":
      return { kind: "answer", result: { ...result, body: {} } };
    default:
      return { kind: "answer", result };
  }
}

/** The page of a proxy in front of Graph: 5xx can carry HTML instead of JSON (section 16). */
export const HTML_502 =
  "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1><p>Sorry, something went wrong.</p></body></html>\n";

function answer(error: GraphError, after?: Result): Delivery {
  const refusal = refuse(error);
  return {
    kind: "answer",
    result: after
      ? { ...refusal, headers: { ...after.headers, ...refusal.headers }, did: after.did }
      : refusal,
  };
}

function blocked(): GraphError {
  return new GraphError({
    message: "(#368) The action attempted has been deemed abusive or is otherwise disallowed",
    type: "OAuthException",
    code: 368,
    error_subcode: 1390008,
    is_transient: false,
    error_user_title: "You’re Temporarily Blocked",
    error_user_msg:
      "It looks like you were misusing this feature by going too fast. You’ve been temporarily blocked from using it.",
  });
}

/** For some clients any "490" in an answer means a dead token; this one is an invalid parameter and nothing else. */
function invalidWithTrace490(): GraphError {
  return new GraphError({
    message: "(#100) Invalid parameter",
    type: "OAuthException",
    code: 100,
    fbtrace_id: `${traceId().slice(0, 9)}490${traceId().slice(9, 18)}`,
  });
}

/** 1/99, also seen although the post went live (sections 16 and 21). */
function unknownError(): GraphError {
  return new GraphError(
    { message: "An unknown error occurred", type: "OAuthException", code: 1, error_subcode: 99 },
    500,
  );
}
