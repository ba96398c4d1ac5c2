import type { Language } from "../../channels/channel.ts";

/**
 * The languages in which people here may want to read. Those without a catalogue of their own are read in the one
 * named: a page is all in one language, never half of it.
 */
const readIn: Record<string, Language> = { it: "it", en: "en", de: "en", fr: "en", sl: "en" };

/** The language of a page for whoever asks for one; undefined for words that are no language we know. */
export function siteLanguage(asked: unknown): Language | undefined {
  if (typeof asked !== "string") return undefined;
  const code = asked.toLowerCase().split("-")[0] ?? "";
  return Object.hasOwn(readIn, code) ? readIn[code] : undefined;
}
