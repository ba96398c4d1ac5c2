import type { Mend } from "./mends.ts";

/** Markup that a tolerant XML reader takes as its author meant it. */
export interface Repaired {
  xml: string;
  mended: Set<Mend>;
}

const feedStart = /<\?xml\b|<(?:[\w-]+:)?(?:rss|feed|rdf)\b|<channel\b/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what we look for.
const forbidden = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g;
const htmlEntity = /&(?!(?:amp|lt|gt|quot|apos);)[a-z][a-z0-9]{1,30};/i;
const bareAmpersand = /&(?!#\d+;|#x[\da-f]+;|[a-z][a-z0-9]{1,30};)/i;

/**
 * Makes dirty XML readable without touching what is inside CDATA: junk before the feed, control characters, `<` that
 * opens nothing, DOCTYPE (dropped whole, so that nothing it defines is ever expanded). Bare `&` and HTML entities need
 * no change (the reader leaves them as they are, and text is read as HTML later); they are only noted.
 * Linear in the length of the text.
 */
export function repairXml(text: string): Repaired {
  const mended = new Set<Mend>();
  const cleaned = text.replace(forbidden, (sign) => {
    mended.add("control-characters");
    // Vertical tab and form feed separate words; the others are noise.
    return sign === "\x0b" || sign === "\x0c" ? " " : "";
  });
  return { xml: withoutStraySigns(fromFeedStart(cleaned, mended), mended), mended };
}

/** PHP notices and blanks before the prolog are cut off; a page that is not a feed stays as it is. */
function fromFeedStart(text: string, mended: Set<Mend>): string {
  const trimmed = text.trimStart();
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(trimmed)) return trimmed;
  const start = trimmed.slice(0, 16_384).search(feedStart);
  if (start <= 0) return trimmed;
  const before = trimmed.slice(0, start).replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<![^>]*>/g, "");
  if (before.trim() === "") return trimmed;
  mended.add("text-before-feed");
  return trimmed.slice(start);
}

function withoutStraySigns(xml: string, mended: Set<Mend>): string {
  const kept: string[] = [];
  let keptTo = 0;
  let position = 0;
  let close = -1;
  for (;;) {
    const open = xml.indexOf("<", position);
    noteEntities(xml.slice(position, open < 0 ? xml.length : open), mended);
    if (open < 0) break;
    const special = specialEnd(xml, open);
    if (special) {
      if (special.drop) {
        kept.push(xml.slice(keptTo, open));
        keptTo = special.end;
        if (special.drop === "own-entities") mended.add("own-entities");
      }
      position = special.end;
      continue;
    }
    if (close <= open) close = xml.indexOf(">", open);
    // Cut in the middle of a tag: what follows is nothing.
    if (close < 0) return kept.join("") + xml.slice(keptTo, open);
    const nextOpen = xml.indexOf("<", open + 1);
    if ((nextOpen < 0 || close < nextOpen) && isTag(xml.slice(open + 1, close))) {
      position = close + 1;
      continue;
    }
    mended.add("stray-signs");
    kept.push(xml.slice(keptTo, open), "&lt;");
    keptTo = open + 1;
    position = open + 1;
  }
  return keptTo === 0 ? xml : kept.join("") + xml.slice(keptTo);
}

/** What stands between < and >: a name and attributes, not words as in "lun<ven 8-14, paga > 9". */
function isTag(inside: string): boolean {
  return /^\/?[A-Za-z_:]/.test(inside) && (!/\s[^\s/]/.test(inside) || inside.includes("="));
}

interface Special {
  end: number;
  drop?: "doctype" | "own-entities";
}

/** Where CDATA, a comment, a processing instruction or a DOCTYPE that begins here ends. */
function specialEnd(xml: string, open: number): Special | undefined {
  const next = xml.charAt(open + 1);
  if (next === "?") return { end: after(xml, ">", open) };
  if (next !== "!") return undefined;
  if (xml.startsWith("<![CDATA[", open)) return { end: after(xml, "]]>", open) };
  if (xml.startsWith("<!--", open)) return { end: after(xml, "-->", open) };
  const end = after(xml, ">", open);
  if (!/^<!doctype/i.test(xml.slice(open, open + 9))) return { end };
  const subset = xml.slice(open, end).indexOf("[");
  if (subset < 0) return { end, drop: "doctype" };
  const subsetEnd = xml.slice(open, open + 1_000_000).search(/\]\s*>/);
  return {
    end: subsetEnd < 0 ? xml.length : after(xml, ">", open + subsetEnd),
    drop: "own-entities",
  };
}

function after(xml: string, sign: string, from: number): number {
  const found = xml.indexOf(sign, from);
  return found < 0 ? xml.length : found + sign.length;
}

function noteEntities(text: string, mended: Set<Mend>): void {
  if (!text.includes("&")) return;
  if (htmlEntity.test(text)) mended.add("undeclared-entities");
  if (bareAmpersand.test(text)) mended.add("stray-signs");
}
