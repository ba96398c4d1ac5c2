import { readingsOf } from "./disguises.ts";
import { type FoldedText, foldText } from "./fold-text.ts";
import { joinSpacedLetters } from "./spaced-letters.ts";
import type { Word } from "./word.ts";

export interface ReadText extends FoldedText {
  words: readonly Word[];
  sentences: number;
  /** Which sentences are asked. */
  asked: ReadonlySet<number>;
}

const wordsToASentence = 60;

/** Reads a text of any content and length; linear in its length. */
export function readText(original: string): ReadText {
  const folded = foldText(original);
  const marks = new Marks(folded);
  const words: Word[] = [];
  const { plain } = folded;
  for (let at = 0; at < plain.length; ) {
    const end = endOfWord(plain, at);
    if (end === at) {
      marks.pass(at);
      at++;
      continue;
    }
    words.push(marks.word(at, end));
    at = end;
  }
  return { ...folded, words: joinSpacedLetters(words), sentences: marks.sentence + 1, asked: marks.asked };
}

const letterOrDigit = /[\p{L}\p{N}]/u;
const emoji = /\p{Extended_Pictographic}/u;
/** Signs that belong to a word when they stand between letters: "str0nz!", "c*glioni". */
const within = new Set("@$€!|+*#");

function isPartOfWord(plain: string, at: number): boolean {
  const code = plain.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return letterOrDigit.test(String.fromCodePoint(plain.codePointAt(at) ?? 0));
}

const isAsciiLetter = (code: number) => code >= 97 && code <= 122;

/** Where the word that begins at `at` ends; `at` itself if none begins there. */
function endOfWord(plain: string, at: number): number {
  if (plain.charCodeAt(at) === 42) return endOfMask(plain, at);
  if (!isPartOfWord(plain, at)) {
    // A sum of money is "$ 5"; "$" before a letter is one.
    if (plain.charAt(at) === "$" && isAsciiLetter(plain.charCodeAt(at + 1))) return restOfWord(plain, at + 1);
    if (plain.charAt(at) === "€" || plain.charAt(at) === "%") return at + 1;
    return emoji.test(String.fromCodePoint(plain.codePointAt(at) ?? 0)) ? at + widthAt(plain, at) : at;
  }
  return restOfWord(plain, at);
}

function restOfWord(plain: string, from: number): number {
  let at = from;
  while (at < plain.length) {
    if (isPartOfWord(plain, at)) at += widthAt(plain, at);
    else if (within.has(plain.charAt(at)) && continuesWord(plain, at)) at++;
    else break;
  }
  return at;
}

/** A sign goes on with a word if more of the word follows; asterisks may also end it ("stron**"). */
function continuesWord(plain: string, at: number): boolean {
  const sign = plain.charAt(at);
  let next = at + 1;
  if (sign === "*" || sign === "#") {
    while (next < plain.length && next - at < 8 && plain.charAt(next) === sign) next++;
    return sign === "*" || isAsciiLetter(plain.charCodeAt(next));
  }
  return isAsciiLetter(plain.charCodeAt(next)) || (sign === "!" && plain.charAt(next) === "*");
}

/** "***" alone, or the masked beginning of a word: "**zzo". */
function endOfMask(plain: string, at: number): number {
  let end = at;
  while (plain.charAt(end) === "*") end++;
  return isAsciiLetter(plain.charCodeAt(end)) ? restOfWord(plain, end) : end - at >= 2 ? end : at;
}

function widthAt(plain: string, at: number): number {
  return (plain.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

const openers = new Set("«“„‹");
const closers = new Set("»”›");
const pauses = new Set(",()[]—–");

const cutOff = new Set("a e i o u na no nu ne n l m sta sto sti ste su".split(" "));

/** What stands between words: ends of sentences, questions, quotation marks. */
class Marks {
  sentence = 0;
  readonly asked = new Set<number>();
  readonly #text: FoldedText;
  #isQuoted = false;
  #paused = true;
  #wordsInSentence = 0;

  constructor(text: FoldedText) {
    this.#text = text;
  }

  pass(at: number): void {
    const mark = this.#text.plain.charAt(at);
    if (mark === " ") return;
    if (mark === '"') this.#isQuoted = !this.#isQuoted;
    else if (openers.has(mark) || (mark === "'" && this.#opensSingle(at))) this.#isQuoted = true;
    else if (closers.has(mark) || (mark === "'" && this.#closesSingle(at))) this.#isQuoted = false;
    if (pauses.has(mark) || mark === '"') this.#paused = true;
    if (mark === "?") this.asked.add(this.sentence);
    if (this.#endsSentence(mark, at)) this.#next();
  }

  word(at: number, end: number): Word {
    const { plain, from, to, original } = this.#text;
    if (++this.#wordsInSentence > wordsToASentence) this.#next();
    const said = plain.slice(at, end);
    // "e'" is how "è" is written where the keyboard has no accents.
    const text = said === "e" && plain.charAt(end) === "'" ? "è" : said;
    const start = from[at] ?? 0;
    const stop = to[end - 1] ?? start;
    const afterPause = this.#paused;
    this.#paused = false;
    const isTruncated = plain.startsWith("...", end) || plain.charAt(end) === "…";
    return {
      text,
      readings: readingsOf(text, isTruncated),
      from: start,
      to: stop,
      sentence: this.sentence,
      isCapital: startsCapital(original, start),
      isQuoted: this.#isQuoted,
      afterPause,
    };
  }

  #next(): void {
    this.sentence++;
    this.#wordsInSentence = 0;
    this.#paused = true;
  }

  #opensSingle(at: number): boolean {
    const { plain } = this.#text;
    if (isPartOfWord(plain, at - 1) || !isPartOfWord(plain, at + 1)) return false;
    // "'na", "'o", "'sta": what dialects cut off is no quotation.
    return !cutOff.has(plain.slice(at + 1, endOfWord(plain, at + 1)));
  }

  #closesSingle(at: number): boolean {
    return this.#isQuoted && !isPartOfWord(this.#text.plain, at + 1);
  }

  /** "11.50", "5.12.26" and "che caz... di orari" go on; a question mark and a line's end do not. */
  #endsSentence(mark: string, at: number): boolean {
    if (mark === "?" || mark === "!" || mark === "\n" || mark === ";") return this.#wordsInSentence > 0;
    if (mark !== "." && mark !== "…" && mark !== ":") return false;
    const { plain, original, to } = this.#text;
    if (plain.charAt(at + 1) === mark || isPartOfWord(plain, at + 1)) return false;
    if (plain.charAt(at - 1) !== "." && mark !== "…") return this.#wordsInSentence > 0;
    const rest = to[at] ?? 0;
    return startsCapital(original, original.charAt(rest) === " " ? rest + 1 : rest);
  }
}

function startsCapital(original: string, at: number): boolean {
  const first = original.charAt(at);
  return first !== first.toLowerCase();
}
