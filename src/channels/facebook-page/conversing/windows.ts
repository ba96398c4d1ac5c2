import type { AnswerWindows } from "../../conversing.ts";

const dayMs = 86_400_000;

/** When one may write (graph-api.md sections 11 and 13.2), by the settings as they are stored. */
export function windowsOf({ humanAgent }: Readonly<Record<string, unknown>>): AnswerWindows {
  return { answerMs: dayMs, humanMs: humanAgent === true ? 7 * dayMs : null, privateReplyMs: 7 * dayMs };
}
