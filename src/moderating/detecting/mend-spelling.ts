import { allLists, type WordKind } from "../lexicons/all-lists.ts";
import { classes } from "../lexicons/classes.ts";
import { hostility } from "../lexicons/hostility.ts";
import { phrasesOf } from "../reading/phrase.ts";
import type { Word } from "../reading/word.ts";

/**
 * Words spelt by ear or in haste: a letter single that should be double ("imbecile"), "deficente", "squola", two letters
 * swapped, one left out of a long word. Only words that matter are looked for; who reads a mended word must not be sure.
 */
const matter: ReadonlySet<WordKind> = new Set<WordKind>([
  ...(["insult", "slur", "insult-phrase", "threat", "incitement", "death-wish"] as const),
  ...(["distress", "dying", "weariness", "hopelessness", "farewell", "violence-at-home"] as const),
  ...(["formal-act", "act-in-law", "performing", "data-protection"] as const),
]);

const lettersMin = 6;
/** Shorter words have too many neighbours to be told from by one letter. */
const lettersToMiss = 8;
const lettersMax = 24;

const exactOf = (said: string) =>
  phrasesOf(said).flatMap((phrase) => phrase.flatMap(({ exact }) => [...exact]));
const isLong = (word: string) => word.length >= lettersMin && word.length <= lettersMax;

/** Every word that some list knows means itself. */
const known = new Set(
  [...[...allLists, ...hostility].flatMap(({ say }) => say), ...Object.values(classes).flat()].flatMap(
    exactOf,
  ),
);
const wanted = new Set(
  allLists
    .filter(({ kind }) => matter.has(kind))
    .flatMap(({ say }) => say)
    .flatMap(exactOf)
    .filter(isLong),
);
const byEar = new Map([...wanted].map((word) => [soundOf(word), word]));
const shortened = new Map(
  [...wanted]
    .filter((word) => word.length >= lettersToMiss)
    .flatMap((word) =>
      Array.from(word, (_, at): [string, string] => [word.slice(0, at) + word.slice(at + 1), word]),
    ),
);

/** Words of every day that only sound or look like one that matters. */
const ordinary = new Set("rendete presenta pensano servizi volontari comparto capelli".split(" "));

/** The words, with what may have been meant as a further reading; the same array where nothing is mended. */
export function mendSpelling(words: readonly Word[]): readonly Word[] {
  let isMended = false;
  const mended = words.map((word) => {
    const meant = meantBy(word.text);
    if (meant === undefined) return word;
    isMended = true;
    return { ...word, readings: [...word.readings, meant], isMended: true };
  });
  return isMended ? mended : words;
}

const lettersOnly = /^[a-z]+$/;
const remembered = new Map<string, string | undefined>();
const rememberedMax = 20_000;

function meantBy(text: string): string | undefined {
  if (!isLong(text) || known.has(text)) return undefined;
  if (remembered.has(text)) return remembered.get(text);
  const meant = lettersOnly.test(text) && !ordinary.has(text) ? lookUp(text) : undefined;
  if (remembered.size < rememberedMax) remembered.set(text, meant);
  return meant;
}

function lookUp(text: string): string | undefined {
  const heard = byEar.get(soundOf(text));
  if (heard !== undefined) return heard;
  if (text.length + 1 < lettersToMiss) return undefined;
  for (let at = 0; at + 1 < text.length; at++) {
    const swapped = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
    if (wanted.has(swapped)) return swapped;
  }
  return shortened.get(text);
}

/** How a word sounds, whatever its letters: doubles single, mute letters gone, "qu" and "cu" alike. */
function soundOf(word: string): string {
  return word
    .replace(/(.)\1/g, "$1")
    .replace(/([cg])i(?=e)/g, "$1")
    .replace(/c?q(?=u)|k/g, "c")
    .replace(/n(?=[pb])/g, "m");
}
