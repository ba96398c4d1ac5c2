import { hostility } from "../lexicons/hostility.ts";
import { protectedGroups } from "../lexicons/protected-groups.ts";
import { slurs } from "../lexicons/slurs.ts";
import { phrasesOf } from "../reading/phrase.ts";
import type { Word } from "../reading/word.ts";

/**
 * Slips of the keyboard, and tricks, in words of hatred: two letters swapped, one left out, the space to the next word
 * missing. Only such words are looked for, and whatever rests on one is never more than possible.
 */
const vocabulary = new Set(
  [
    // Of longer phrases, and yet hardly ever anything else.
    ...[
      "schifo",
      "morire",
      "muoiano",
      "fottere",
      "vomitare",
      "sbarazzarci",
      "giustiziati",
      "condannati",
      "valgono",
      "valore",
    ],
    ...[
      "soffrire",
      "fiducia",
      "spazzatura",
      "sbarazziamoci",
      "vivere",
      "esistere",
      "merda",
      "cazzo",
      "coglione",
      "puttana",
    ],
    ...Object.values(protectedGroups).flat(),
    ...[...hostility, ...slurs].flatMap(({ say }) => say),
  ]
    .flatMap(phrasesOf)
    // Words that say it by themselves; those of longer phrases ("posto", "mondo") are everybody's.
    .filter((phrase) => phrase.length === 1)
    .flatMap((phrase) => phrase.flatMap(({ exact }) => [...exact])),
);

/** Words of every day that lie one slip away from the vocabulary: they mean what they say. */
const ordinary = new Set(
  (
    "nero buoni buone valere poco poca pochi poche siti sito paga paghe pagare storia storie creare create creato segno segni disegno disegni pace auto conte vecchia vecchie " +
    "modo lago stia sere penale penali porta porti porto tosse torre verde verdi terme tope sorda sordo dona doni dono nera neri cara carne cari cane " +
    "media medie animale animali disgusto gusto gusti campo bassa basta cassa messa mezza pezza rossa russo russa roma romeo rame nomi scena scene serve " +
    "sera sere crudo cruda crudi crude schema schemi sceso scesi parassita permesso permessi inutile utile utili violente rifiuto rifiuta rifiutare malati mostra mostre mostrare stipendi " +
    "personale personali portale portali quello quella quelle alcuni alcune alcuna figlia figlie ilaria contesta contestare"
  ).split(" "),
);

const lettersMin = 4;
const lettersMax = 30;

/** Words of the vocabulary by what is left of them when one letter is missing; short ones would fit anything. */
const withoutOneLetter = new Map<string, string>();
for (const word of vocabulary) {
  if (word.length <= lettersMin) continue;
  for (let at = 1; at < word.length; at++) {
    const left = word.slice(0, at) + word.slice(at + 1);
    if (!vocabulary.has(left)) withoutOneLetter.set(left, word);
  }
}

/** Small words that the next one may be stuck to. */
const small = new Set(
  "i gli le la il lo un una dei delle degli di del della a ai alle agli da come e e che sono tutti tutte questi queste voi con per in su so tanto vero propri proprio siete tanta troppi dovrebbe qualcuno".split(
    " ",
  ),
);

/** The words with what they may have been meant to be as further readings; the same array if nothing is misspelt. */
export function respell(words: readonly Word[]): readonly Word[] {
  let isChanged = false;
  const respelt = words.flatMap((word): Word[] => {
    const { text } = word;
    if (text.length < lettersMin || text.length > lettersMax || vocabulary.has(text) || ordinary.has(text))
      return [word];
    const parts = partsOf(word);
    if (parts) {
      isChanged = true;
      return parts;
    }
    const meant = meantBy(text);
    if (meant === undefined) return [word];
    isChanged = true;
    return [{ ...word, readings: [...word.readings, meant] }];
  });
  return isChanged ? respelt : words;
}

const remembered = new Map<string, string | undefined>();
const rememberedMax = 20_000;

function meantBy(text: string): string | undefined {
  if (remembered.has(text)) return remembered.get(text);
  const meant = lookUp(text);
  if (remembered.size < rememberedMax) remembered.set(text, meant);
  return meant;
}

function lookUp(text: string): string | undefined {
  for (let at = 0; at + 1 < text.length; at++) {
    const swapped = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
    if (swapped !== text && vocabulary.has(swapped)) return swapped;
  }
  return withoutOneLetter.get(text);
}

/** "untranvione", "semplicementepatetici": one half known, the other a small word or an adverb. */
function partsOf(word: Word): Word[] | null {
  const { text } = word;
  for (let at = 1; at < text.length; at++) {
    const [left, right] = [text.slice(0, at), text.slice(at)];
    const isRightKnown =
      right.length >= lettersMin && vocabulary.has(right) && (small.has(left) || left.endsWith("mente"));
    const isLeftKnown = left.length >= lettersMin && vocabulary.has(left) && small.has(right);
    const areBoth =
      left.length >= lettersMin &&
      right.length >= lettersMin &&
      vocabulary.has(left) &&
      vocabulary.has(right);
    if (isRightKnown || isLeftKnown || areBoth) {
      return [
        { ...word, text: left, readings: [left] },
        { ...word, text: right, readings: [right] },
      ];
    }
  }
  return null;
}
