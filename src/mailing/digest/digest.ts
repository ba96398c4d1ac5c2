import { addDays, type LocalDate } from "../../authority/calendar/local-date.ts";
import type { WorkingCalendar } from "../../authority/calendar/office-calendar.ts";
import { isWorkingDay } from "../../authority/calendar/working-day.ts";
import { dateIn, momentAt } from "../../authority/calendar/zoned-time.ts";
import { type Role, rights } from "../../staff/rights.ts";

/** What waits in one authority, in figures. */
export interface DigestFigures {
  waiting: number;
  /** Promise or window is over. */
  overdue: number;
  /** Promise or window ends before the local day does. */
  dueToday: number;
  /** Of those that wait: taken on by whoever reads. */
  own: number;
  alerts: number;
  held: number;
  refused: number;
  uncertain: number;
  disconnected: number;
  faultySources: number;
}

/** What comes later than this after its hour is of no use that day any more. */
const lateMostMs = 4 * 3_600_000;

/**
 * The working day whose digest is to be written now; undefined where none is. `hour` is on the wall of the office: a
 * change to summer time moves no digest, and one at an hour that is skipped comes as the clock skips it.
 */
export function digestDueOn(calendar: WorkingCalendar, hour: number, now: Date): LocalDate | undefined {
  const today = dateIn(now, calendar.timeZone);
  // An evening's digest may still be due after midnight.
  return [addDays(today, -1), today].find((date) => {
    const late = now.getTime() - momentAt(date, hour * 60, calendar.timeZone).getTime();
    return late >= 0 && late < lateMostMs && isWorkingDay(calendar, date);
  });
}

/** The figures somebody with these roles can do something about; those that are nought are left out. */
export function figuresFor(figures: DigestFigures, roles: readonly Role[]): Partial<DigestFigures> {
  const may = (allowed: readonly Role[]) => roles.some((role) => allowed.includes(role));
  const { waiting, overdue, dueToday, own, alerts, ...rest } = figures;
  const { held, refused, uncertain, disconnected, faultySources } = rest;
  const told = {
    ...(may(rights.answer) && { waiting, overdue, dueToday, own, alerts }),
    ...(may(rights.publish) && { held, refused, uncertain, faultySources }),
    ...(may(rights["connect-accounts"]) && { disconnected }),
  };
  return Object.fromEntries(Object.entries(told).filter(([, count]) => count > 0));
}
