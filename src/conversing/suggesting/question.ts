import type { PreparedAnswer } from "../../authority/prepared-answers.ts";
import { languageOf } from "../../moderating/detecting/language.ts";
import { PhraseIndex } from "../../moderating/reading/find-phrases.ts";
import { phrasesOf } from "../../moderating/reading/phrase.ts";
import type { Word } from "../../moderating/reading/word.ts";
import { readText } from "../../moderating/reading/words.ts";
import { nearest } from "../../platform/nearest.ts";
import { type AskedFact, askedWords } from "./asked-words.ts";

/** A question, read: words with what they may have been meant to be. */
export interface ReadQuestion {
  words: readonly Word[];
  language: "it" | "en";
}

const cues = Object.entries(askedWords).flatMap(([fact, sets]) =>
  sets.map(({ weight, say }) => ({ say, entry: { fact: fact as AskedFact, weight, key: say.join() } })),
);
const cueIndex = new PhraseIndex(cues);

/** Words of the lists that are long enough to be recognised with a slip of the keyboard. */
const lettersMin = 5;
const vocabulary = [
  ...new Set(
    cues.flatMap(({ say }) =>
      say
        .flatMap(phrasesOf)
        .flat()
        .flatMap(({ exact }) => [...exact]),
    ),
  ),
].filter((word) => word.length >= lettersMin);

const charactersMax = 2_000;

export function readQuestion(text: string): ReadQuestion {
  const read = readText(text.slice(0, charactersMax));
  return { words: read.words.map(respelt), language: languageOf(read) === "en" ? "en" : "it" };
}

function respelt(word: Word): Word {
  if (word.text.length < lettersMin || vocabulary.includes(word.text)) return word;
  const meant = nearest(word.text, vocabulary);
  const isOneSlip = meant !== undefined && Math.abs(meant.length - word.text.length) <= 1;
  return isOneSlip && meant[0] === word.text[0] ? { ...word, readings: [...word.readings, meant] } : word;
}

/** Which facts of an item are asked for, and how plainly: each cue counts once. */
export function askedFacts({ words }: ReadQuestion): Map<AskedFact, number> {
  const scores = new Map<AskedFact, number>();
  const entries = new Set(cueIndex.find(words).map(({ entry }) => entry));
  for (const { fact, weight } of entries) scores.set(fact, (scores.get(fact) ?? 0) + weight);
  return scores;
}

/** How well an answer fits by its keywords: the words of those that stand in the question, in a row. */
export function keywordScore(question: ReadQuestion, { keywords }: Pick<PreparedAnswer, "keywords">): number {
  return keywords.reduce(
    (score, keyword) => score + (holds(question, keyword) ? 2 * keyword.split(" ").length : 0),
    0,
  );
}

function holds({ words }: ReadQuestion, keyword: string): boolean {
  const wanted = readText(keyword).words.map(({ text }) => text);
  return words.some((_, at) => wanted.every((each, index) => isMeant(words[at + index], each)));
}

function isMeant(word: Word | undefined, wanted: string): boolean {
  if (!word) return false;
  if (word.readings.includes(wanted)) return true;
  // A word of another ending, or one slip away.
  if (wanted.length < lettersMin) return false;
  return (
    word.text.startsWith(wanted.slice(0, -1)) ||
    (nearest(word.text, [wanted]) !== undefined &&
      Math.abs(word.text.length - wanted.length) <= 1 &&
      word.text[0] === wanted[0] &&
      wanted.length > 6)
  );
}
