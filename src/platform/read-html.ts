import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";

/** A link found in the body of an item. */
export interface BodyLink {
  href: string;
  text: string;
  /** The `type` attribute as written; Drupal adds the length to it ("application/pdf; length=54321"). */
  type?: string;
}

export interface PlainText {
  text: string;
  links: BodyLink[];
}

/** A blank line before and after. */
const paragraphs = new Set([
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "ul",
  "ol",
  "dl",
  "table",
  "blockquote",
  "pre",
  "hr",
]);
/** A line of their own. */
const lines = new Set(
  "div li tr dt dd section article header footer aside nav main figure figcaption form fieldset address center caption thead tbody tfoot details summary option".split(
    " ",
  ),
);
/** What is in them is not for reading. */
const skipped = new Set(
  "script style noscript iframe object svg math head template select button audio video map".split(" "),
);

/** Elements without a say in the layout, among them those that only old portals use. */
const inline = new Set(
  (
    "a abbr acronym area b base basefont bdo big blink body br cite code col colgroup del dfn em embed font frame " +
    "frameset html i img input ins kbd label legend link marquee meta nobr noframes optgroup param q s samp small " +
    "source span strike strong sub sup td textarea th time title track tt u var wbr"
  ).split(" "),
);

/** Whether HTML has, or had, an element of that name. */
export function isHtmlName(name: string): boolean {
  const lower = name.toLowerCase();
  return inline.has(lower) || paragraphs.has(lower) || lines.has(lower) || skipped.has(lower);
}

const linksMax = 200;

/** A label such as "Scadenza:" in a box of its own belongs on the line of what follows (Drupal puts each in a div). */
const label = /^[^\n]{2,40}:[\s\u00a0]*$/;

/**
 * HTML to plain text with line breaks and list signs, and the links in it. On the tokenizer alone: it needs no tree, so
 * time and memory stay linear however deeply somebody nests, and unclosed elements are nothing special.
 */
export function readHtml(html: string): PlainText {
  const reader = new HtmlReader(html);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, reader);
  tokenizer.write(html);
  tokenizer.end();
  return { text: reader.text(), links: reader.links };
}

class HtmlReader implements TokenizerCallbacks {
  readonly links: BodyLink[] = [];
  readonly #html: string;
  readonly #parts: string[] = [];
  /** The line being written, for labels and for knowing whether something stands on it. */
  #line = "";
  /** Line breaks owed before the next word; 0, 1 or 2. */
  #breaks = 0;
  #space = false;
  /** Right behind a list sign, where a paragraph must not begin a new line. */
  #behindSign = false;
  #started = false;
  #tag = "";
  #attributes: Record<string, string> = {};
  #attribute = "";
  #value = "";
  /** Inside an element that is not for reading: its name. */
  #skipping = "";
  #preformatted = false;
  /** Counters of the lists we are in; undefined = bullets. */
  readonly #lists: (number | undefined)[] = [];
  #link: BodyLink | undefined;

  constructor(html: string) {
    this.#html = html;
  }

  text(): string {
    this.#closeLink();
    return this.#parts.join("");
  }

  ontext(start: number, end: number): void {
    this.#write(this.#html.slice(start, end));
  }

  ontextentity(code: number): void {
    this.#write(String.fromCodePoint(code));
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#html.slice(start, end).toLowerCase();
    this.#attributes = {};
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, end).toLowerCase();
    this.#value = "";
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#html.slice(start, end);
  }

  onattribentity(code: number): void {
    this.#value += String.fromCodePoint(code);
  }

  onattribend(): void {
    if (this.#attribute === "href" || this.#attribute === "type")
      this.#attributes[this.#attribute] = this.#value;
  }

  onopentagend(): void {
    const name = this.#tag;
    if (this.#skipping) return;
    if (skipped.has(name)) this.#skipping = name;
    else if (name === "a") this.#openLink();
    else if (name === "br") this.#break(Math.min(2, this.#breaks + 1));
    else if (name === "td" || name === "th") this.#cell();
    else this.#openBlock(name);
  }

  onselfclosingtag(): void {
    // <script/> opens a script in HTML; for the others the slash says nothing.
    this.onopentagend();
  }

  onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase();
    if (this.#skipping) {
      if (this.#skipping === name) this.#skipping = "";
      return;
    }
    if (name === "a") this.#closeLink();
    else if (name === "ul" || name === "ol") this.#closeList();
    else if (name === "pre") this.#preformatted = false;
    if (paragraphs.has(name)) this.#break(this.#lists.length > 0 ? 1 : 2);
    else if (lines.has(name)) this.#break(1);
  }

  oncdata(start: number, end: number): void {
    this.#write(this.#html.slice(start, end));
  }
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  #openBlock(name: string): void {
    if (paragraphs.has(name)) this.#break(this.#lists.length > 0 ? 1 : 2);
    else if (lines.has(name)) this.#break(1);
    if (name === "ul" || name === "ol") this.#openList(name);
    else if (name === "pre") this.#preformatted = true;
    else if (name === "li") this.#openListItem();
  }

  #openList(name: "ul" | "ol"): void {
    // Deeper lists are a fault of nesting; the count must not grow with it.
    if (this.#lists.length < 50) this.#lists.push(name === "ol" ? 1 : undefined);
  }

  #closeList(): void {
    this.#lists.pop();
    this.#behindSign = false;
  }

  #openListItem(): void {
    if (this.#behindSign) return;
    const number = this.#lists.at(-1);
    if (number !== undefined) this.#lists[this.#lists.length - 1] = number + 1;
    this.#write(number === undefined ? "• " : `${number}. `);
    this.#behindSign = true;
  }

  #cell(): void {
    if (this.#breaks === 0 && this.#line.trim() !== "" && !this.#line.endsWith("| ")) this.#write(" | ");
  }

  #openLink(): void {
    this.#closeLink();
    const href = this.#attributes.href;
    if (href && this.links.length < linksMax) this.#link = { href, text: "", type: this.#attributes.type };
  }

  #closeLink(): void {
    const link = this.#link;
    if (!link) return;
    this.#link = undefined;
    link.text = link.text.replace(/\s+/g, " ").trim();
    this.links.push(link);
    // Behind "write to us" there may be an address that appears nowhere else.
    const mail = link.href.match(/^mailto:([^?\s]{3,100})/i)?.[1];
    if (mail && !link.text.toLowerCase().includes("@")) this.#write(` (${mail})`);
  }

  #break(count: number): void {
    if (this.#behindSign) return;
    if (count === 1 && this.#breaks === 0 && label.test(this.#line)) {
      this.#space = true;
      return;
    }
    this.#breaks = Math.max(this.#breaks, count);
  }

  #write(raw: string): void {
    if (this.#skipping) return;
    const text = this.#preformatted || !/[\t\n\r\f]| {2}/.test(raw) ? raw : raw.replace(/[\t\n\r\f ]+/g, " ");
    if (this.#link && this.#link.text.length < 300) this.#link.text += text;
    const blank = text.trim() === "";
    if (blank && (this.#breaks > 0 || !this.#started)) return;
    if (this.#breaks > 0 && this.#started) this.#parts.push("\n".repeat(this.#breaks));
    if (this.#breaks > 0) this.#line = "";
    else if (this.#space && !text.startsWith(" ")) this.#parts.push(" ");
    this.#breaks = 0;
    this.#space = false;
    this.#behindSign = false;
    this.#started = true;
    this.#parts.push(text);
    // Only the beginning matters: whether the line is a short label.
    if (this.#line.length < 60) this.#line += text;
  }
}
