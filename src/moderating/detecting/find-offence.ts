import type { Claim } from "../claim.ts";
import type { Confidence } from "../confidence.ts";
import { type Evidence, type Mention, spanOf } from "../evidence.ts";
import { addressOf } from "./addressed.ts";
import { isAboutThing, isDenied, isQuoted, isReported, isSelf, wordsBefore } from "./around.ts";

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
      if (strength === "strong")
        claim(mention, "slur", isAboutThing(evidence, mention) ? "likely" : "certain", "delete");
      else if (isOfKin(evidence, mention)) return;
      else claim(mention, "slur", "likely");
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
      claim(mention, "insult-phrase", strength === "strong" ? "certain" : "likely");
      return;
    case "vulgar-directed":
      claim(mention, "vulgar-directed", "likely");
      return;
    case "blasphemy":
      claim(mention, "blasphemy", "certain");
      return;
    case "harassment":
      claim(mention, "harassment", "likely");
      return;
    default:
      return;
  }
}

function judgeInsult(evidence: Evidence, mention: Mention, claim: Say): void {
  if (isAboutThing(evidence, mention)) return;
  const addressed = addressOf(evidence, mention);
  const isStrong = mention.entry.strength === "strong";
  const isDoubtful = addressed === "nobody" || evidence.isLaughing;
  if (isStrong) claim(mention, "insult", addressed === "nobody" ? "likely" : "certain");
  // "La …", "quei …" may name anything; only who is spoken to is surely meant.
  else if (addressed === "nobody") claim(mention, "insult", "possible");
  else claim(mention, "insult", isDoubtful || addressed === "called" ? "likely" : "certain");
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
