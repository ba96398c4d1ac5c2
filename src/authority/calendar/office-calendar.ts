import { z } from "zod";
import { type LocalDate, type Weekday, weekdays } from "./local-date.ts";
import { type Minutes, readSlot } from "./slot.ts";
import { readYearlyDay } from "./yearly-day.ts";

/** Messages carry both languages, Italian first; see ../authority-file-words.ts. */
const both = (it: string, en: string) => `${it} / ${en}`;

const text = z.string().trim().min(1).max(200);

const day = z.iso
  .date({ error: both('un giorno come "2026-12-08"', 'a day such as "2026-12-08"') })
  .transform((written) => written as LocalDate);

const yearlyDay = z.string().transform((written, context) => {
  const read = readYearlyDay(written);
  if (read) return read;
  const message = both(
    'un giorno dell\'anno come "31 agosto", oppure "easter+50"',
    'a day of the year such as "31 August", or "easter+50"',
  );
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

/** The slots of one day, in order and apart from each other. */
const slots = z
  .array(
    z.string().refine((written) => readSlot(written) !== null, {
      error: both('un orario come "08:30-12:30"', 'hours such as "08:30-12:30"'),
    }),
  )
  .refine((all) => areApart(all.map(readSlot)), {
    error: both("orari in ordine e senza sovrapposizioni", "hours in order and without overlaps"),
  });

const backwards = {
  path: ["from"],
  error: both("comincia dopo la sua fine", "begins after its end"),
};

/** Valid from the first to the last of these days, both included; without one, since ever or for ever. */
const validity = { from: day.optional(), until: day.optional() };

const patron = z
  .strictObject({ name: text, day: yearlyDay, ...validity })
  .refine((each) => isForward(each.from, each.until), backwards);

/** `to` is its last day; left out, the closure has one day. */
const closure = z
  .strictObject({ reason: text, from: day, to: day.optional() })
  .refine((each) => isForward(each.from, each.to), backwards);

const timetable = z
  .strictObject({ ...validity, hours: z.partialRecord(z.enum(weekdays), slots) })
  .refine((each) => isForward(each.from, each.until), backwards);

/** Other hours on one day, over everything else: a short Christmas Eve, a job day in August. */
const exception = z.strictObject({ on: day, reason: text, hours: slots });

const mondayToFriday: Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday"];

/**
 * The calendar of an office as it stands in the authority's file. All but its weekdays is dated, so that a deadline
 * of last year is explained by last year's calendar. Weekdays, holidays, patrons and closures say which days count for a promise;
 * timetables and exceptions say only when somebody is there.
 */
export const officeCalendar = z.strictObject({
  workingWeekdays: z.array(z.enum(weekdays)).default(mondayToFriday),
  /** More than one where offices of a place keep several feasts, or a new one from some year on. */
  patrons: z.array(patron).default([]),
  closures: z.array(closure).default([]),
  /** None: the hours are not known, and nobody is told any. */
  timetables: z
    .array(timetable)
    .default([])
    .refine((all) => all.every((one, index) => all.slice(index + 1).every((other) => !overlap(one, other))), {
      error: both("due orari valgono negli stessi giorni", "two timetables are valid on the same days"),
    }),
  exceptions: z
    .array(exception)
    .default([])
    .refine((all) => new Set(all.map(({ on }) => on)).size === all.length, {
      error: both("due eccezioni per lo stesso giorno", "two exceptions for the same day"),
    }),
});

export type OfficeCalendar = z.infer<typeof officeCalendar>;

/** An office's calendar in the zone of its authority. */
export interface WorkingCalendar extends OfficeCalendar {
  /** IANA name, "Europe/Rome". */
  timeZone: string;
}

interface Validity {
  from?: LocalDate | undefined;
  until?: LocalDate | undefined;
}

export function isValidOn({ from, until }: Validity, date: LocalDate): boolean {
  return (from === undefined || from <= date) && (until === undefined || date <= until);
}

function overlap(one: Validity, other: Validity): boolean {
  const isBefore = (a: Validity, b: Validity) =>
    a.until !== undefined && b.from !== undefined && a.until < b.from;
  return !isBefore(one, other) && !isBefore(other, one);
}

function isForward(from: LocalDate | undefined, last: LocalDate | undefined): boolean {
  return from === undefined || last === undefined || from <= last;
}

function areApart(all: (Minutes | null)[]): boolean {
  return all.every((slot, index) => {
    const before = index > 0 ? all[index - 1] : undefined;
    return !before || !slot || before.to <= slot.from;
  });
}
