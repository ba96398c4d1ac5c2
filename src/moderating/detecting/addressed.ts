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

const fillers = new Set(
  "un uno una dei degli delle gli i le di e o solo soltanto proprio tutti tutte davvero veramente soliti solite anche sempre grandissimo grandissimi brutto brutta brutti brutte sporco sporchi pezzo pezzi razza branco banda manica massa mucchio gruppo quattro emeriti perfetti dei".split(
    " ",
  ),
);
const facing = new Set(["siete", "sei", "voi", "tu", "te"]);
const turning = new Set("se non come quasi pare sembra sembrate credono dicono dice diceva chi".split(" "));
const facedWords = 6;

/**
 * "Siete degli…", "voi…", "… che siete": said to somebody's face, with nothing in between that could make it another
 * sentence. A question, a condition and a comparison say it less surely.
 */
export function isToFace(evidence: Evidence, place: Place): boolean {
  const { words, text } = evidence;
  const sentence = words[place.first]?.sentence ?? -1;
  if (text.asked.has(sentence)) return false;
  const [next, second] = wordsAfter(evidence, place, 2);
  if (next !== undefined && (facing.has(next) || (next === "che" && facing.has(second ?? "")))) return true;
  for (let at = place.first - 1; at >= Math.max(0, place.first - facedWords); at--) {
    const word = words[at];
    if (!word || word.sentence !== sentence) return false;
    if (facing.has(word.text))
      return !turning.has(words[at - 1]?.text ?? "") || words[at - 1]?.sentence !== sentence;
    const isOffence = evidence
      .of("insult", "mild-insult", "slur", "vulgar")
      .some(({ first, last }) => first <= at && at <= last);
    if (!fillers.has(word.text) && !isOffence) return false;
  }
  return false;
}

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

/** "Sporchi…", "quei…", "branco di…". */
const callingOut = new Set(
  "sporco sporca sporchi sporche brutto brutta brutti brutte quel quella quei quegli quelle questi queste sti ste razza branco banda manica massa mucchio pezzo lurida lurido luride vecchia maledetta maledetti maledetto solita soliti solite schifosa schifosi".split(
    " ",
  ),
);

export function isCalledOut(evidence: Evidence, mention: Place): boolean {
  const [nearest, second] = wordsBefore(evidence, mention, 2);
  return callingOut.has(nearest ?? "") || (nearest === "di" && callingOut.has(second ?? ""));
}
