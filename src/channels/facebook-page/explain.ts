import type { Explanation, Language, Reason } from "../channel.ts";
import type { FacebookReason } from "./reasons.ts";
import { en } from "./words/en.ts";
import { it } from "./words/it.ts";
import type { Words } from "./words/words.ts";

const words: Record<Language, Words> = { it, en };

/** The words for a reason; one this release does not know (a row of another release) gets an honest general sentence. */
export function explain(reason: Reason, language: Language): Explanation {
  const { reasons, general } = words[language];
  return isKnown(reason, reasons) ? reasons[reason] : general;
}

function isKnown(reason: string, reasons: Words["reasons"]): reason is FacebookReason {
  return Object.hasOwn(reasons, reason);
}
