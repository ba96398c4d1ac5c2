import { parametersOf, type Question, readQuestion } from "../../noticeboard/question.ts";
import { wholeAddress } from "./addresses.ts";
import { feedNames } from "./feed-names.ts";
import type { FeedFile } from "./feeds/read-feed.ts";
import type { Site } from "./site.ts";
import { siteLanguage } from "./site-languages.ts";
import { siteWordsOf } from "./words/index.ts";

/** A feed by its address: what is asked, and the site in the language it is asked in. */
export interface FeedTopic {
  site: Site;
  file: FeedFile;
  question: Question;
}

/**
 * Reads the address of a feed of this authority, exactly as the feed itself gives it; undefined for all others, also
 * for those that lead to the same feed: one feed has one address, and subscribers are told by it.
 */
export function readTopic(site: Site, topic: string): FeedTopic | undefined {
  const url = URL.parse(topic);
  const file = feedNames.find((each) => url?.pathname.endsWith(`/notizie/${each.file}`))?.file;
  if (!url || !file) return undefined;
  const reading = readQuestion(Object.fromEntries(url.searchParams));
  if (reading.kind === "fault") return undefined;
  const { question } = reading;
  const language = siteLanguage(url.searchParams.get("lang")) ?? site.place.usual;
  const place = { ...site.place, language };
  const own = wholeAddress(place, `notizie/${file}`, parametersOf({ ...question, page: 1 }));
  if (own !== topic) return undefined;
  return { site: { ...site, place, words: siteWordsOf(language) }, file, question };
}
