import { mendSpelling } from "./detecting/mend-spelling.ts";
import { findNamed, type Named } from "./detecting/named-persons.ts";
import { allLists, type WordKind } from "./lexicons/all-lists.ts";
import { classes } from "./lexicons/classes.ts";
import type { WordSet } from "./lexicons/word-list.ts";
import { type ClassOf, type Found, PhraseIndex } from "./reading/find-phrases.ts";
import type { Span, Word } from "./reading/word.ts";
import { type ReadText, readText } from "./reading/words.ts";

export type Mention = Found<WordSet<WordKind>>;

const classIndex = new PhraseIndex(Object.entries(classes).map(([entry, say]) => ({ say, entry })));
/** Each line is found by itself, so that what was found says which line of which list it rests on. */
const listIndex = new PhraseIndex(
  allLists.flatMap((set) => set.say.map((said) => ({ say: [said], entry: { ...set, say: [said] } }))),
);

/** The line of a list that a mention rests on; the same words may stand in lists of two kinds. */
export function lineOf({ entry: { kind, say } }: Mention): string {
  return `${kind}: ${say.join()}`;
}

/** Of one kind; a text that has more is no comment, and what compares them must stay quick. */
const mentionsMax = 100;
const nothing: ReadonlySet<string> = new Set();
const none: readonly Mention[] = [];

const laughter = new Set([
  ...["😂", "🤣", "😅", "🙃", "😆", "😁", "😜", "😉", "😝", "🤪", "😹"],
  ...["ahah", "ahaha", "ahahah", "ahahaha", "haha", "hahaha", "lol", "xd", "eheh", "ihih"],
]);

/** A text with everything that was found in it; what that means is for the files in `detecting/`. */
export interface Evidence {
  text: ReadText;
  words: readonly Word[];
  classOf: ClassOf;
  named: readonly Named[];
  /** Laughter, or a face that means the opposite. */
  isLaughing: boolean;
  /** In the order of the text. */
  all: readonly Mention[];
  of(...kinds: WordKind[]): readonly Mention[];
}

/** `leftOut`: lines of lists read as if they were not there, to measure what depends on them. */
export function gatherEvidence(original: string, leftOut: ReadonlySet<string> = nothing): Evidence {
  const read = readText(original);
  const words = mendSpelling(read.words);
  const text = { ...read, words };
  const classOf = classesOf(words);
  const named = findNamed(text).slice(0, mentionsMax);
  const byKind = new Map<WordKind, Mention[]>();
  const all: Mention[] = [];
  for (const mention of listIndex.find(words, classOf)) {
    if (leftOut.size > 0 && leftOut.has(lineOf(mention))) continue;
    const { kind } = mention.entry;
    const known = byKind.get(kind);
    if (!known) byKind.set(kind, [mention]);
    else if (known.length < mentionsMax) known.push(mention);
    else continue;
    all.push(mention);
  }
  const of = (...kinds: WordKind[]): readonly Mention[] => {
    const [only] = kinds;
    return kinds.length === 1 && only !== undefined
      ? (byKind.get(only) ?? none)
      : kinds.flatMap((kind) => byKind.get(kind) ?? none);
  };
  const isLaughing = words.some((word) => laughter.has(word.text));
  return { text, words, classOf, named, isLaughing, all, of };
}

export function classesOf(words: readonly Word[]): ClassOf {
  const names = new Map<number, Set<string>>();
  const add = (word: number, name: string) => {
    const known = names.get(word);
    if (known) known.add(name);
    else names.set(word, new Set([name]));
  };
  for (const { entry, first, last } of classIndex.find(words)) {
    add(first, entry);
    for (let word = first + 1; word <= last; word++) add(word, `${entry}+`);
  }
  return (word) => names.get(word);
}

/** Where words `first` to `last` stand in the original. */
export function spanOf({ words }: Evidence, { first, last }: { first: number; last: number }): Span {
  const from = words[first]?.from ?? 0;
  return { from, to: Math.max(words[last]?.to ?? from, from) };
}
