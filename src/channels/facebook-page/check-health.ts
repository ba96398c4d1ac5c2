import type { Account, HealthCheck } from "../channel.ts";
import { callGraph, type GraphResult, type Tools } from "./graph.ts";
import {
  clockCheck,
  fault,
  pageCheck,
  readTokenFacts,
  type TokenFacts,
  tokenChecks,
  versionCheck,
  warning,
} from "./health.ts";
import { readFailure } from "./outcomes.ts";
import type { FacebookPageSettings } from "./settings.ts";

/**
 * Looks at everything a publication will need, without publishing: whose token it is, what it may do, how long it
 * lasts, which version answers, how our clock stands. Two calls at most. Details hold figures and names only, so that
 * they read the same in every language. A Page's tasks cannot be read with a Page token; the permissions stand in.
 */
export async function checkHealth(
  tools: Tools,
  account: Account<FacebookPageSettings>,
): Promise<HealthCheck[]> {
  const { settings } = account;
  const me = await callGraph(tools, settings, {
    method: "GET",
    path: ["me"],
    parameters: { fields: "id,name" },
  });
  const debug = await debugToken(tools, settings);
  const now = tools.clock.now();
  const facts = debug?.kind === "answer" ? readTokenFacts(debug.body) : undefined;
  const answers = debug ? [me, debug] : [me];
  return [
    pageCheck(me, facts, settings, now),
    ...debugChecks(debug, facts, settings, now),
    clockCheck(answers, now),
    versionCheck(answers, settings.graphVersion),
  ].filter((check) => check !== undefined);
}

/** Undefined where it cannot be asked: Facebook wants the app's own token for it, made of its id and its secret. */
async function debugToken(tools: Tools, settings: FacebookPageSettings): Promise<GraphResult | undefined> {
  const { appId, appSecret, token } = settings;
  if (appId === undefined || appSecret === undefined) return undefined;
  return await callGraph(tools, settings, {
    method: "GET",
    path: ["debug_token"],
    // The only call with a token in its address: Facebook takes it nowhere else (section 3.4).
    parameters: { input_token: token },
    token: `${appId}|${appSecret}`,
  });
}

function debugChecks(
  debug: GraphResult | undefined,
  facts: TokenFacts | undefined,
  settings: FacebookPageSettings,
  now: Date,
): HealthCheck[] {
  if (debug === undefined) {
    return [warning("permissions", "app-not-configured", "appId, appSecret: permissions, expiry")];
  }
  if (facts) return tokenChecks(facts, settings, now);
  if (debug.kind === "answer") return [warning("permissions", "answer-not-readable", "debug_token")];
  const { class: errorClass, reason, detail } = readFailure(debug, now);
  const ofApp = errorClass === "login" || errorClass === "permission" || errorClass === "permanent";
  // The token of this call is the app's, so its refusal is the app's secret or id, not the Page's token.
  return ofApp
    ? [fault("permissions", "app-credentials-wrong", detail)]
    : [{ name: "permissions", state: "warning", reason, detail }];
}
