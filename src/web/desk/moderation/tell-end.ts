import type { Language } from "../../../channels/channel.ts";
import { decisionActions } from "../../../moderating/deciding/decision.ts";
import { isUuid } from "../../form-fields.ts";
import { moderationWordsOf } from "./words/index.ts";

/** What a form led to, as addresses name it: what was done, with which comment, and how many are left. */
export interface ModerationEnd {
  end: "decided" | "settled" | "settled-before" | "gone";
  /** The action that was decided. */
  did?: string;
  /** The comment it was about. */
  was?: string;
  /** Left in the queue; of the page of the next one, and of the queue once it is empty. */
  left?: string;
}

/** In words, with the comment it was about where there is something to go back to. */
export function tellEnd(
  query: Record<string, string | undefined>,
  language: Language,
): { sentence: string; was: string | undefined } | undefined {
  const { ends } = moderationWordsOf(language);
  const sentence = sentenceOf(query, language);
  if (sentence === undefined) return undefined;
  const left = query.left !== undefined && /^\d{1,6}$/.test(query.left) ? Number(query.left) : undefined;
  const then = left === undefined ? "" : left === 0 ? ` ${ends.noneLeft}` : ` ${ends.next(left)}`;
  const was = query.was !== undefined && isUuid(query.was) && query.end === "decided" ? query.was : undefined;
  return { sentence: `${sentence}${then}`, was };
}

function sentenceOf(query: Record<string, string | undefined>, language: Language): string | undefined {
  const { ends } = moderationWordsOf(language);
  switch (query.end) {
    case "decided": {
      const did = decisionActions.find((action) => action === query.did);
      return did && ends.decided[did];
    }
    case "settled":
      return ends.settled;
    case "settled-before":
      return ends.settledBefore;
    case "gone":
      return ends.gone;
    default:
      return undefined;
  }
}
