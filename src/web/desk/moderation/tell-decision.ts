import type { EarlierDecision } from "../../../moderating/deciding/decided-message-store.ts";
import { tellClosed } from "../inbox/tell-closed.ts";
import { tellNext } from "../moments.ts";
import { explain } from "../telling.ts";
import type { CarriedReason, LatestDecision } from "./moderation-store.ts";
import type { ModerationView } from "./moderation-view.ts";
import { moderationWordsOf } from "./words/index.ts";

/** What the network made of a decision, in words. */
export function tellCarried(
  one: Pick<LatestDecision, "state" | "attempts" | "action" | "nextStepAt" | "networkReason" | "channel">,
  view: ModerationView,
): string {
  const { state, attempts, action, nextStepAt, networkReason, channel } = one;
  const { states, carried } = moderationWordsOf(view.words.code).latest;
  const why = (): { happened: string; toDo: string } => {
    if (networkReason === null) return { happened: "", toDo: "" };
    if (Object.hasOwn(carried, networkReason))
      return { happened: carried[networkReason as CarriedReason], toDo: "" };
    return explain(networkReason, channel, view, view.explainers);
  };
  switch (state) {
    case "due":
      return attempts > 0 && networkReason !== null
        ? states.again(why().happened, tellNext(nextStepAt, view))
        : states.due;
    case "calling":
      return states.calling;
    case "done":
      return action === "none" || action === "answer" || action === "escalate"
        ? states.nothingToDo
        : states.done;
    case "gone":
      return states.gone;
    case "refused":
      return states.refused(why().happened, why().toDo).trim();
    case "overtaken":
      return states.overtaken(why().happened);
  }
}

/** How the person was told, or why not. */
export function tellNotice(
  { notice, noticeWhy, noticeState, state }: LatestDecision,
  view: ModerationView,
): string {
  const words = moderationWordsOf(view.words.code).latest.notice;
  switch (notice) {
    case "none":
      return words.none;
    case "wanted":
      // What had no effect is told to nobody.
      return state === "due" || state === "calling" ? words.wanted : words.none;
    case "written":
      // The reply may be gone with its conversation.
      return words[noticeState ?? "sent"];
    case "impossible":
      return words.impossible(
        noticeWhy === "rule-missing"
          ? words.byRule
          : (tellClosed(noticeWhy ?? "", view.words.code)?.happened ?? ""),
      );
  }
}

/** In a word: how a decision about the same person stands. */
export function tellDecisionState(
  { state, isStanding }: Pick<EarlierDecision, "state" | "isStanding">,
  view: Pick<ModerationView, "words">,
): string {
  const { comment, latest } = moderationWordsOf(view.words.code);
  if (state === "due" || state === "calling") return latest.states[state];
  return isStanding ? comment.standing : comment.over;
}
