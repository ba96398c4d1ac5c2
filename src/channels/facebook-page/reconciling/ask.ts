import type { CaughtUp } from "../../conversing.ts";
import { callGraph, type GraphAnswer, type GraphCall, type GraphFailure, type Tools } from "../graph.ts";
import { readFailure } from "../outcomes.ts";
import type { FacebookReason } from "../reasons.ts";
import type { FacebookPageSettings } from "../settings.ts";

export type NoStep = Extract<CaughtUp, { kind: "no-answer" }>;

/** One call that changes nothing. */
export async function ask(
  tools: Tools,
  settings: FacebookPageSettings,
  path: GraphCall["path"],
  parameters: GraphCall["parameters"],
): Promise<GraphAnswer | NoStep> {
  const result = await callGraph(tools, settings, { method: "GET", path, parameters });
  return result.kind === "answer" ? result : noStep(tools, result);
}

function noStep(tools: Tools, failure: GraphFailure): NoStep {
  const { class: errorClass, reason, detail, notBefore } = readFailure(failure, tools.clock.now());
  return { kind: "no-answer", reason, detail, notBefore, reconnect: errorClass === "login" };
}

export function noAnswer(reason: FacebookReason, detail: string): NoStep {
  return { kind: "no-answer", reason, detail, reconnect: false };
}

export function unreadable(what: string): NoStep {
  return noAnswer("answer-not-readable", what);
}
