import type { Evidence, Mention } from "../evidence.ts";

/** What stands around words and turns their meaning: denial, quotation, oneself, things. */
export type Place = Pick<Mention, "first" | "last">;

const before = 4;
/** As far back as an "if" may begin the clause that a "not" belongs to. */
const clause = 7;

/** The readings of up to `count` words before a place, within its sentence, the nearest first. */
export function wordsBefore({ words }: Evidence, { first }: Place, count = before): string[] {
  const sentence = words[first]?.sentence;
  const near: string[] = [];
  for (let at = first - 1; at >= 0 && near.length < count; at--) {
    if (words[at]?.sentence !== sentence) break;
    near.push(words[at]?.readings.at(-1) ?? "");
  }
  return near;
}

export function wordsAfter({ words }: Evidence, { last }: Place, count: number): string[] {
  const sentence = words[last]?.sentence;
  return words
    .slice(last + 1, last + 1 + count)
    .filter((word) => word.sentence === sentence)
    .map(({ text }) => text);
}

const denials = new Set([
  "contrario",
  "tutt'altro",
  "lungi",
  "non",
  "nessuno",
  "nessun",
  "nessuna",
  "mica",
  "mai",
  "senza",
  "ne",
  "nemmeno",
  "neanche",
]);

/** "Non siete stupidi", "nessuno è scemo"; not "non sei altro che", not beyond "ma". */
export function isDenied(evidence: Evidence, place: Place): boolean {
  const near = wordsBefore(evidence, place);
  // "Non sei altro che…" says it all the more, "se non fossero…" says it of them.
  if (near.includes("altro") || wordsBefore(evidence, place, clause).includes("se")) return false;
  const turn = near.findIndex((word) => word === "ma" || word === "pero" || word === "che");
  const reach = turn < 0 ? near : near.slice(0, turn);
  return reach.some((word) => denials.has(word));
}

/** Between quotation marks, with words of the writer's own around them. */
export function isQuoted({ words }: Evidence, { first, last }: Place): boolean {
  if (!words[first]?.isQuoted || !words[last]?.isQuoted) return false;
  return words.some(({ isQuoted }) => !isQuoted);
}

const speakers = new Set([
  "dice",
  "dicono",
  "detto",
  "diceva",
  "chiama",
  "chiamano",
  "chiamato",
  "chiamata",
  "chiamati",
  "scrive",
  "scrivono",
  "insultato",
  "insultata",
  "dato",
  "definito",
]);

/** Reported in order to be rejected: "mi ha dato dello stupido", "smettetela di chiamarci incapaci". */
export function isReported(evidence: Evidence, place: Place): boolean {
  const near = wordsBefore(evidence, place, 6);
  if (near.some((word) => speakers.has(word))) return true;
  return evidence
    .of("counter-speech")
    .some(({ first, last }) => last < place.first && sameSentence(evidence, first, place.first));
}

export function sameSentence({ words }: Evidence, one: number, other: number): boolean {
  return words[one]?.sentence === words[other]?.sentence;
}

const selfWords = new Set([
  "mi",
  "io",
  "me",
  "sento",
  "sentivo",
  "sembro",
  "ero",
  "stato",
  "stata",
  "sarò",
  "faccio",
  "passo",
  "ci",
  "noi",
]);
const selfVerbs = new Set([
  "sento",
  "sentivo",
  "sembro",
  "ero",
  "considerate",
  "trattate",
  "trattano",
  "prendete",
  "preso",
  "prendono",
  "credete",
  "crede",
  "tratta",
  "trattato",
  "trattata",
  "passo",
  "fatto",
  "fatta",
  "passare",
  "considera",
  "prende",
  "prendeva",
  "trattava",
  "trattavano",
  "comportato",
  "comportata",
]);

/** "Mi sento inutile", "ci trattate come bestie": how the writer feels, or is treated. */
export function isFelt(evidence: Evidence, place: Place): boolean {
  const near = wordsBefore(evidence, place, 5);
  return near.some((word) => selfVerbs.has(word)) && near.some((word) => selfWords.has(word));
}

/** "Mi sento un idiota", "che stupido sono stato", "ci trattate come bestie": the writer is meant. */
export function isSelf(evidence: Evidence, place: Place): boolean {
  const near = wordsBefore(evidence, place, 5);
  const after = wordsAfter(evidence, place, 3);
  if (isFelt(evidence, place)) return true;
  // "Noi poveri fessi", "che stupida che sono", "chi è scemo resta a casa": the writer, or nobody.
  if (near.includes("noi") && !near.some((word) => yous.has(word))) return true;
  if (after[0] === "che" && after[1] === "sono") return true;
  if (near[0] === "è" && near[1] === "chi") return true;
  if (near.includes("io") && !near.some((word) => yous.has(word))) return true;
  // "Sono solo un mucchio di…" speaks of others.
  if (near.some((word) => collectives.has(word))) return false;
  const singular =
    !/[ie]$/.test(evidence.words[place.last]?.text ?? "i") || near.includes("un") || near.includes("una");
  if (near.includes("sono") && singular && !near.some((word) => plurals.has(word))) return true;
  return (
    after[0] === "io" ||
    (after.includes("sono") && after.includes("stato")) ||
    (after.includes("sono") && after.includes("stata"))
  );
}

/** Words by which somebody is spoken to. */
export const yous = new Set([
  "sei",
  "siete",
  "tu",
  "voi",
  "ti",
  "vi",
  "te",
  "vostro",
  "vostri",
  "vostra",
  "tuo",
  "tua",
]);
const collectives = new Set([
  "mucchio",
  "branco",
  "massa",
  "sacco",
  "banda",
  "manica",
  "gruppo",
  "covo",
  "razza",
]);
const plurals = new Set(["dei", "degli", "delle", "tutti", "tutte", "quei", "questi", "loro", "una massa"]);
const thingLinks = new Set("piu veramente proprio così cosi davvero è era sono sembra resta".split(" "));

/** "Domanda stupida", "questa app è stupida": a thing is called so, which insults nobody. */
export function isAboutThing({ classOf, words }: Evidence, { first }: Place): boolean {
  const isThing = (at: number) => classOf(at)?.has("thing") === true;
  return isThing(first - 1) || (isThing(first - 2) && thingLinks.has(words[first - 1]?.text ?? ""));
}
