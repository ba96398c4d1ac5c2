import { addDays, addMonths, type LocalDate, weekdayOf } from "./local-date.ts";
import { type NationalHoliday, nationalHolidayOn } from "./national-holidays.ts";

/** How long a term is. A year is twelve months. */
export type TermLength = { days: number } | { months: number };

/**
 * Whether a term that ends on a Saturday moves as well. It does not by the civil code; it does for acts of a trial
 * outside the hearing (art. 155 c. 5 c.p.c.).
 */
export type SaturdayRule = "saturday-counts" | "saturday-moves";

/** Why a term does not end on a day. */
export type FestiveDay =
  | { kind: "sunday" }
  | { kind: "saturday" }
  | { kind: "holiday"; holiday: NationalHoliday };

export interface LegalTerm {
  /** The day on which it begins; it does not count. */
  startsOn: LocalDate;
  /** The day it would end on if nothing were festive. */
  nominalOn: LocalDate;
  /** The last day, full until its last instant. */
  expiresOn: LocalDate;
  /** The festive days that moved it, in order. */
  movedBy: { date: LocalDate; why: FestiveDay }[];
}

/**
 * A term as the law counts (art. 2963 c.c.): the first day is left out, festive days within it count, months go by the
 * calendar, and one that ends on a festive day is extended to the next that is none. An office's patron and closures
 * move nothing: they are days off of an office, and no holidays of the law. This is for what is counted from a day; a
 * deadline that names its own day is moved by nobody.
 */
export function legalTerm(
  startsOn: LocalDate,
  length: TermLength,
  saturdays: SaturdayRule = "saturday-counts",
): LegalTerm {
  const nominalOn = "days" in length ? addDays(startsOn, length.days) : addMonths(startsOn, length.months);
  const movedBy: LegalTerm["movedBy"] = [];
  let expiresOn = nominalOn;
  for (let why = festive(expiresOn, saturdays); why !== null; why = festive(expiresOn, saturdays)) {
    movedBy.push({ date: expiresOn, why });
    expiresOn = addDays(expiresOn, 1);
  }
  return { startsOn, nominalOn, expiresOn, movedBy };
}

/**
 * The month in which a person who asks about their own data must be answered (GDPR art. 12 c. 3), and the three if the
 * answer was put off for a reason told within the first. The Union's own rule (Reg. 1182/71 art. 3) would move the end
 * off a Saturday too; we name the earlier day, on which nobody is ever late.
 */
export function dataProtectionTerm(receivedOn: LocalDate, isExtended: boolean): LegalTerm {
  return legalTerm(receivedOn, { months: isExtended ? 3 : 1 });
}

function festive(date: LocalDate, saturdays: SaturdayRule): FestiveDay | null {
  const weekday = weekdayOf(date);
  if (weekday === "sunday") return { kind: "sunday" };
  const holiday = nationalHolidayOn(date);
  if (holiday) return { kind: "holiday", holiday };
  return weekday === "saturday" && saturdays === "saturday-moves" ? { kind: "saturday" } : null;
}
