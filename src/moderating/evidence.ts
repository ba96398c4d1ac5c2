import { findNamed, type Named } from "./detecting/named-persons.ts";
import { classes } from "./lexicons/classes.ts";
import { conversation, type TalkKind } from "./lexicons/conversation.ts";
import { type DistressKind, distress } from "./lexicons/distress.ts";
import { type FormalKind, formalActs } from "./lexicons/formal-acts.ts";
import { insultPhrases } from "./lexicons/insult-phrases.ts";
import { insults, type OffenceKind } from "./lexicons/insults.ts";
import { type PrivateKind, privateMatters } from "./lexicons/private-matters.ts";
import { type SellingKind, selling } from "./lexicons/selling.ts";
import { slurs } from "./lexicons/slurs.ts";
import { type ThreatKind, threats } from "./lexicons/threats.ts";
import type { WordSet } from "./lexicons/word-list.ts";
import { type ClassOf, type Found, PhraseIndex } from "./reading/find-phrases.ts";
import { type ReadText, readText, type Span, type Word } from "./reading/words.ts";

export type WordKind =
  | OffenceKind
  | ThreatKind
  | DistressKind
  | FormalKind
  | SellingKind
  | PrivateKind
  | TalkKind
  | "slur";

export type Mention = Found<WordSet<WordKind>>;

const lists: readonly (readonly WordSet<WordKind>[])[] = [
  insults,
  insultPhrases,
  slurs,
  threats,
  distress,
  formalActs,
  selling,
  privateMatters,
  conversation,
];

const classIndex = new PhraseIndex(Object.entries(classes).map(([entry, say]) => ({ say, entry })));
const listIndex = new PhraseIndex(lists.flat().map((entry) => ({ say: entry.say, entry })));

/** A text with everything that was found in it; what that means is for the files in `detecting/`. */
export interface Evidence {
  text: ReadText;
  words: readonly Word[];
  classOf: ClassOf;
  named: readonly Named[];
  /** In the order of the text. */
  all: readonly Mention[];
  of(...kinds: WordKind[]): readonly Mention[];
}

export function gatherEvidence(original: string): Evidence {
  const text = readText(original);
  const { words } = text;
  const classOf = classesOf(words);
  const named = findNamed(text);
  const all = listIndex.find(words, classOf);
  const byKind = new Map<WordKind, Mention[]>();
  for (const mention of all) {
    const { kind } = mention.entry;
    const known = byKind.get(kind);
    if (known) known.push(mention);
    else byKind.set(kind, [mention]);
  }
  const of = (...kinds: WordKind[]) => kinds.flatMap((kind) => byKind.get(kind) ?? []);
  return { text, words, classOf, named, all, of };
}

function classesOf(words: readonly Word[]): ClassOf {
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
