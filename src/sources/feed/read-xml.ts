import { escapeAttribute, escapeText } from "entities";
import { Parser } from "htmlparser2";
import { absoluteLink } from "./links.ts";
import type { Mend } from "./mends.ts";
import { Names } from "./namespaces.ts";
import type { FeedFormat, RawElement, RawFeed, RawItem } from "./raw-feed.ts";

export type XmlReading =
  | { kind: "feed"; feed: RawFeed; mended: Set<Mend> }
  /** The outermost element is no feed's: its name, "" where there is none. */
  | { kind: "other"; root: string }
  | { kind: "too-deep" };

/** More than any portal shows; keeps one hostile answer from filling the memory. */
export const itemsMax = 20_000;

/** HTML elements without end that people leave unescaped in descriptions. Not link and source: RSS has its own. */
const endless = new Set(["br", "hr", "img", "input", "wbr", "area", "col", "embed"]);

/** The parser's stack costs time with its depth; honest feeds stay below 30. */
const depthMax = 1_000;

class TooDeep extends Error {}

class TolerantParser extends Parser {
  protected override isVoidElement(name: string): boolean {
    return endless.has(name);
  }
}

/**
 * Reads repaired XML into a raw feed, in one pass and without a tree. Takes what is there: unclosed elements, unescaped
 * HTML, a missing root. An item counts only when its end was seen (or another item or the end of the feed followed):
 * what a truncated answer was saying last is not an item.
 */
export function readXml(xml: string, address: string | undefined): XmlReading {
  const reader = new FeedReader(address);
  const parser = new TolerantParser(reader, {
    xmlMode: true,
    lowerCaseTags: true,
    lowerCaseAttributeNames: true,
  });
  try {
    parser.write(xml);
    reader.ending = true;
    parser.end();
  } catch (error) {
    if (error instanceof TooDeep) return { kind: "too-deep" };
    throw error;
  }
  return reader.result();
}

class FeedReader {
  /** Set before the parser closes by itself what the document left open. */
  ending = false;

  readonly #names = new Names();
  readonly #mended = new Set<Mend>();
  readonly #head: RawElement[] = [];
  readonly #items: RawItem[] = [];
  /** Open elements, outermost first; names as RawElement has them. */
  readonly #open: { name: string; base: string | undefined }[] = [];
  #root = "";
  #format: FeedFormat | undefined;
  #rootClosed = false;
  #item: RawItem | undefined;
  /** How many elements are open outside the current item, and outside the current element of item or head. */
  #itemDepth = 0;
  #elementDepth = 0;
  #element: RawElement | undefined;
  #parts: string[] = [];
  readonly #address: string | undefined;

  /** `address` only serves to make a relative xml:base absolute. */
  constructor(address: string | undefined) {
    this.#address = address;
  }

  result(): XmlReading {
    if (!this.#format) return { kind: "other", root: this.#root };
    if (!this.#rootClosed) this.#mended.add("truncated");
    return {
      kind: "feed",
      feed: { format: this.#format, head: this.#head, items: this.#items },
      mended: this.#mended,
    };
  }

  onopentag(written: string, attributes: Record<string, string>): void {
    if (this.#open.length >= depthMax) throw new TooDeep();
    this.#names.declare(attributes);
    if (this.#root === "") this.#setRoot(written, attributes);
    const name = this.#names.of(written, attributes);
    const outer = this.#open.at(-1)?.base;
    const stated = attributes["xml:base"];
    const base = stated === undefined ? outer : (absoluteLink(stated, outer ?? this.#address) ?? outer);
    if (this.#isItem(name)) this.#openItem(attributes, base);
    else if (this.#element) this.#addMarkup(written, attributes);
    else if (this.#item) this.#openElement(name, attributes, base);
    else if (this.#isInHead(name)) this.#openElement(name, attributes, base);
    this.#open.push({ name, base });
  }

  ontext(text: string): void {
    if (!this.#element) return;
    // Inside markup the text has been decoded once too often to be HTML source.
    this.#parts.push(this.#open.length > this.#elementDepth + 1 ? escapeText(text) : text);
  }

  onclosetag(written: string, implied: boolean): void {
    this.#open.pop();
    const depth = this.#open.length;
    if (this.#element) {
      if (depth === this.#elementDepth) this.#closeElement();
      else if (!endless.has(written)) this.#parts.push(`</${localName(written)}>`);
    } else if (this.#item && depth === this.#itemDepth) {
      if (implied && !this.ending) this.#mended.add("unclosed-items");
      this.#closeItem();
    }
    if (depth === 0 && !this.ending) this.#rootClosed = true;
  }

  #setRoot(written: string, attributes: Record<string, string>): void {
    this.#root = written;
    const local = localName(written);
    if (local === "feed") this.#format = "atom";
    else if (local === "rdf") this.#format = "rdf";
    else if (local === "rss" || written === "channel" || written === "item") this.#format = "rss";
    // "feed" is also a word of other vocabularies; theirs have a namespace of their own.
    const namespace = attributes.xmlns ?? "";
    if (this.#format === "atom" && namespace !== "" && !/atom/i.test(namespace)) this.#format = undefined;
    if (!this.#format) return;
    if (written === "channel" || written === "item") this.#mended.add("no-root");
    this.#names.setFormat(this.#format);
  }

  #isItem(name: string): boolean {
    if (this.#format === "atom") return name === "entry";
    return name === "item" && this.#format !== undefined;
  }

  #isInHead(name: string): boolean {
    const parent = this.#open.at(-1)?.name;
    if (name === "channel" || !this.#format) return false;
    return parent === "channel" || (this.#format === "atom" && parent === "feed");
  }

  #openItem(attributes: Record<string, string>, base: string | undefined): void {
    // An element left open must not swallow the items behind it.
    this.#closeElement();
    if (this.#item) {
      // The one before was never closed. It is whole all the same: another begins.
      this.#mended.add("unclosed-items");
      this.#keepItem();
    }
    this.#item = { attributes, elements: [], base };
    this.#itemDepth = this.#open.length;
  }

  #closeItem(): void {
    // Nobody knows what a cut item would have gone on to say, so it waits for the next look.
    if (this.ending) this.#mended.add("truncated");
    else this.#keepItem();
    this.#item = undefined;
  }

  #keepItem(): void {
    if (!this.#item) return;
    if (this.#items.length < itemsMax) this.#items.push(this.#item);
    else this.#mended.add("too-many-items");
  }

  #openElement(name: string, attributes: Record<string, string>, base: string | undefined): void {
    this.#element = { name, attributes, text: "", base };
    this.#elementDepth = this.#open.length;
    this.#parts = [];
  }

  #closeElement(): void {
    const element = this.#element;
    this.#element = undefined;
    if (!element) return;
    element.text = this.#parts.join("");
    (this.#item?.elements ?? this.#head).push(element);
  }

  #addMarkup(written: string, attributes: Record<string, string>): void {
    const local = localName(written);
    this.#parts.push(`<${local}${attribute("href", attributes)}${attribute("type", attributes)}>`);
  }
}

function localName(written: string): string {
  return written.slice(written.indexOf(":") + 1);
}

function attribute(name: string, attributes: Record<string, string>): string {
  const value = attributes[name];
  return value === undefined ? "" : ` ${name}="${escapeAttribute(value)}"`;
}
