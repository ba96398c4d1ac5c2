import { wordsIn } from "../../authority/calendar/day-names.ts";
import { addDays, type LocalDate, type Weekday, weekdays } from "../../authority/calendar/local-date.ts";
import { isValidOn, type OfficeCalendar } from "../../authority/calendar/office-calendar.ts";
import { closureOn, type DayOff, dayOff } from "../../authority/calendar/working-day.ts";
import type { Language } from "../../channels/channel.ts";

/** Days of the week with the same hours: "da lunedì a mercoledì", "8:30–12:30, 14:00–16:00". */
export interface HoursLine {
  days: string;
  hours: string;
}

/** The timetable of a day as people read it at a door; empty where none is known. */
export function hoursLines(calendar: OfficeCalendar, on: LocalDate, language: Language): HoursLine[] {
  const timetable = calendar.timetables.find((each) => isValidOn(each, on));
  if (!timetable) return [];
  const stretches: { first: Weekday; last: Weekday; hours: string }[] = [];
  for (const [index, day] of weekdays.entries()) {
    const hours = (timetable.hours[day] ?? []).map(shownSlot).join(", ");
    const open = stretches.at(-1);
    const isNext = open !== undefined && weekdays.indexOf(open.last) === index - 1;
    if (hours === "") continue;
    if (isNext && open.hours === hours) open.last = day;
    else stretches.push({ first: day, last: day, hours });
  }
  const words = wordsIn(language);
  return stretches.map(({ first, last, hours }) => {
    const [from, to] = [words.weekdays[first], words.weekdays[last]];
    const length = weekdays.indexOf(last) - weekdays.indexOf(first);
    if (length === 0) return { days: from, hours };
    return { days: length === 1 ? words.and(from, to) : words.fromTo(from, to), hours };
  });
}

/** "08:30-12:30" as it is read: without the leading nought, with the dash of a stretch. */
function shownSlot(slot: string): string {
  return slot
    .split("-")
    .map((clock) => clock.replace(/^0/, ""))
    .join("–");
}

/** A day near enough to be told of beside the usual hours, on which they do not hold. */
export interface UnusualDay {
  date: LocalDate;
  why: DayOff | { kind: "exception"; reason: string; hours: string };
}

const daysAhead = 30;

/** The days of the next weeks that are not as usual, in order; weekdays off are. */
export function unusualDays(calendar: OfficeCalendar, from: LocalDate): UnusualDay[] {
  return Array.from({ length: daysAhead }, (_, days) => addDays(from, days)).flatMap((date): UnusualDay[] => {
    const exception = calendar.exceptions.find(({ on }) => on === date);
    if (exception) {
      const hours = exception.hours.map(shownSlot).join(", ");
      return [{ date, why: { kind: "exception", reason: exception.reason, hours } }];
    }
    const why = dayOff(calendar, date)?.kind === "weekday" ? null : closureOn(calendar, date);
    return why ? [{ date, why }] : [];
  });
}
