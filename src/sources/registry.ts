import type { HttpClient } from "../platform/http-client.ts";
import { openLines } from "../platform/one-at-a-time.ts";
import { feedSource } from "./feed/feed-source.ts";
import { mendWords } from "./feed/mends.ts";
import type { Source } from "./source.ts";

/** Every kind of portal we can watch, one line each. Items that are pushed to us come through the web instead. */
export function openSources(http: HttpClient): Record<string, Source> {
  const inLine = openLines();
  return {
    feed: feedSource(http, { inLine }),
  };
}

/** The sentence about something that was mended in a source; the word itself where there is none. */
export function explainMend(mend: string, language: "it" | "en"): string {
  return (mendWords as Record<string, { it: string; en: string }>)[mend]?.[language] ?? mend;
}
