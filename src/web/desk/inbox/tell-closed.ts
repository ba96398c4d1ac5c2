import type { Explanation, Language } from "../../../channels/channel.ts";
import type { ClosedReason } from "../../../conversing/replying/answer-way.ts";
import { en } from "../../../conversing/replying/words/en.ts";
import { it } from "../../../conversing/replying/words/it.ts";

/** Why somebody cannot be answered in a way, and what is still possible; undefined for a reason of another kind. */
export function tellClosed(reason: string, language: Language): Explanation | undefined {
  const { closed } = { it, en }[language];
  return Object.hasOwn(closed, reason) ? closed[reason as ClosedReason] : undefined;
}
