import type { Answer, GraphCall, Surroundings } from "./call.ts";
import { pageIdOf } from "./call.ts";
import { GraphError } from "./graph-error.ts";
import type { Limits } from "./limits.ts";
import { exchangeToken } from "./operations/exchange-token.ts";
import { operate } from "./operations.ts";
import { findNode, recognise } from "./recognise.ts";
import type { Did } from "./truth.ts";
import { versionFor } from "./version-for.ts";

/** The answer to a call, ready to be sent or spoilt by a fault. */
export interface Result {
  status: number;
  body: unknown;
  headers: Record<string, string>;
  did: Did;
}

/** Judges and carries out one call: version, limits, token, node, operation. Errors come back as results. */
export async function perform(
  call: GraphCall,
  around: Surroundings,
  limits: Limits,
  lagMs: number,
): Promise<Result> {
  const pageId = pageIdOf(call, around.world);
  const headers: Record<string, string> = {};
  try {
    headers["facebook-api-version"] = versionFor(call, around);
    if (pageId !== undefined) limits.count(pageId);
    if (isExchange(call)) {
      const { body, did } = exchangeToken(call, around);
      return { status: 200, body, headers, did };
    }
    const known = recognise(call, around.world, lagMs);
    const answer: Answer = await operate(known, findNode(known, around.world), around);
    if (pageId !== undefined) Object.assign(headers, limits.headers(pageId));
    return { status: answer.status ?? 200, body: answer.body, headers, did: answer.did };
  } catch (error) {
    const result = refuse(error);
    if (pageId !== undefined) Object.assign(headers, limits.headers(pageId));
    return { ...result, headers: { ...headers, ...result.headers } };
  }
}

/** `/oauth/access_token` is the one call that brings no token. */
function isExchange({ segments, method }: GraphCall): boolean {
  return segments.join("/") === "oauth/access_token" && (method === "GET" || method === "POST");
}

/** A thrown GraphError as a result; any other error is a fault of the sandbox itself and thrown on. */
export function refuse(error: unknown): Result {
  if (!(error instanceof GraphError)) throw error;
  const body = { error: { ...error.body, fbtrace_id: error.body.fbtrace_id ?? traceId() } };
  return { status: error.status, body, headers: error.headers, did: { kind: "nothing" } };
}

let traces = 0;

/** Looks like the real ones: an A and 22 letters. Never digits, so that "490" is in one only where a fault puts it. */
export function traceId(): string {
  traces += 1;
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  let id = "A";
  let rest = traces;
  for (let place = 0; place < 22; place += 1) {
    id += letters[(rest + place * 17) % letters.length];
    rest = Math.floor(rest / 3) + traces * (place + 1);
  }
  return id;
}
