import { type HelpLine, usualHelpLines } from "../../authority/prepared-answers.ts";
import type { AuthoritySettings } from "../../authority/settings.ts";

const staleDays = 180;

/** The authority's own numbers for people in need, or those of the whole country. */
export function helpLinesOf(settings: Pick<AuthoritySettings, "helpLines">): readonly HelpLine[] {
  return settings.helpLines ?? usualHelpLines;
}

/** Whether its last check lies half a year back: a wrong number is worse than none. */
export function isStale({ checked }: HelpLine, now: Date): boolean {
  return now.getTime() - Date.parse(checked) > staleDays * 86_400_000;
}
