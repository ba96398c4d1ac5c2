import { type Phrase, phrasesOf, type Step } from "./phrase.ts";
import type { Word } from "./word.ts";

/** A phrase that was found: words `first` to `last` (included), and what the list says about it. */
export interface Found<Entry> {
  entry: Entry;
  first: number;
  last: number;
}

/** Whether a word is of a class; classes are worked out before phrases are looked for. */
export type ClassOf = (word: number) => ReadonlySet<string> | undefined;

interface Listed<Entry> {
  phrase: Phrase;
  entry: Entry;
}

const rememberedMax = 20_000;
const rememberedLetters = 30;

/** Phrases, found by their first word: what a text costs hardly depends on how many phrases there are. */
export class PhraseIndex<Entry> {
  readonly #byWord = new Map<string, Listed<Entry>[]>();
  readonly #byBeginning = new Map<string, Listed<Entry>[]>();
  readonly #byClass = new Map<string, Listed<Entry>[]>();
  readonly #lengths: number[];
  readonly #remembered = new Map<string, readonly Listed<Entry>[][]>();

  constructor(entries: Iterable<{ say: readonly string[]; entry: Entry }>) {
    for (const { say, entry } of entries)
      for (const said of say) for (const phrase of phrasesOf(said)) this.#add({ phrase, entry });
    this.#lengths = [...new Set([...this.#byBeginning.keys()].map((beginning) => beginning.length))].sort();
  }

  find(words: readonly Word[], classOf: ClassOf = () => undefined): Found<Entry>[] {
    const found: Found<Entry>[] = [];
    for (let at = 0; at < words.length; at++) {
      const candidates = this.#candidates(words[at]?.readings ?? [], classOf(at));
      for (const { phrase, entry } of candidates) {
        const last = endOf(phrase, 0, words, at, classOf);
        if (last >= 0) found.push({ entry, first: at, last });
      }
    }
    return found;
  }

  /** Phrases that may begin with a word, each once. */
  #candidates(
    readings: readonly string[],
    classes: ReadonlySet<string> | undefined,
  ): Iterable<Listed<Entry>> {
    const lists: Listed<Entry>[][] = [];
    for (const reading of readings) lists.push(...this.#listsOf(reading));
    for (const name of classes ?? []) {
      const list = this.#byClass.get(name);
      if (list) lists.push(list);
    }
    return lists.length > 1 ? new Set(lists.flat()) : (lists[0] ?? []);
  }

  /** Words come again in every text: what begins with one is looked up once, as far as memory is worth it. */
  #listsOf(reading: string): readonly Listed<Entry>[][] {
    const known = this.#remembered.get(reading);
    if (known) return known;
    const lists: Listed<Entry>[][] = [];
    const exact = this.#byWord.get(reading);
    if (exact) lists.push(exact);
    for (const length of this.#lengths) {
      const begun = length <= reading.length ? this.#byBeginning.get(reading.slice(0, length)) : undefined;
      if (begun) lists.push(begun);
    }
    if (this.#remembered.size < rememberedMax && reading.length <= rememberedLetters) {
      this.#remembered.set(reading, lists);
    }
    return lists;
  }

  #add(listed: Listed<Entry>): void {
    const [first] = listed.phrase;
    for (const word of first?.exact ?? []) push(this.#byWord, word, listed);
    for (const beginning of first?.beginnings ?? []) push(this.#byBeginning, beginning, listed);
    for (const name of first?.classes ?? []) push(this.#byClass, name, listed);
  }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/**
 * The last word of the phrase when it begins at `at`; -1 if it does not stand there. Gaps are short and phrases few
 * words long, so the ways to be tried are few.
 */
function endOf(phrase: Phrase, from: number, words: readonly Word[], at: number, classOf: ClassOf): number {
  let position = at;
  for (let index = from; index < phrase.length; index++) {
    const step = phrase[index];
    if (!step) return -1;
    if (step.gapWords > 0) {
      for (let skipped = 0; skipped <= step.gapWords; skipped++) {
        const end = endOf(phrase, index + 1, words, position + skipped, classOf);
        if (end >= 0) return inOneSentence(words, at, end) ? end : -1;
      }
      return -1;
    }
    if (fits(step, words[position], position, classOf)) {
      position++;
      // A class may be several words ("persone di colore").
      while (step.classes.length > 0 && position < words.length && continues(step, position, classOf))
        position++;
    } else if (!step.isOptional) return -1;
  }
  const end = position - 1;
  return end >= at && inOneSentence(words, at, end) ? end : -1;
}

function continues(step: Step, position: number, classOf: ClassOf): boolean {
  const classes = classOf(position);
  return classes !== undefined && step.classes.some((name) => classes.has(`${name}+`));
}

function inOneSentence(words: readonly Word[], first: number, last: number): boolean {
  return words[first]?.sentence === words[last]?.sentence;
}

function fits(step: Step, word: Word | undefined, position: number, classOf: ClassOf): boolean {
  if (!word) return false;
  if (step.isAny) return true;
  for (const reading of word.readings) {
    if (step.exact.has(reading)) return true;
    for (const beginning of step.beginnings) if (reading.startsWith(beginning)) return true;
  }
  if (step.classes.length === 0) return false;
  const classes = classOf(position);
  return classes !== undefined && step.classes.some((name) => classes.has(name));
}
