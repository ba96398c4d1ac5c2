import type { Claim } from "../claim.ts";
import type { Confidence } from "../confidence.ts";
import { type Evidence, type Mention, spanOf } from "../evidence.ts";
import { addressOf, isCalledOut, isToFace } from "./addressed.ts";
import { isAboutThing, isDenied, isQuoted, isReported, isSelf, wordsAfter, wordsBefore } from "./around.ts";
import { isAnimalOrThing, isName } from "./other-uses.ts";

/** Insults, coarse words at somebody, swearing by God: who is meant decides. */
export function findOffence(evidence: Evidence): Claim[] {
  const claims: Claim[] = [];
  const claim = (
    mention: Mention,
    reason: Claim["reason"],
    confidence: Confidence,
    action: Claim["action"] = "hide",
  ) => claims.push({ topic: "offence", action, confidence, reason, spans: [spanOf(evidence, mention)] });
  for (const mention of evidence.all) {
    if (!isOffence(mention) || isWithinInsult(evidence, mention) || isMeantOtherwise(evidence, mention))
      continue;
    judge(evidence, mention, claim);
  }
  return claims;
}

const kinds = new Set([
  "insult",
  "mild-insult",
  "insult-phrase",
  "vulgar-directed",
  "blasphemy",
  "slur",
  "scorn",
  "harassment",
]);
const isOffence = (mention: Mention) => kinds.has(mention.entry.kind);

/** "Figlio di…" insults a person, not those whose name is in it. */
function isWithinInsult(evidence: Evidence, { entry, first, last }: Mention): boolean {
  if (entry.kind !== "slur") return false;
  const wider = evidence.of("insult", "vulgar", "blasphemy");
  return wider.some(
    (other) => other.first <= first && last <= other.last && other.last - other.first > last - first,
  );
}

function isMeantOtherwise(evidence: Evidence, mention: Mention): boolean {
  if (mention.entry.kind === "blasphemy") return isQuoted(evidence, mention);
  return (
    isName(evidence, mention) ||
    isAnimalOrThing(evidence, mention) ||
    isQuoted(evidence, mention) ||
    isReported(evidence, mention) ||
    isSelf(evidence, mention) ||
    (mention.entry.kind !== "insult-phrase" &&
      mention.entry.kind !== "vulgar-directed" &&
      (isStrongSlur(mention) ? isSaidNotToBe(evidence, mention) : isDenied(evidence, mention)))
  );
}

const isStrongSlur = ({ entry }: Mention) => entry.kind === "slur" && entry.strength === "strong";
const calling = new Set(
  "è e sono sei siete siamo era erano essere dire dici dite dica dicano chiamare chiami chiamate chiamarmi chiamarci chiamarli usare usate scrivere accetto accettiamo tollero tolleriamo".split(
    " ",
  ),
);

/** "Non è un…", "non chiamarci…" reject the word; "non voglio…" uses it. */
function isSaidNotToBe(evidence: Evidence, mention: Mention): boolean {
  return isDenied(evidence, mention) && wordsBefore(evidence, mention).some((word) => calling.has(word));
}

type Say = (
  mention: Mention,
  reason: Claim["reason"],
  confidence: Confidence,
  action?: Claim["action"],
) => void;

function judge(evidence: Evidence, mention: Mention, claim: Say): void {
  const { kind, strength } = mention.entry;
  switch (kind) {
    case "slur":
      judgeSlur(evidence, mention, claim);
      return;
    case "insult":
      judgeInsult(evidence, mention, claim);
      return;
    case "mild-insult":
      if (
        addressOf(evidence, mention) === "you" &&
        !isAboutThing(evidence, mention) &&
        !isLikened(evidence, mention)
      )
        claim(mention, "insult-mild", "possible");
      return;
    case "scorn":
      judgeScorn(evidence, mention, claim);
      return;
    case "insult-phrase":
      judgePhrase(evidence, mention, claim);
      return;
    case "vulgar-directed":
      claim(mention, "vulgar-directed", "likely");
      return;
    case "blasphemy":
      claim(mention, "blasphemy", strength === "strong" ? "certain" : "possible");
      return;
    case "harassment":
      // "Che culo che hai avuto" speaks of luck.
      if (!lucky.has(wordsAfter(evidence, mention, 1)[0] ?? "")) claim(mention, "harassment", "likely");
      return;
    default:
      return;
  }
}

