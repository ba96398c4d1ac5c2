import type { AnswerWindows } from "../../conversing.ts";
import type { FacebookPageSettings } from "../settings.ts";

const dayMs = 86_400_000;

/** When one may write (graph-api.md sections 11 and 13.2). */
export function windowsOf({ humanAgent }: Pick<FacebookPageSettings, "humanAgent">): AnswerWindows {
  return { answerMs: dayMs, humanMs: humanAgent ? 7 * dayMs : null, privateReplyMs: 7 * dayMs };
}
