import type { WarningRule } from "../../authority/calendar/answer-promise.ts";
import type { WorkingCalendar } from "../../authority/calendar/office-calendar.ts";
import { momentWithOpenTimeLeft, openingsBetween } from "../../authority/calendar/opening.ts";
import { warningsAhead } from "../../authority/calendar/warning.ts";
import type { Timing } from "./timing.ts";

/** What is told about one that waits: ahead of its end to whoever answers, after it to the head. */
export interface PlannedWarning {
  /** "last-day", "open-hours-2", "window", "window-lost", "late": once for each time it waits. */
  warning: string;
  to: "staff" | "head";
  at: Date;
}

const windowHoursLeftMs = 2 * 3_600_000;

/**
 * The warnings of a conversation that waits, earliest first. A window of the network that closes before the promise ends
 * has one of its own: with two hours of opening left, or at once where nobody will be there any more before it closes.
 */
export function plannedWarnings(
  calendar: WorkingCalendar,
  timing: Pick<Timing, "deadline" | "dueAt" | "windowUntil" | "humanUntil">,
  waitingSince: Date,
): PlannedWarning[] {
  const { deadline, dueAt } = timing;
  const planned: PlannedWarning[] = [];
  if (deadline?.kind === "due") {
    const ahead = warningsAhead(calendar, deadline, waitingSince);
    planned.push(...ahead.map(({ rule, at }) => ({ warning: nameOf(rule), to: "staff" as const, at })));
    planned.push({ warning: "late", to: "head", at: deadline.endsAt });
  }
  const closesAt = timing.humanUntil ?? timing.windowUntil;
  if (closesAt && closesAt > waitingSince && (dueAt === null || closesAt < dueAt)) {
    const openings = openingsBetween(calendar, waitingSince, closesAt);
    const at = momentWithOpenTimeLeft(openings, windowHoursLeftMs) ?? waitingSince;
    planned.push({ warning: "window", to: "staff", at });
    planned.push({ warning: "window-lost", to: "head", at: closesAt });
  }
  return planned.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function nameOf(rule: WarningRule): string {
  return rule === "last-day" ? rule : `open-hours-${rule.openHoursLeft}`;
}
