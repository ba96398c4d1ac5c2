import type { Attachment } from "../../../conversing/attachments/attachment.ts";
import type { Action } from "../../../moderating/action.ts";
import { type DecisionAction, isMeasure } from "../../../moderating/deciding/decision.ts";
import type { OpenedComment } from "../../../moderating/deciding/open-queued.ts";
import type { ConversationRule } from "../../../moderating/rule.ts";
import type { Under } from "../inbox/desk-conversation.ts";
import type { ModerationFilter } from "./moderation-filter.ts";
import type { BesideComment } from "./moderation-store.ts";
import type { ModerationView } from "./moderation-view.ts";
import { moderationWordsOf } from "./words/index.ts";

/** One comment with all that its page shows. */
export interface QueuedPageComment extends OpenedComment {
  beside: BesideComment;
  under: Under | undefined;
  attachments: readonly Attachment[];
  around: { before: string | null; after: string | null; total: number };
}

/** What the form holds: as it was sent last, or as a button filled it in. */
export interface FilledForm {
  action: DecisionAction | undefined;
  rule: number | null;
  why: string;
  days: number | undefined;
}

export type WrongField = "why" | "rule" | "days";

export interface QueuedView extends ModerationView {
  filter: ModerationFilter;
  filled: FilledForm;
  /** Sentences why what was sent was not done. */
  troubles: readonly string[];
  /** The field that has to be mended, where it is one. */
  wrong: WrongField | undefined;
  /** What was done before, with what was decided on. */
  said: { sentence: string; was: string | undefined } | undefined;
}

/** What triage suggests, as a decision: a formal act and a question are answered, a person in need is handed on. */
export function decisionFor(action: Action): DecisionAction {
  switch (action) {
    case "pec":
      return "answer";
    case "crisis":
      return "escalate";
    default:
      return action;
  }
}

/** The rule that a decision names unless somebody chooses another. */
export function suggestedRule({ triage, rules }: Pick<OpenedComment, "triage" | "rules">): number | null {
  return rules.find(({ number }) => number === triage?.rule)?.number ?? null;
}

/** The form as it is first shown, or as the button of an action fills it in. Its reason is for whoever wrote. */
export function filledFor(
  comment: Pick<OpenedComment, "triage" | "rules">,
  act: DecisionAction | undefined,
  view: ModerationView,
): FilledForm {
  const rule = suggestedRule(comment);
  if (act === undefined) {
    const action = comment.triage && decisionFor(comment.triage.action);
    return { action, rule, why: "", days: undefined };
  }
  const own = comment.rules.find(({ number }) => number === rule);
  return { action: act, rule, why: offerFor(act, own, view), days: undefined };
}

/** A reason that may be used as it is, in the authority's language; empty where only a person knows one. */
export function offerFor(
  action: DecisionAction,
  rule: ConversationRule | undefined,
  { authority }: Pick<ModerationView, "authority">,
): string {
  const { offers } = moderationWordsOf(authority.settings.language);
  if (isMeasure(action)) return rule ? offers.byTopic[rule.topic] : "";
  return offers.byAction[action as keyof typeof offers.byAction];
}
