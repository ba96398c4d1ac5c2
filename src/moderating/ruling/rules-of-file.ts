import { z } from "zod";
import { type ConversationRule, conversationRule } from "../rule.ts";
import { contentOf, newestVersions, type RuleVersion } from "./rule-version.ts";

/** A rule as an authority's file writes it: without a version, which it gets when it is applied. */
export const fileRule = conversationRule.omit({ version: true, validFrom: true }).extend({
  examples: conversationRule.shape.examples.default({ it: [], en: [] }),
  mayActByItself: conversationRule.shape.mayActByItself.default(false),
  /** Left out, or a day that is over: from the day on which it is applied. */
  from: z.iso.date().optional(),
});
export type FileRule = z.output<typeof fileRule>;

/**
 * The versions that a file's rules come to; none where nothing is new. The file and the desk share them (decision 0015):
 * what the file said last is compared with what it says now, so that saying the same again undoes no change of the desk,
 * and saying something else is taken. What it leaves out ends, unless the desk had the last word on it.
 */
export function versionsOfFile(
  rules: readonly FileRule[],
  known: readonly RuleVersion[],
  { now, today }: { now: Date; today: string },
): RuleVersion[] {
  const newest = newestVersions(known);
  const said = newestVersions(known.filter(({ origin }) => origin !== "desk"));
  const made = { origin: "file" as const, changedBy: null, changedAt: now };
  const next = (number: number) => (newest.get(number)?.version ?? 0) + 1;
  const put = rules.filter((rule) => !saysSame(said.get(rule.number), rule, today));
  const left = [...newest.values()].filter(
    (one) => one.origin !== "desk" && !one.isWithdrawn && !rules.some(({ number }) => number === one.number),
  );
  return [
    ...put.map(({ from, ...rule }): RuleVersion => {
      const validFrom = from !== undefined && from > today ? from : today;
      return { ...rule, version: next(rule.number), validFrom, isWithdrawn: false, ...made };
    }),
    ...left.map((one): RuleVersion => {
      return { ...one, version: next(one.number), validFrom: today, isWithdrawn: true, ...made };
    }),
  ];
}

/** Our starter set counts as said by the file: an authority that repeats it changes nothing. */
function saysSame(said: RuleVersion | undefined, rule: FileRule, today: string): boolean {
  if (!said || said.isWithdrawn) return false;
  const { from, ...content } = rule;
  if (from !== undefined && from > today && from !== said.validFrom) return false;
  const same = (one: Pick<ConversationRule, keyof ReturnType<typeof contentOf>>) =>
    JSON.stringify(contentOf(one as ConversationRule));
  return same(said) === same(content);
}
