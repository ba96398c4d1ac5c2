import { z } from "zod";
import type { FacebookApp } from "../app.ts";
import { callGraph, type GraphFailure, type Tools } from "../graph.ts";
import { readFailure } from "../outcomes.ts";
import type { FacebookReason } from "../reasons.ts";
import { asAccount } from "./as-account.ts";

export type Obtained = { kind: "token"; token: string } | Failed;
export interface Failed {
  kind: "failed";
  reason: FacebookReason;
  detail: string;
  isPassing?: boolean;
}

/** A code of the login dialog for a token of the person (section 3.2). A code is good for one exchange. */
export async function tokenForCode(
  tools: Tools,
  app: FacebookApp,
  code: string,
  redirectUrl: string,
): Promise<Obtained> {
  return await exchange(tools, app, { code, redirect_uri: redirectUrl });
}

/** A short-lived token of a person for one of sixty days: Page tokens taken with it have no end. */
export async function longLived(tools: Tools, app: FacebookApp, token: string): Promise<Obtained> {
  return await exchange(tools, app, { grant_type: "fb_exchange_token", fb_exchange_token: token });
}

const answer = z.object({ access_token: z.string().min(1) });

/** Facebook documents GET; OAuth (RFC 6749) wants POST, which it takes as well and which keeps secrets out of addresses. */
async function exchange(
  tools: Tools,
  app: FacebookApp,
  parameters: Readonly<Record<string, string>>,
): Promise<Obtained> {
  const result = await callGraph(tools, asAccount(app), {
    method: "POST",
    path: ["oauth", "access_token"],
    parameters: { client_id: app.appId, client_secret: app.appSecret, ...parameters },
    token: null,
  });
  if (result.kind !== "answer") return failed(result, tools.clock.now());
  const read = answer.safeParse(result.body);
  return read.success
    ? { kind: "token", token: read.data.access_token }
    : { kind: "failed", reason: "answer-not-readable", detail: "oauth/access_token" };
}

/** Here some codes say something narrower than elsewhere: the only things sent are the app's, and one code or token. */
function failed(failure: GraphFailure, now: Date): Failed {
  const general = failedCall(failure, now);
  const { detail } = general;
  if (failure.kind !== "error") return general;
  const { code, subcode } = failure.error;
  if (code === 101 || code === 1) return { kind: "failed", reason: "app-credentials-wrong", detail };
  if (code === 100 && subcode === undefined) return { kind: "failed", reason: "code-refused", detail };
  return general;
}

/** A call that gave nothing, whatever it was for. Nothing changes at Facebook by it, so it may be repeated. */
export function failedCall(failure: GraphFailure, now: Date): Failed {
  const { class: errorClass, reason, detail } = readFailure(failure, now);
  const isPassing = errorClass === "later" || errorClass === "limit" || errorClass === "uncertain";
  return { kind: "failed", reason, detail, ...(isPassing && { isPassing }) };
}
