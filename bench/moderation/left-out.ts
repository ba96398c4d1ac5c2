import { type Action, actions } from "../../src/moderating/action.ts";
import { gatherEvidence, lineOf } from "../../src/moderating/evidence.ts";
import { triageWithout } from "../../src/moderating/triage.ts";
import { type JudgedComment, ratio } from "./judged-comment.ts";

export interface LeftOutScore {
  /** The labelled action. */
  action: Action;
  comments: number;
  accuracy: number;
  /** The same with every line of the lists left out that no other labelled text supports. */
  accuracyWithout: number;
  /** Lines of the lists that these comments, and no others, support. */
  linesOfOneText: number;
}

/**
 * Cross-validation for lists that were written by hand: each comment is judged again without the lines that only it
 * supports, as if it had never been seen. The classes of words and the lists of hostile words stay as they are.
 */
export function scoreLeftOut(judged: readonly JudgedComment[]): { accuracy: number; rows: LeftOutScore[] } {
  const lines = judged.map(({ comment }) => [...new Set(gatherEvidence(comment.text).all.map(lineOf))]);
  const support = new Map<string, number>();
  for (const line of lines.flat()) support.set(line, (support.get(line) ?? 0) + 1);
  const again = judged.map(({ comment, isRight }, index) => {
    const own = new Set(lines[index]?.filter((line) => support.get(line) === 1));
    const { action } = triageWithout(comment.text, comment.context, own);
    return {
      action: comment.action,
      isRight,
      isRightWithout: action === comment.action || comment.alsoAcceptable.includes(action),
      lines: own.size,
    };
  });
  const rows = actions.map((action): LeftOutScore => {
    const all = again.filter((one) => one.action === action);
    return {
      action,
      comments: all.length,
      accuracy: ratio(all.filter(({ isRight }) => isRight).length, all.length),
      accuracyWithout: ratio(all.filter(({ isRightWithout }) => isRightWithout).length, all.length),
      linesOfOneText: all.reduce((sum, one) => sum + one.lines, 0),
    };
  });
  return {
    accuracy: ratio(again.filter(({ isRightWithout }) => isRightWithout).length, again.length),
    rows,
  };
}
