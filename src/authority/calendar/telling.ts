import { type AnswerDeadline, type DueAnswer, isLate } from "./answer-deadline.ts";
import {
  type CalendarReading,
  nameClock,
  nameDay,
  nameDayInFull,
  nearDay,
  todayOf,
  wordsIn,
} from "./day-names.ts";
import { bracketedDays, joinedWith, saidDays } from "./days-off.ts";
import type { FestiveDay, LegalTerm } from "./legal-term.ts";
import type { LocalDate } from "./local-date.ts";
import type { Door } from "./opening.ts";
import type { RemainingTime } from "./remaining-time.ts";
import type { CalendarWords } from "./words/words.ts";
import { dateIn } from "./zoned-time.ts";

/** "scade domani", "scade martedì 9", "scaduta ieri": without the reason. */
export function tellDue(deadline: DueAnswer, reading: CalendarReading): string {
  const words = wordsIn(reading.language);
  const today = todayOf(reading);
  const day = nearDay(deadline.dueOn, today, words) ?? nameDay(deadline.dueOn, today, words);
  const moment = withClock(day, deadline, reading);
  return isLate(deadline, reading.now) ? words.deadline.expired(moment) : words.deadline.expires(moment);
}

/** "entro domani", "entro martedì 9 dicembre": to stand in a sentence to whoever wrote. */
export function tellBy(deadline: DueAnswer, reading: CalendarReading): string {
  const words = wordsIn(reading.language);
  const today = todayOf(reading);
  const day = nearDay(deadline.dueOn, today, words) ?? nameDayInFull(deadline.dueOn, today, words);
  return words.deadline.by(withClock(day, deadline, reading));
}

/**
 * A deadline in one line with what is not plain about it: "scade martedì 9: lunedì 8 è festivo". Weekends are plain.
 */
export function tellDeadline(deadline: AnswerDeadline, reading: CalendarReading): string {
  const words = wordsIn(reading.language);
  if (deadline.kind === "no-working-day") return words.deadline.noWorkingDay;
  const due = tellDue(deadline, reading);
  const daysOff = saidDays(deadline.skipped, deadline.dueOn, words);
  return daysOff === "" ? due : words.deadline.because(due, daysOff);
}

/** A deadline in whole sentences: until when, how it was counted, and each day that did not count with its reason. */
export function explainDeadline(deadline: AnswerDeadline, reading: CalendarReading): string {
  const words = wordsIn(reading.language);
  if (deadline.kind === "no-working-day") return words.deadline.noWorkingDay;
  const due = withClock(nameDayInFull(deadline.dueOn, todayOf(reading), words), deadline, reading);
  const received = nameDayInFull(deadline.receivedOn, deadline.dueOn, words);
  const counted = words.deadline.count(words.deadline.by(due), deadline.promise.workingDays, received);
  if (deadline.skipped.length === 0) return counted;
  const days = bracketedDays(deadline.skipped, deadline.dueOn, words);
  return `${counted} ${words.deadline.skipped(days, deadline.skipped.length === 1)}`;
}

/** "restano 3 ore di apertura", "scaduta da 1 giorno". Rounded down: nobody is promised time that is not there. */
export function tellRemaining(remaining: RemainingTime, reading: Pick<CalendarReading, "language">): string {
  const words = wordsIn(reading.language).remaining;
  switch (remaining.kind) {
    case "working-days":
      return words.workingDays(remaining.days);
    case "open-minutes":
      if (remaining.minutes === 0) return words.noOpening;
      return inHours(remaining.minutes, words.minutes, words.hours);
    case "last-day":
      return words.lastDay;
    case "late-minutes":
      if (remaining.minutes === 0) return words.lateNow;
      return inHours(remaining.minutes, words.lateMinutes, words.lateHours);
    case "late-days":
      return words.lateDays(remaining.days);
  }
}

/** "aperto fino alle 12:30", "chiuso, riapre lunedì 7 alle 8:30". */
export function tellDoor(door: Door, reading: CalendarReading): string {
  const words = wordsIn(reading.language);
  switch (door.kind) {
    case "open":
      return words.door.openUntil(nameClock(door.closesAt, reading));
    case "closed": {
      const [today, date] = [todayOf(reading), dateIn(door.opensAt, reading.timeZone)];
      const day = nearDay(date, today, words) ?? nameDay(date, today, words);
      return words.door.opens(day, nameClock(door.opensAt, reading));
    }
    case "never-open":
      return words.door.never;
  }
}

/** "entro lunedì 7 dicembre: domenica 6 è festiva": a term of the law, and which days moved it. */
export function tellTerm(term: LegalTerm, reading: CalendarReading): string {
  const words = wordsIn(reading.language);
  const by = words.deadline.by(nameDayInFull(term.expiresOn, todayOf(reading), words));
  if (term.movedBy.length === 0) return by;
  const moved = term.movedBy.map(({ date, why }) => tellFestive(date, why, term.expiresOn, words));
  return words.deadline.because(by, joinedWith(moved, words));
}

function tellFestive(date: LocalDate, why: FestiveDay, beside: LocalDate, words: CalendarWords): string {
  const day = nameDay(date, beside, words);
  switch (why.kind) {
    case "sunday":
      return words.term.sunday(day);
    case "saturday":
      return words.term.saturday(day);
    case "holiday":
      return words.off.holiday(day, true);
  }
}

/** A promise that ends as the office closes says at which hour; one that ends with its day needs none. */
function withClock(day: string, { dueOn, endsAt }: DueAnswer, reading: CalendarReading): string {
  if (dateIn(endsAt, reading.timeZone) !== dueOn) return day;
  return wordsIn(reading.language).atClock(day, nameClock(endsAt, reading));
}

function inHours(minutes: number, few: (count: number) => string, many: (count: number) => string): string {
  return minutes < 60 ? few(minutes) : many(Math.floor(minutes / 60));
}
