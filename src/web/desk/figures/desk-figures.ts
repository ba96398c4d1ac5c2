import type { ModerationFigures } from "../../../moderating/registering/register-store.ts";
import { type KeptPromise, shareOf } from "../../site/kept-promise.ts";

/** What the page of figures shows of one authority, over so many days up to now. */
export interface DeskFigures {
  days: number;
  moderation: ModerationFigures;
  kept: KeptPromise;
}

export const periods = [30, 90, 365] as const;
const usualPeriod = 90;

/** The period of an address; the usual one for anything else. */
export function periodIn(value: unknown): number {
  return periods.find((days) => String(days) === value) ?? usualPeriod;
}

export function periodOf(days: number, now: Date): { from: Date; until: Date } {
  return { from: new Date(now.getTime() - days * 86_400_000), until: now };
}

/** One line for each figure: kind, rule, action, value. All are words and numbers of ours, so no cell can be a formula. */
export function figuresCsv({ moderation, kept }: DeskFigures): string {
  const { seenToActedSeconds: seconds, automatic } = moderation;
  const lines: (string | number | null)[][] = [
    ["figure", "rule", "action", "value"],
    ...moderation.byRule.map(({ rule, action, count }) => ["decisions", rule, action, count]),
    ["seen-to-acted-p50-seconds", null, null, rounded(seconds.p50)],
    ["seen-to-acted-p90-seconds", null, null, rounded(seconds.p90)],
    ["measures", null, null, moderation.measures],
    ["reviews-asked", null, null, moderation.reviewed],
    ["reviews-overturned", null, null, moderation.overturned],
    ["hidden-by-itself", null, null, automatic.count],
    ["hidden-by-itself-taken-back", null, null, automatic.takenBack],
    ["answers-due", null, null, kept.due],
    ["answers-in-time", null, null, kept.inTime],
    ["answers-late", null, null, kept.late],
    ["answers-missing", null, null, kept.unanswered],
    ["answers-in-time-per-cent", null, null, shareOf(kept)],
  ];
  return `${lines.map((cells) => cells.map((one) => one ?? "").join(",")).join("\r\n")}\r\n`;
}

function rounded(seconds: number | null): number | null {
  return seconds === null ? null : Math.ceil(seconds);
}

/** In whole per cent, never rounded up to a hundred; null where there is nothing to share. */
export function perCent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((part / whole) * 100);
}
