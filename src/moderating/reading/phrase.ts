import { firstPersonOf, formsOf } from "./inflect.ts";

/**
 * The little language of the word lists, made to be read by people who do not program:
 *
 *     idiot/a/i/e        one word and its endings: idiota, idioti, idiote
 *     ammazz*            any word that begins so
 *     ~ammazzare         every form of the verb, with all pronouns; of a noun or adjective: ~scemo (see inflect.ts)
 *     io~bruciare        only what "I" and "we" do, will or would do
 *     vi|ti|li           one of these words
 *     posto+letto|casa   several words where one of the others may stand
 *     pure?              may be missing
 *     ..                 up to four words in between, within the sentence
 *     ...                up to nine
 *     _                  any one word
 *     @group             a word of a class (see lexicons/classes.ts)
 *
 * Letters are small and without accents, except the verb "è". An apostrophe parts words, as it does in a text.
 */
export interface Step {
  exact: ReadonlySet<string>;
  beginnings: readonly string[];
  classes: readonly string[];
  isAny: boolean;
  /** How many words may stand in between; 0 for a step that is a word. */
  gapWords: number;
  isOptional: boolean;
}

export type Phrase = readonly Step[];

const gaps: Readonly<Record<string, number>> = { "..": 4, "...": 9 };

/** All phrases that a line stands for: one, and one more for each choice of several words. */
export function phrasesOf(said: string): Phrase[] {
  const choice = said.split(" ").find((step) => step.includes("+") && step.includes("|"));
  if (choice === undefined) return [phraseOf(said.replaceAll("+", " "))];
  const choices = choice.split("|");
  const single = choices.filter((one) => !one.includes("+")).join("|");
  const variants = [single, ...choices.filter((one) => one.includes("+"))].filter((one) => one !== "");
  return variants.flatMap((one) => phrasesOf(said.replace(choice, () => one.replaceAll("+", " "))));
}

/** Throws for a phrase that nobody could mean: a list is a part of the program. */
function phraseOf(said: string): Phrase {
  const steps = said.split(/[ ']+/).filter(Boolean).map(unaccented).map(stepOf);
  const [first] = steps;
  if (!first || first.gapWords > 0 || first.isOptional || first.isAny) {
    throw new Error(`the phrase "${said}" must begin with a word`);
  }
  if ((steps.at(-1)?.gapWords ?? 0) > 0) throw new Error(`the phrase "${said}" must end with a word`);
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
  for (const one of gaps[body] || body === "_" ? [] : body.split("|")) {
    if (one.startsWith("@")) classes.push(one.slice(1));
    else if (one.endsWith("*")) beginnings.push(one.slice(0, -1));
    else for (const word of wordsOf(one)) exact.add(word);
  }
  return { exact, beginnings, classes, isAny: body === "_", gapWords: gaps[body] ?? 0, isOptional };
}

/** "idiot/a/i" is idiota and idioti; an empty ending ("bar/") is the stem itself; "~" asks for all forms of a word. */
function wordsOf(one: string): string[] {
  if (one.startsWith("~")) return formsOf(one.slice(1));
  if (one.startsWith("io~")) return firstPersonOf(one.slice(3));
  const [stem = "", ...endings] = one.split("/");
  return endings.length === 0 ? [stem] : endings.map((ending) => stem + ending);
}
