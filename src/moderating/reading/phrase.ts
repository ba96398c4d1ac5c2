/**
 * The little language of the word lists, made to be read by people who do not program:
 *
 *     idiot/a/i/e        one word and its endings: idiota, idioti, idiote
 *     ammazz*            any word that begins so
 *     vi|ti|li           one of these words
 *     pure?              may be missing
 *     ..                 up to four words in between, within the sentence
 *     _                  any one word
 *     @group             a word of a class (see classes.ts)
 *
 * Letters are small and without accents, except the verb "è". An apostrophe parts words, as it does in a text.
 */
export interface Step {
  exact: ReadonlySet<string>;
  beginnings: readonly string[];
  classes: readonly string[];
  isAny: boolean;
  isGap: boolean;
  isOptional: boolean;
}

export type Phrase = readonly Step[];

export const gapWordsMax = 4;

/** Throws for a phrase that nobody could mean: a list is a part of the program. */
export function phraseOf(said: string): Phrase {
  const steps = said.split(/[ ']+/).filter(Boolean).map(unaccented).map(stepOf);
  const [first] = steps;
  if (!first || first.isGap || first.isOptional || first.isAny) {
    throw new Error(`the phrase "${said}" must begin with a word`);
  }
  if (steps.at(-1)?.isGap) throw new Error(`the phrase "${said}" must end with a word`);
  return steps;
}

/** Lists may be written with the accents of the dictionary; texts are read without. */
function unaccented(said: string): string {
  const parts = said
    .split("|")
    .map((word) => (word === "è" ? word : word.normalize("NFD").replace(/\p{M}/gu, "")));
  return parts.join("|");
}

function stepOf(said: string): Step {
  const isOptional = said.endsWith("?") && said.length > 1;
  const body = isOptional ? said.slice(0, -1) : said;
  const exact = new Set<string>();
  const beginnings: string[] = [];
  const classes: string[] = [];
  for (const one of body === ".." || body === "_" ? [] : body.split("|")) {
    if (one.startsWith("@")) classes.push(one.slice(1));
    else if (one.endsWith("*")) beginnings.push(one.slice(0, -1));
    else for (const word of wordsOf(one)) exact.add(word);
  }
  return { exact, beginnings, classes, isAny: body === "_", isGap: body === "..", isOptional };
}

/** "idiot/a/i" is idiota and idioti; an empty ending ("bar/") is the stem itself. */
function wordsOf(one: string): string[] {
  const [stem = "", ...endings] = one.split("/");
  return endings.length === 0 ? [stem] : endings.map((ending) => stem + ending);
}
