import type { LocalDate } from "../../authority/calendar/local-date.ts";
import { clockIn, dateIn } from "../../authority/calendar/zoned-time.ts";
import type { Language } from "../../channels/channel.ts";
import type { Closing } from "../../noticeboard/closing.ts";
import type { Site } from "./site.ts";

const locales: Record<Language, string> = { it: "it-IT", en: "en-GB" };
const forms = {
  /** "sabato 5 dicembre 2026" */
  full: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  /** "5 dicembre 2026" */
  plain: { day: "numeric", month: "long", year: "numeric" },
  /** "dicembre 2026" */
  month: { month: "long", year: "numeric" },
  /** "dic 2026" */
  shortMonth: { month: "short", year: "numeric" },
  /** "5 dic 2026" */
  short: { day: "numeric", month: "short", year: "numeric" },
} as const;

// Making a formatter costs more than a hundred uses of it.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: Language, form: keyof typeof forms): Intl.DateTimeFormat {
  const key = `${language}-${form}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locales[language], { ...forms[form], timeZone: "UTC" });
    formats.set(key, format);
  }
  return format;
}

/** A day of the wall calendar in words. */
export function dayInWords(day: LocalDate, language: Language, form: keyof typeof forms = "full"): string {
  return formatOf(language, form).format(Date.parse(day));
}

/** The day of a moment, in the authority's zone. */
export function dayOf(moment: Date, site: Site, form: keyof typeof forms = "plain"): string {
  return dayInWords(dateIn(moment, site.reading.timeZone), site.place.language, form);
}

/** Until when one may apply, with the hour where one was given. */
export function closingInWords(closing: Closing, site: Site): string {
  const day = dayInWords(closing.lastDay, site.place.language);
  return closing.hasHour ? site.words.item.atClock(day, clockIn(closing.at, site.reading.timeZone)) : day;
}
