/**
 * One element of an item or of the feed's head. The name is lower-case; without prefix for the feed's own vocabulary,
 * else with the customary prefix whatever the feed calls it ("dc:date", "content:encoded", "atom:link").
 */
export interface RawElement {
  name: string;
  /** Names in lower case, as written (with prefix). */
  attributes: Record<string, string>;
  /** As decoded from XML, which for most elements is HTML source; elements inside are written out as such. */
  text: string;
  /** Absolute, where the feed states xml:base. */
  base: string | undefined;
}

export interface RawItem {
  /** Attributes of the item element itself (rdf:about). */
  attributes: Record<string, string>;
  elements: RawElement[];
  base: string | undefined;
}

export type FeedFormat = "rss" | "rdf" | "atom";

/** A feed as written: shape without meaning. */
export interface RawFeed {
  format: FeedFormat;
  /** Elements of the feed's head: title, link... */
  head: RawElement[];
  items: RawItem[];
}

/** Text of the first element of that name that has any. */
export function textOf(elements: RawElement[], ...names: string[]): string | undefined {
  for (const name of names) {
    for (const element of elements) {
      if (element.name === name && element.text.trim() !== "") return element.text.trim();
    }
  }
  return undefined;
}
