import type { HttpClient } from "../platform/http-client.ts";
import { openLines } from "../platform/one-at-a-time.ts";
import { feedSource } from "./feed/feed-source.ts";
import type { Source } from "./source.ts";

/** Every kind of portal we can watch, one line each. Items that are pushed to us come through the web instead. */
export function openSources(http: HttpClient): Record<string, Source> {
  const inLine = openLines();
  return {
    feed: feedSource(http, { inLine }),
  };
}
