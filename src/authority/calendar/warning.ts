import type { DueAnswer } from "./answer-deadline.ts";
import type { WarningRule } from "./answer-promise.ts";
import { weekdays } from "./local-date.ts";
import type { WorkingCalendar } from "./office-calendar.ts";
import { momentWithOpenTimeLeft, type Opening, openingsBetween } from "./opening.ts";
import { dateIn } from "./zoned-time.ts";

const hourMs = 3_600_000;

export interface Warning {
  rule: WarningRule;
  at: Date;
}

/** Hours of an office of which none are known: only to spare its people a warning at midnight. */
const usualHours = Object.fromEntries(weekdays.map((weekday) => [weekday, ["09:00-13:00"]]));

/**
 * The warnings ahead of a deadline, earliest first: never before what they warn of was received, and only while
 * somebody is there to read them. What comes in too late for so many hours is warned of at the next opening.
 */
export function warningsAhead(calendar: WorkingCalendar, deadline: DueAnswer, receivedAt: Date): Warning[] {
  const openings = readingTimes(calendar, deadline, receivedAt);
  return deadline.promise.warnings
    .flatMap((rule) => {
      const at = momentOf(rule, openings, calendar.timeZone);
      return at ? [{ rule, at }] : [];
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function readingTimes(calendar: WorkingCalendar, deadline: DueAnswer, receivedAt: Date): Opening[] {
  const openings = openingsBetween(calendar, receivedAt, deadline.endsAt);
  if (openings.length > 0) return openings;
  const usual: WorkingCalendar = { ...calendar, timetables: [{ hours: usualHours }], exceptions: [] };
  return openingsBetween(usual, receivedAt, deadline.endsAt);
}

function momentOf(rule: WarningRule, openings: readonly Opening[], timeZone: string): Date | null {
  if (rule !== "last-day") return momentWithOpenTimeLeft(openings, rule.openHoursLeft * hourMs);
  const last = openings.at(-1);
  if (!last) return null;
  const lastDay = dateIn(last.opensAt, timeZone);
  return openings.find(({ opensAt }) => dateIn(opensAt, timeZone) === lastDay)?.opensAt ?? null;
}