/** Surely meant is only what is said to somebody's face; a word with another use has to be aimed at all. */
function judgeSlur(evidence: Evidence, mention: Mention, claim: Say): void {
  const isFacing = isToFace(evidence, mention);
  switch (mention.entry.strength) {
    case "strong":
      claim(mention, "slur", isFacing && !evidence.isLaughing ? "certain" : "likely", "delete");
      return;
    case "plain":
      if (!isOfKin(evidence, mention)) claim(mention, "slur", "likely");
      return;
    case "weak":
      if (isOfKin(evidence, mention)) return;
      if (isFacing || isCalledOut(evidence, mention)) claim(mention, "slur", "likely", "delete");
  }
}

const lucky = new Set(["che", "hai", "ha", "avete", "ho", "hanno"]);

const departing = new Set("torna vai va andate tornate crepa".split(" "));
const opening = new Set("ma e allora ora adesso dai tu voi poi no sì prego favore che".split(" "));
const going = new Set("che dove vicino".split(" "));
const toThings = new Set("al alla allo ai agli alle all il la lo i gli le l".split(" "));

function judgePhrase(evidence: Evidence, mention: Mention, claim: Say): void {
  const { words, classOf } = evidence;
  const before = wordsBefore(evidence, mention, 1)[0];
  const [next] = wordsAfter(evidence, mention, 1);
  // "Mia cugina torna in Romania", "si crepa": nobody is told to.
  const isTold = before === undefined || opening.has(before) || words[mention.first]?.afterPause === true;
  if (departing.has(words[mention.first]?.text ?? "") && !isTold) return;
  if (going.has(next ?? "") && words[mention.last]?.text === "paese") return;
  // "Vaffanculo alla burocrazia" curses a thing.
  const after = mention.last + (toThings.has(next ?? "") ? 2 : 1);
  const isAtThing = ["thing", "institution", "work-matter", "service"].some((name) =>
    classOf(after)?.has(name),
  );
  const isAsked = evidence.text.asked.has(words[mention.first]?.sentence ?? -1);
  if (isAtThing || evidence.isLaughing) claim(mention, "insult-phrase", "possible");
  else
    claim(mention, "insult-phrase", mention.entry.strength === "strong" && !isAsked ? "certain" : "likely");
}

function judgeInsult(evidence: Evidence, mention: Mention, claim: Say): void {
  if (isAboutThing(evidence, mention)) return;
  const addressed = addressOf(evidence, mention);
  const isStrong = mention.entry.strength === "strong";
  // "La …", "quei …" may name anything, "vi dico che quel …" somebody else; only who is called so is surely meant.
  if (isToFace(evidence, mention)) claim(mention, "insult", evidence.isLaughing ? "likely" : "certain");
  else if (evidence.text.asked.has(evidence.words[mention.first]?.sentence ?? -1))
    claim(mention, "insult", isStrong && addressed !== "nobody" ? "likely" : "possible");
  else claim(mention, "insult", isStrong || addressed !== "nobody" ? "likely" : "possible");
}

/** Scorn of an office or of those in power is criticism; said to one person by name it may be more. */
function judgeScorn(evidence: Evidence, mention: Mention, claim: Say): void {
  const person = evidence.named.find(
    ({ kind, first, last }) =>
      kind === "person" && Math.min(Math.abs(first - mention.last), Math.abs(mention.first - last)) <= 6,
  );
  if (person) claim(mention, "insult-of-named", "possible");
}

/** "Lenti come lumache" says how somebody is, not what. */
function isLikened(evidence: Evidence, mention: Mention): boolean {
  return wordsBefore(evidence, mention, 1)[0] === "come";
}

function isOfKin({ words, classOf }: Evidence, { first }: Mention): boolean {
  const sentence = words[first]?.sentence;
  for (let at = Math.max(0, first - 8); at < Math.min(words.length, first + 9); at++) {
    if (words[at]?.sentence === sentence && classOf(at)?.has("kin")) return true;
  }
  return false;
}
