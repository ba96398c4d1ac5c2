import type { Weekday } from "../local-date.ts";
import type { NationalHoliday } from "../national-holidays.ts";

/** How days, deadlines and doors are told in one language. Days come in as they are said: "martedì 9 dicembre". */
export interface CalendarWords {
  weekdays: Record<Weekday, string>;
  /** January first. */
  months: readonly string[];
  day: (weekday: string, day: number, month?: string, year?: number) => string;
  today: string;
  tomorrow: string;
  yesterday: string;
  /** Two things, or all before the last and the last. */
  and: (before: string, last: string) => string;
  fromTo: (first: string, last: string) => string;
  atClock: (day: string, clock: string) => string;
  holidays: Record<NationalHoliday, string>;
  /** Days off within a short sentence: "lunedì 8 è festivo". */
  off: {
    weekday: (days: string, isOne: boolean) => string;
    holiday: (days: string, isOne: boolean) => string;
    patron: (days: string, name: string) => string;
    closure: (days: string, reason: string) => string;
  };
  /** Why days are off, to stand in brackets behind them. */
  why: {
    weekend: string;
    weekday: string;
    holiday: (name: string) => string;
    patron: (name: string) => string;
    closure: (reason: string) => string;
  };
  deadline: {
    by: (day: string) => string;
    expires: (day: string) => string;
    expired: (day: string) => string;
    because: (deadline: string, daysOff: string) => string;
    count: (by: string, workingDays: number, received: string) => string;
    skipped: (days: string, isOne: boolean) => string;
    noWorkingDay: string;
  };
  remaining: {
    workingDays: (count: number) => string;
    hours: (count: number) => string;
    minutes: (count: number) => string;
    noOpening: string;
    lastDay: string;
    lateNow: string;
    lateHours: (count: number) => string;
    lateMinutes: (count: number) => string;
    lateDays: (count: number) => string;
  };
  door: {
    openUntil: (clock: string) => string;
    opens: (day: string, clock: string) => string;
    never: string;
  };
  /** Why a legal term does not end on a day. */
  term: {
    sunday: (day: string) => string;
    saturday: (day: string) => string;
  };
}
