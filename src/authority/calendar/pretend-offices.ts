// The offices that the tests of the calendar share: one at a lake with split hours, one in the hills without any.
import { type OfficeCalendar, officeCalendar, type WorkingCalendar } from "./office-calendar.ts";

export type Written = Partial<Record<keyof OfficeCalendar, unknown>>;

/** An office as somebody writes it into the authority's file. */
export function office(written: Written = {}): WorkingCalendar {
  return { ...officeCalendar.parse(written), timeZone: "Europe/Rome" };
}

const splitDay = ["08:30-12:30", "14:00-16:00"];
const morning = ["08:30-12:30"];

/** Patron on 31 August; Monday to Friday in the morning, on Tuesday and Thursday also in the afternoon. */
export const lakeOffice: WorkingCalendar = office({
  patrons: [{ name: "Sant'Abbondio", day: "31 agosto" }],
  timetables: [
    {
      hours: { monday: morning, tuesday: splitDay, wednesday: morning, thursday: splitDay, friday: morning },
    },
  ],
});

/** Patron on 2 July; nobody has written down its hours. */
export const hillOffice: WorkingCalendar = office({
  patrons: [{ name: "Madonna della Bruna", day: "2 luglio" }],
});
