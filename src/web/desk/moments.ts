import type { Words } from "../words/words.ts";

/** Where and when a page is read: the authority's zone, the present moment, the reader's words. */
export interface Reading {
  now: Date;
  timeZone: string;
  words: Words;
}

const dayMs = 86_400_000;

/** "alle 10:32", "ieri alle 10:32", "il 19 novembre alle 10:32": to the minute, in the authority's zone. */
export function tellMoment(at: Date, { now, timeZone, words }: Reading): string {
  const clock = format(words, timeZone, "clock").format(at);
  const day = dayIn(at, timeZone);
  if (day === dayIn(now, timeZone)) return words.times.today(clock);
  if (day === dayIn(new Date(now.getTime() - dayMs), timeZone)) return words.times.yesterday(clock);
  if (day === dayIn(new Date(now.getTime() + dayMs), timeZone)) return words.times.tomorrow(clock);
  return words.times.onDay(format(words, timeZone, "day").format(at), clock);
}

/** "2 minuti fa", "tra 20 secondi"; "adesso" for what is a few seconds away. */
export function tellDistance(at: Date, { now, words }: Reading): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const size = Math.abs(seconds);
  if (size < 5) return words.times.justNow;
  const relative = new Intl.RelativeTimeFormat(words.code, { numeric: "always" });
  if (size < 60) return relative.format(seconds, "second");
  if (size < 3600) return relative.format(Math.round(seconds / 60), "minute");
  if (size < 86_400) return relative.format(Math.round(seconds / 3600), "hour");
  return relative.format(Math.round(seconds / 86_400), "day");
}

const nearMs = 3_600_000;

/** When something will be tried: a distance while it is near, else the moment. What is overdue is now. */
export function tellNext(at: Date | null, reading: Reading): string {
  if (!at || at <= reading.now) return reading.words.times.justNow;
  const isNear = at.getTime() - reading.now.getTime() < nearMs;
  return isNear ? tellDistance(at, reading) : tellMoment(at, reading);
}

/** "10:31:58": steps of a publication are seconds apart. */
export function tellClock(at: Date, { timeZone, words, now }: Reading): string {
  const clock = format(words, timeZone, "seconds").format(at);
  if (dayIn(at, timeZone) === dayIn(now, timeZone)) return clock;
  return `${format(words, timeZone, "day").format(at)}, ${clock}`;
}

/** "domenica 22 novembre 2026" */
export function tellDay(at: Date, { timeZone, words }: Reading): string {
  return format(words, timeZone, "long-day").format(at);
}

/** "2026-11-22" of a moment, in a zone. */
function dayIn(at: Date, timeZone: string): string {
  return formatter("en-CA", timeZone, "date").format(at);
}

const shapes = {
  clock: { hour: "2-digit", minute: "2-digit" },
  seconds: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
  day: { day: "numeric", month: "long" },
  "long-day": { dateStyle: "full" },
  date: { year: "numeric", month: "2-digit", day: "2-digit" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

// Making a formatter costs more than using it a hundred times; there are few zones and two languages.
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(words: Words, timeZone: string, shape: keyof typeof shapes): Intl.DateTimeFormat {
  return formatter(words.code === "it" ? "it-IT" : "en-GB", timeZone, shape);
}

function formatter(locale: string, timeZone: string, shape: keyof typeof shapes): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${shape}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { ...shapes[shape], timeZone });
    formatters.set(key, found);
  }
  return found;
}
