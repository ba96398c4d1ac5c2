import type { FeedFormat } from "./raw-feed.ts";

/** Customary prefixes by namespace, compared without scheme, case and trailing signs: feeds are careless with all. */
const customary = new Map([
  ["www.w3.org/2005/atom", "atom"],
  ["purl.org/atom/ns", "atom"],
  ["purl.org/rss/1.0", "rss"],
  ["my.netscape.com/rdf/simple/0.9", "rss"],
  ["channel.netscape.com/rdf/simple/0.9", "rss"],
  ["backend.userland.com/rss2", "rss"],
  ["purl.org/dc/elements/1.1", "dc"],
  ["purl.org/dc/elements/1.0", "dc"],
  ["purl.org/dc/terms", "dcterms"],
  ["purl.org/rss/1.0/modules/content", "content"],
  ["rssnamespace.org/feedburner/ext/1.0", "feedburner"],
  ["www.w3.org/1999/xhtml", "xhtml"],
  ["www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"],
]);

const ownPrefix: Record<FeedFormat, string> = { rss: "rss", rdf: "rss", atom: "atom" };

/** Names of elements in one document: prefixes as declared so far, whatever element declared them. */
export class Names {
  readonly #prefixes = new Map<string, string>();
  #own = "";

  /** To be told once, when the outermost element is known. */
  setFormat(format: FeedFormat): void {
    this.#own = ownPrefix[format];
  }

  /** Takes note of the xmlns:… of an element; to be called before its own name is asked for. */
  declare(attributes: Record<string, string>): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (!name.startsWith("xmlns:")) continue;
      const known = customaryPrefix(value);
      if (known) this.#prefixes.set(name.slice(6), known);
    }
  }

  /** The name as RawElement has it. */
  of(written: string, attributes: Record<string, string>): string {
    const colon = written.indexOf(":");
    if (colon < 0) {
      // An element may carry its own default namespace: <link xmlns="http://www.w3.org/2005/Atom"> in RSS.
      const known = attributes.xmlns === undefined ? undefined : customaryPrefix(attributes.xmlns);
      return known && this.#own && known !== this.#own && known !== "xhtml" ? `${known}:${written}` : written;
    }
    const prefix = this.#prefixes.get(written.slice(0, colon)) ?? written.slice(0, colon);
    const local = written.slice(colon + 1);
    return prefix === this.#own ? local : `${prefix}:${local}`;
  }
}

function customaryPrefix(uri: string): string | undefined {
  return customary.get(
    uri
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, "")
      .replace(/[/#]+$/, ""),
  );
}
