import type { Language } from "./words.ts";

const locales = { it: "it-IT", en: "en-GB" } as const;

/** "22 novembre 2026, 11:02" in Italian time, whatever the machine's. */
export function momentInWords(moment: string, language: Language): string {
  const date = new Date(moment);
  const day = date.toLocaleDateString(locales[language], { dateStyle: "long", timeZone: "Europe/Rome" });
  const time = date.toLocaleTimeString(locales[language], { timeStyle: "short", timeZone: "Europe/Rome" });
  return `${day}, ${time}`;
}

/** "4 dicembre 2026" from "2026-12-04". */
export function dayWords(day: string, language: Language): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(locales[language], {
    dateStyle: "long",
    timeZone: "UTC",
  });
}
