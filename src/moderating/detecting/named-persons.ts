import { firstNames } from "../lexicons/first-names.ts";
import type { Word } from "../reading/word.ts";
import type { ReadText } from "../reading/words.ts";

/** Somebody or something with a name of their own, by words `first` to `last`. */
export interface Named {
  first: number;
  last: number;
  kind: "person" | "first-name" | "company";
}

const titles = new Set([
  "sig",
  "signor",
  "signora",
  "signorina",
  "dott",
  "dottor",
  "dottoressa",
  "dottssa",
  "avv",
  "avvocato",
  "ing",
  "prof",
  "professoressa",
  "geom",
  "rag",
  "don",
  "assessore",
  "sindaco",
  "direttore",
  "direttrice",
]);
const firmForms = new Set(["srl", "spa", "snc", "sas", "srls", "coop", "scarl"]);
const beforeFirm = new Set([
  "alla",
  "della",
  "dalla",
  "la",
  "ditta",
  "azienda",
  "impresa",
  "cooperativa",
  "ristorante",
  "hotel",
  "albergo",
  "negozio",
  "bar",
  "da",
  "presso",
]);
// Capitals that name nobody: offices, places of theirs, days, the writer's own stress.
const noName = new Set([
  ...[
    "cpi",
    "inps",
    "isee",
    "oss",
    "pec",
    "spid",
    "did",
    "gol",
    "naspi",
    "centro",
    "centri",
    "impiego",
    "provincia",
    "comune",
    "regione",
    "stato",
    "governo",
    "italia",
  ],
  ...[
    "facebook",
    "whatsapp",
    "telegram",
    "instagram",
    "google",
    "dio",
    "madonna",
    "lunedi",
    "martedi",
    "mercoledi",
    "giovedi",
    "venerdi",
    "sabato",
    "domenica",
  ],
  ...[
    "europa",
    "ue",
    "ente",
    "ufficio",
    "sportello",
    "job",
    "day",
    "cv",
    "no",
    "si",
    "sì",
    "ma",
    "io",
    "voi",
    "lei",
    "tutti",
    "vergogna",
    "mai",
  ],
]);

/** Names as people write them: first name and surname, a title and a name, a firm. Shouted texts have none. */
export function findNamed(text: ReadText): Named[] {
  const { words } = text;
  const isShouted =
    words.length > 3 && words.filter(({ isCapital }) => isCapital).length > words.length * 0.7;
  if (isShouted) return [];
  const found: Named[] = [];
  for (let at = 0; at < words.length; at++) {
    const named = namedAt(words, at);
    if (!named) continue;
    found.push(named);
    at = named.last;
  }
  return found;
}

function namedAt(words: readonly Word[], at: number): Named | null {
  const word = words[at];
  if (!word) return null;
  const next = words[at + 1];
  const isOneSentence = next?.sentence === word.sentence && !next.afterPause;
  if (titles.has(word.text) && isOneSentence && isName(next)) {
    const last = isName(words[at + 2]) && !words[at + 2]?.afterPause ? at + 2 : at + 1;
    return { first: at, last, kind: "person" };
  }
  if (word.isCapital && firstNames.has(word.text)) {
    if (isOneSentence && isName(next)) return { first: at, last: at + 1, kind: "person" };
    return { first: at, last: at, kind: "first-name" };
  }
  if (isName(word) && isOneSentence && next?.isCapital && firstNames.has(next.text) && at > 0) {
    return { first: at, last: at + 1, kind: "person" };
  }
  if (isName(word) && (!isFirstOfSentence(words, at) || isName(next))) return firmAt(words, at);
  return null;
}

function isName(word: Word | undefined): boolean {
  return word?.isCapital === true && word.text.length > 2 && !noName.has(word.text) && !/\d/.test(word.text);
}

function isFirstOfSentence(words: readonly Word[], at: number): boolean {
  return words[at - 1]?.sentence !== words[at]?.sentence;
}

function firmAt(words: readonly Word[], at: number): Named | null {
  let last = at;
  while (isName(words[last + 1]) && words[last + 1]?.sentence === words[at]?.sentence) last++;
  const hasForm = firmForms.has(words[last + 1]?.text ?? "") || firmForms.has(words[last]?.text ?? "");
  if (hasForm || last > at || beforeFirm.has(words[at - 1]?.text ?? ""))
    return { first: at, last, kind: "company" };
  return null;
}
