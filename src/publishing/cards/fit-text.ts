import type { Typeface } from "./typeface.ts";

/** A text broken into lines for a box, in pixels. */
export interface FittedText {
  lines: string[];
  size: number;
  lineHeight: number;
  /** Whether an ellipsis had to end it. */
  isCut: boolean;
  /** Whether a word wider than the box had to be parted. */
  hasBrokenWords: boolean;
}

export interface TextBox {
  width: number;
  height: number;
  /** Font sizes to try, from the largest down to the smallest, in pixels. */
  largest: number;
  smallest: number;
  linesMax: number;
  /** As a part of the font size. */
  leading: number;
}

const sizeStep = 2;
// The renderer kerns and rounds; what just fits here must not touch the edge there.
const spare = 0.99;

/**
 * The largest size at which a text stands in a box without a word cut in two. Where even the smallest does not
 * suffice, long words are broken (first after "/" and "-"), and at last an ellipsis ends the text.
 */
export function fitText(given: string, box: TextBox, typeface: Typeface): FittedText {
  const words = piecesOf(heldTogether(given));
  const width = box.width * spare;
  for (let size = box.largest; size >= box.smallest; size -= sizeStep) {
    const lines = wrapped(words, width, size, typeface);
    if (lines && lines.length <= roomFor(size, box)) {
      return fitted(balanced(words, lines, width, size, typeface), size, box);
    }
  }
  const size = box.smallest;
  const pieces = broken(words, (piece) => typeface.widthOf(piece, size) <= width);
  const all = wrapped(pieces, width, size, typeface) ?? [];
  const room = roomFor(size, box);
  const hasBrokenWords = pieces.length > words.length;
  if (all.length <= room) return { ...fitted(all, size, box), hasBrokenWords };
  const last = withEllipsis(all[room - 1] ?? "", width, size, typeface);
  return { ...fitted([...all.slice(0, room - 1), last], size, box), hasBrokenWords, isCut: true };
}

const month =
  "(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|" +
  "January|February|March|April|May|June|July|August|September|October|November|December)\\b";
const dayOfMonth = new RegExp(`\\b(\\d{1,2}°?) (?=${month})`, "g");
const dayOfWeek = new RegExp(
  `\\b((?:lune|marte|mercole|giove|vener)dì|sabato|domenica) (?=\\d{1,2}\\b(?!\u00a0${month}))`,
  "g",
);

const littleWord = "(?:alle|dalle|dal|dai|del|dei|con|per|gli|from|and)";
const counted = new RegExp(`(?<![\\d.,:/-])(\\d{1,3}) (?=\\p{Ll}{3})(?!${littleWord}\\b)`, "gu");

/**
 * No dash at the beginning of a line, no "L." or "n." without its number, no amount without its sign, no day without its
 * month or, where it has none, its weekday, and no number without what it counts.
 */
function heldTogether(text: string): string {
  return text
    .replace(/ (?=[–—-] )/g, "\u00a0")
    .replace(/\b(n|nr|art|L|lett|co|D\.Lgs|D\.L|D\.M)\. (?=\d)/g, "$1.\u00a0")
    .replace(/(\d) (?=[€%])/g, "$1\u00a0")
    .replace(counted, "$1\u00a0")
    .replace(dayOfMonth, "$1\u00a0")
    .replace(dayOfWeek, "$1\u00a0");
}

function fitted(lines: string[], size: number, box: TextBox): FittedText {
  return { lines, size, lineHeight: Math.ceil(size * box.leading), isCut: false, hasBrokenWords: false };
}

function roomFor(size: number, box: TextBox): number {
  return Math.max(1, Math.min(box.linesMax, Math.floor(box.height / Math.ceil(size * box.leading))));
}

/** A word with the space before it, or a part of one that follows the part before without a space. */
interface Piece {
  text: string;
  before: "" | " ";
}

function piecesOf(text: string): Piece[] {
  return text.split(" ").map((word) => ({ text: word, before: " " }));
}

/** Pieces put into lines one after the other; undefined when one alone is wider than the line. */
function wrapped(
  pieces: readonly Piece[],
  width: number,
  size: number,
  typeface: Typeface,
): string[] | undefined {
  const lines: string[] = [];
  let line = "";
  for (const { text, before } of pieces) {
    const longer = line === "" ? text : line + before + text;
    if (typeface.widthOf(longer, size) <= width) line = longer;
    else {
      if (typeface.widthOf(text, size) > width) return undefined;
      lines.push(line);
      line = text;
    }
  }
  return [...lines, line];
}

/** As many lines, but as narrow as they can be: no last line with one lonely word. */
function balanced(
  words: readonly Piece[],
  lines: string[],
  width: number,
  size: number,
  typeface: Typeface,
): string[] {
  let best = lines;
  let [narrow, wide] = [width * 0.4, width];
  while (wide - narrow > 8) {
    const middle = (narrow + wide) / 2;
    const tried = wrapped(words, middle, size, typeface);
    if (tried && tried.length <= lines.length) {
      best = tried;
      wide = middle;
    } else narrow = middle;
  }
  return best;
}

/** Words wider than a line in parts that are not: after the signs between their parts, then wherever they must. */
function broken(words: readonly Piece[], fits: (text: string) => boolean): Piece[] {
  return words.flatMap((word) => {
    if (fits(word.text)) return [word];
    const parts = word.text.split(/(?<=[\u00a0/\-–_.@])/);
    const texts = parts.flatMap((part) => (fits(part) ? [part] : sliced(part, fits)));
    return texts.map((text, index) => ({ text, before: index === 0 ? word.before : "" }));
  });
}

function sliced(word: string, fits: (part: string) => boolean): string[] {
  const parts: string[] = [];
  let part = "";
  for (const character of word) {
    if (part !== "" && !fits(part + character)) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part];
}

function withEllipsis(line: string, width: number, size: number, typeface: Typeface): string {
  let kept = line.replace(/[\s,;:–-]+$/, "");
  while (kept !== "" && typeface.widthOf(`${kept}…`, size) > width) {
    kept = Array.from(kept)
      .slice(0, -1)
      .join("")
      .replace(/[\s,;:–-]+$/, "");
  }
  return `${kept}…`;
}
