import { type Action, actions } from "../../src/moderating/action.ts";
import { type JudgedComment, ratio } from "./judged-comment.ts";

export interface ActionScore {
  action: Action;
  labelled: number;
  suggested: number;
  precision: number;
  recall: number;
}

/** Precision: how often what was suggested was right. Recall: how many labelled so got that, or an accepted other. */
export function scoreActions(judged: readonly JudgedComment[]): ActionScore[] {
  return actions.map((action) => {
    const labelled = judged.filter(({ comment }) => comment.action === action);
    const suggested = judged.filter(({ triage }) => triage.action === action);
    const right = (all: readonly JudgedComment[]) => all.filter(({ isRight }) => isRight).length;
    return {
      action,
      labelled: labelled.length,
      suggested: suggested.length,
      precision: ratio(right(suggested), suggested.length),
      recall: ratio(right(labelled), labelled.length),
    };
  });
}

/** The mean F1 of all rules that were broken or suggested, "none broken" being one of them. */
export function ruleMacroF1(judged: readonly JudgedComment[]): number {
  const rules = new Set(judged.flatMap(({ comment, rule }) => [comment.rule, rule]));
  const scores = [...rules].map((rule) => {
    const hits = judged.filter((one) => one.rule === rule && one.comment.rule === rule).length;
    const all =
      judged.filter((one) => one.rule === rule).length +
      judged.filter((one) => one.comment.rule === rule).length;
    return (2 * hits) / all;
  });
  return Math.round((scores.reduce((sum, score) => sum + score, 0) / scores.length) * 1000) / 1000;
}

/** Labelled in rows, suggested in columns. */
export function confusion(judged: readonly JudgedComment[]): Record<string, string | number>[] {
  return actions.map((action) => {
    const row: Record<string, string | number> = { labelled: action };
    for (const said of actions) {
      row[said] = judged.filter(
        ({ comment, triage }) => comment.action === action && triage.action === said,
      ).length;
    }
    return row;
  });
}

/** A wrong one with everything that led there. */
export function explain({ comment, triage, rule }: JudgedComment): string {
  const wanted = [comment.action, ...comment.alsoAcceptable].join(" or ");
  const why = triage.suggestions.map(
    ({ action, confidence, because }) =>
      `${action} (${confidence}): ${because.map(({ reason, spans }) => `${reason} ${quote(comment.text, spans)}`).join(", ")}`,
  );
  return [
    `${comment.id}: ${comment.text}`,
    `  wanted ${wanted} by rule ${comment.rule ?? "none"}, got ${triage.action} by rule ${rule ?? "none"}`,
    ...why.map((line) => `  ${line}`),
  ].join("\n");
}

function quote(text: string, spans: readonly { from: number; to: number }[]): string {
  return spans.map(({ from, to }) => `"${text.slice(from, to)}"`).join(" + ");
}
