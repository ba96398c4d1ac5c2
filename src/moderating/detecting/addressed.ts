import type { Evidence } from "../evidence.ts";
import { type Place, wordsAfter, wordsBefore, yous } from "./around.ts";

const callers = new Set([
  ...[
    "razza",
    "branco",
    "banda",
    "manica",
    "massa",
    "pezzo",
    "pezzi",
    "specie",
    "che",
    "brutto",
    "brutta",
    "brutti",
    "brutte",
    "questo",
    "questi",
    "questa",
    "quel",
    "quei",
    "quello",
    "quella",
  ],
  ...[
    "zitto",
    "zitta",
    "zitti",
    "taci",
    "tacete",
    "solo",
    "lo",
    "la",
    "gli",
    "i",
    "le",
    "dei",
    "degli",
    "delle",
    "del",
    "dello",
    "della",
    "tutti",
    "povero",
    "poveri",
    "caro",
    "cari",
    "grandissimo",
    "emerito",
    "emeriti",
    "perfetto",
    "perfetti",
  ],
]);

/** "Sei mesi" is a number. */
const counted = new Set("mesi anni giorni ore settimane euro volte posti minuti persone turni".split(" "));

export type Addressed = "you" | "called" | "nobody";

/** Whether somebody is called so: "sei un…", "branco di…", "@Franco …", or the word stands as a call by itself. */
export function addressOf(evidence: Evidence, place: Place): Addressed {
  const near = wordsBefore(evidence, place, 5);
  const after = wordsAfter(evidence, place, 4);
  if (
    near.some((word, index) => yous.has(word) && !(word === "sei" && counted.has(near[index - 1] ?? ""))) ||
    after.some(
      (word) => word === "sei" || word === "siete" || word === "voi" || word === "te" || word === "tu",
    )
  )
    return "you";
  const [nearest] = near;
  if (nearest !== undefined && callers.has(nearest)) return "called";
  const isNamed = evidence.named.some(({ last }) => last < place.first && place.first - last <= 4);
  if (isNamed || evidence.text.original.charAt((evidence.words[0]?.from ?? 0) - 1) === "@") return "called";
  const isAlone =
    near.length === 0 && (after.length === 0 || evidence.words[place.last + 1]?.afterPause === true);
  return isAlone ? "called" : "nobody";
}
