import { dayInItaly } from "../item.ts";

const day = 24 * 60 * 60 * 1000;
const inWords = new Intl.DateTimeFormat("it-IT", { dateStyle: "long", timeZone: "UTC" });
const weekdayInWords = new Intl.DateTimeFormat("it-IT", { weekday: "long", timeZone: "UTC" });

/** The calendar day ("2026-12-04") so many days after a moment, never a Saturday or a Sunday. */
export function workingDayAfter(moment: Date, days: number): string {
  const date = new Date(`${dayInItaly(new Date(moment.getTime() + days * day))}T00:00:00Z`);
  const weekday = date.getUTCDay();
  if (weekday === 6) date.setUTCDate(date.getUTCDate() + 2);
  if (weekday === 0) date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** "4 dicembre 2026" from "2026-12-04"; the first of a month is "1º". */
export function dayInWords(isoDay: string): string {
  return inWords.format(new Date(`${isoDay}T00:00:00Z`)).replace(/^1 /, "1º ");
}

/** "venerdì" from "2026-12-04". */
export function weekdayOf(isoDay: string): string {
  return weekdayInWords.format(new Date(`${isoDay}T00:00:00Z`));
}

/** The ways an editor writes a last day: long, with the weekday, or in digits. */
export function untilWords(isoDay: string, style: number): string {
  const [year, month, dayOfMonth] = isoDay.split("-");
  if (style === 0) return `entro il ${dayInWords(isoDay)}`;
  if (style === 1) return `entro e non oltre ${weekdayOf(isoDay)} ${dayInWords(isoDay)}`;
  return `fino al ${dayOfMonth}/${month}/${year}`;
}
