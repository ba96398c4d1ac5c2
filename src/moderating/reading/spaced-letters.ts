import { readingsOf } from "./disguises.ts";
import type { Word } from "./word.ts";

const lettersMin = 3;
const gapMax = 2;
const lettersMax = 30;
const digit = /\d/;
const isLetter = ({ text }: Word) => text.length === 1 && /[a-z0-9@$!*]/.test(text);

/**
 * Letters written apart ("s t u p i d i", "c.o.g.l.i.o.n.e") become one word. Where the run may have swallowed a
 * one-letter word at either end ("O d i o i…"), the word without it is a reading too.
 */
export function joinSpacedLetters(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const run = runOfLetters(words, at);
    const [first, last] = [words[at], words[at + run - 1]];
    if (!first || !last || run < lettersMin) {
      if (first) joined.push(first);
      at++;
      continue;
    }
    const text = words
      .slice(at, at + run)
      .map((word) => word.text)
      .join("");
    const whole = [text, text.slice(0, -1), text.slice(1)].filter((each) => each.length >= lettersMin);
    const readings = [...new Set(whole.flatMap((each) => readingsOf(each, false)))];
    joined.push({ ...first, text, readings, to: last.to });
    at += run;
  }
  return joined;
}

function runOfLetters(words: readonly Word[], from: number): number {
  let count = 0;
  for (let at = from; at < words.length && count < lettersMax; at++) {
    const word = words[at];
    const before = words[at - 1];
    if (!word || !isLetter(word)) break;
    // "7/b a Matera" is a number and two words.
    if (count === 0 && digit.test(word.text)) break;
    if (count > 0 && before && word.from - before.to > gapMax) break;
    count++;
  }
  return count;
}
