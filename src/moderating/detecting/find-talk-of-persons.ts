import type { Claim } from "../claim.ts";
import type { TriageContext } from "../context.ts";
import { type Evidence, type Mention, spanOf } from "../evidence.ts";
import type { Word } from "../reading/word.ts";
import { isDenied, isQuoted, wordsBefore } from "./around.ts";
import type { Named } from "./named-persons.ts";

/** Gossip about persons, and charges of crime against somebody who can be identified. */
export function findTalkOfPersons(evidence: Evidence, context: TriageContext): Claim[] {
  return [...findGossip(evidence), ...findAccusations(evidence, context)];
}

const reachWords = 14;

interface Subject {
  place: { first: number; last: number };
  isNamed: boolean;
}

/** Persons a sentence may be about: named ones, and those whom their office makes known ("la dirigente"). */
function subjectsOf(evidence: Evidence): Subject[] {
  const named = evidence.named
    .filter(({ kind }) => kind === "person")
    .map((place): Subject => ({ place, isNamed: true }));
  const staff = evidence.words.flatMap((_, at): Subject[] =>
    evidence.classOf(at)?.has("staff") && isOneOf(evidence, at)
      ? [{ place: { first: at, last: at }, isNamed: false }]
      : [],
  );
  return [...named, ...staff];
}

const singling = new Set([
  "il",
  "la",
  "l",
  "quel",
  "quella",
  "quello",
  "vostro",
  "vostra",
  "un",
  "una",
  "del",
  "della",
  "dell",
  "al",
  "alla",
  "dal",
  "dalla",
  "sta",
  "sto",
  "nuovo",
  "nuova",
  "vecchio",
  "vecchia",
  "nostro",
  "nostra",
]);
const roleByPlace = new Set(["quella", "quello", "tizia", "tizio"]);

function isOneOf({ words }: Evidence, at: number): boolean {
  return singling.has(words[at - 1]?.text ?? "") || roleByPlace.has(words[at]?.text ?? "");
}

function isNear({ words }: Evidence, subject: { first: number; last: number }, mention: Mention): boolean {
  const distance = mention.first > subject.last ? mention.first - subject.last : subject.first - mention.last;
  const apart = Math.abs((words[subject.first]?.sentence ?? 0) - (words[mention.first]?.sentence ?? 0));
  return distance <= reachWords && apart <= 1;
}

function findGossip(evidence: Evidence): Claim[] {
  const subjects = subjectsOf(evidence);
  if (subjects.length === 0) return [];
  return evidence.of("health", "private-life").flatMap((mention): Claim[] => {
    const subject = subjects.find(
      ({ place }) => isNear(evidence, place, mention) && !overlaps(place, mention),
    );
    if (!subject || isQuoted(evidence, mention)) return [];
    // "Mi ha dato del fallito" speaks of the writer.
    if (wordsBefore(evidence, mention, 3).includes("dato")) return [];
    // "La responsabile è in malattia, quando torna?" wants to know when.
    const isAsked = evidence.text.asked.has(evidence.words[mention.first]?.sentence ?? -1);
    if (isAsked && !subject.isNamed && mention.entry.kind === "health") return [];
    const spans = [spanOf(evidence, subject.place), spanOf(evidence, mention)];
    const isHealth = mention.entry.kind === "health";
    // Who names themselves with an illness shows their own data, not another's secret.
    if (isHealth && subject.isNamed && isWriter(evidence, subject.place)) {
      return [
        { topic: "fairness-and-privacy", action: "hide", confidence: "likely", reason: "own-health", spans },
      ];
    }
    return [
      {
        topic: "private-facts",
        action: isHealth && subject.isNamed ? "delete" : "hide",
        confidence: subject.isNamed && isHealth ? "likely" : "possible",
        reason: isHealth ? "health-of-person" : "gossip",
        spans,
      },
    ];
  });
}

/** "Mi chiamo…", "sono…", or the text begins or ends with the name of somebody who speaks of "me". */
function isWriter(evidence: Evidence, place: { first: number; last: number }): boolean {
  const near = wordsBefore(evidence, place, 3);
  return near.includes("chiamo") || near[0] === "sono" || near[0] === "io";
}

function overlaps(one: { first: number; last: number }, other: { first: number; last: number }): boolean {
  return one.first <= other.last && other.first <= one.last;
}

function findAccusations(evidence: Evidence, { postText = "" }: TriageContext): Claim[] {
  const known = postText.toLowerCase();
  const accused: { first: number; last: number }[] = [
    ...evidence.named.filter(({ kind, first }) => kind !== "first-name" || isInPost(evidence, first, known)),
    ...subjectsOf(evidence).map(({ place }) => place),
    ...companiesOf(evidence, known),
  ];
  return evidence.of("accusation").flatMap((mention): Claim[] => {
    const who = accused.find((place) => isNear(evidence, place, mention) && !overlaps(place, mention));
    if (!who || isQuoted(evidence, mention) || isDenied(evidence, mention)) return [];
    return [
      {
        topic: "fairness-and-privacy",
        action: "escalate",
        confidence: "likely",
        reason: "accusation",
        spans: [spanOf(evidence, who), spanOf(evidence, mention)],
      },
    ];
  });
}

function isInPost({ words }: Evidence, at: number, known: string): boolean {
  return (words[at]?.text.length ?? 0) > 3 && known.includes(words[at]?.text ?? " ");
}

function isOfPost(word: Word | undefined, known: string): boolean {
  return word !== undefined && word.text.length > 3 && known.includes(word.text);
}

/** "Questa ditta", "il titolare": the firm of the post, though it is not named. */
function companiesOf({ words, classOf }: Evidence, known: string): Pick<Named, "first" | "last">[] {
  return words.flatMap((_, at) =>
    classOf(at)?.has("company") &&
    (isOfPost(words[at + 1], known) ||
      ["questa", "questo", "quella", "quel", "il", "la", "l", "sta", "sto"].includes(
        words[at - 1]?.text ?? "",
      ))
      ? [{ first: at, last: at }]
      : [],
  );
}
