import { removesFromSight } from "../../src/moderating/action.ts";
import { type Triage, triage } from "../../src/moderating/triage.ts";
import type { LabelledComment } from "./labelled-comments.ts";

/** A labelled comment with what triage said. */
export interface JudgedComment {
  comment: LabelledComment;
  triage: Triage;
  /** The action is the labelled one, or one of the others that people would defend. */
  isRight: boolean;
  rule: number | null;
}

export function judgeComments(comments: readonly LabelledComment[]): JudgedComment[] {
  return comments.map((comment) => {
    const said = triage(comment.text, comment.context);
    const isRight = said.action === comment.action || comment.alsoAcceptable.includes(said.action);
    return { comment, triage: said, isRight, rule: said.suggestions[0]?.rule ?? null };
  });
}

/** Whether people would bear it hidden. */
export function mayBeHidden({ action, alsoAcceptable }: LabelledComment): boolean {
  return [action, ...alsoAcceptable].some((each) => removesFromSight(each));
}

export function accuracyOf(judged: readonly JudgedComment[]): number {
  return ratio(judged.filter(({ isRight }) => isRight).length, judged.length);
}

/** Criticism, sharp or mocking, as the labels name it: none of it may ever leave people's sight. */
export function hiddenCriticism(judged: readonly JudgedComment[]): JudgedComment[] {
  return judged.filter(
    ({ comment, triage }) =>
      comment.rule === null &&
      comment.tags.some((tag) => tag === "critica" || tag === "sarcasmo") &&
      removesFromSight(triage.action),
  );
}

/** In thousandths; 1 of nothing at all. */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000;
}
