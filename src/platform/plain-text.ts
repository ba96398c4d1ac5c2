import { decodeHTMLStrict } from "entities";
import { type BodyLink, isHtmlName, type PlainText, readHtml } from "./read-html.ts";

export type { BodyLink, PlainText };

const knownTag =
  /<\/?(?:p|br|div|span|strong|b|i|em|u|a|ul|ol|li|table|tbody|tr|td|th|h[1-6]|img|font|hr|blockquote|pre|script|style|iframe|section|article)\b[^<>]{0,2000}>/i;
/** Each sign that may begin a tag, up to what closes it or not. Nothing in it can be tried twice: texts are strangers'. */
const opening = /<([a-z][\w:-]*)([^<>]*)(>?)/gi;
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z0-9]{1,30});/i;

/** Escaped twice is common, three times happens; more is somebody's joke. */
const layersMax = 3;

/**
 * Whether a text has a tag that people use: "stipendio <1500" and "<nome cognome>" have none. For texts that are said
 * to be plain, where a sign alone must not make HTML of them; what is said to be HTML needs no such question.
 */
export function hasMarkup(text: string): boolean {
  return knownTag.test(text);
}

/**
 * HTML, or text that may be HTML, as plain text for people: each block on lines of its own, lists with their signs,
 * scripts and styles left out, and the links there were. Some portals escape twice, so what still looks like markup
 * after a reading is read again. Text without any tag keeps its own line breaks. The one reader for all that comes in:
 * feeds, which say that their texts are HTML, and pushes, which say that theirs are not and are asked `hasMarkup` first.
 */
export function plainText(source: string): PlainText {
  let text = source;
  let links: BodyLink[] = [];
  for (let layer = 0; layer < layersMax; layer++) {
    if (layer === 0 ? text.includes("<") : hasMarkup(text)) {
      const read = readHtml(withoutStrayOpens(text));
      text = read.text;
      if (links.length === 0) links = read.links;
    } else if (entity.test(text)) {
      text = decodeHTMLStrict(text);
    } else break;
  }
  return { text: tidyText(text), links };
}

/** The same on one line, for titles and labels. */
export function plainLine(source: string): string {
  return plainText(source).text.replace(/\s+/g, " ").trim();
}

/** The beginning of a text, for an item without title: up to `lengthMax` characters, ending at a word. */
export function firstWords(text: string, lengthMax: number): string {
  const line = text
    .slice(0, lengthMax * 4)
    .replace(/\s+/g, " ")
    .trim();
  const signs = [...line];
  if (signs.length <= lengthMax && text.length <= lengthMax * 4) return line;
  const cut = signs.slice(0, lengthMax - 1).join("");
  const lastSpace = signs[lengthMax - 1] === " " ? cut.length : cut.lastIndexOf(" ");
  const words = lastSpace > lengthMax / 2 ? cut.slice(0, lastSpace) : cut;
  // A joiner at the end would glue the ellipsis to half a picture.
  return `${words.replace(/(?:[\s,;:.–-]|\u200d|\ufe0f)+$/u, "")}…`;
}

/** HTML's own tags may hold "<" in a quoted attribute or bare words, so only unknown names are taken as text. */
function withoutStrayOpens(html: string): string {
  return html.replace(opening, (whole, name: string, rest: string, close: string) => {
    const isStray = close === "" || areWords(rest);
    return isStray && !isHtmlName(name) ? `&lt;${whole.slice(1)}` : whole;
  });
}

/** "lun<ven 6-9, paga > 8": words follow the sign where a tag has attributes. */
function areWords(rest: string): boolean {
  return /^\s/.test(rest) && !rest.includes("=") && /[^\s/]/.test(rest);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: numeric references may bring them in.
const invisible = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff]/g;

/** Text without invisible and control characters, superfluous blanks and empty lines; what a database can store. */
export function tidyText(text: string): string {
  return (
    text
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
      .replace(invisible, "")
      .toWellFormed()
      .split("\n")
      .map((line) => line.replace(/[^\S\n]+/g, " ").trim())
      // The sign of an empty list item.
      .filter((line) => line !== "•")
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim()
  );
}
