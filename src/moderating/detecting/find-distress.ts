import type { Claim } from "../claim.ts";
import { type Evidence, type Mention, spanOf } from "../evidence.ts";
import type { Meeting } from "../lexicons/meeting.ts";
import { meetingsOfDespair } from "../lexicons/meetings-of-despair.ts";
import { meetingsOfWant } from "../lexicons/meetings-of-want.ts";
import { isQuoted } from "./around.ts";
import { meet, overlaps } from "./meet.ts";

/**
 * Signs of despair, of want and of violence suffered. Doubt calls a person too; only plain idioms do not, nor what is
 * said laughing while nothing else speaks of despair.
 */
export function findDistress(evidence: Evidence): Claim[] {
  const idioms = evidence.of("distress-idiom");
  const isIdiom = (mention: Mention) => idioms.some((idiom) => overlaps(idiom, mention));
  const phrases = findPhrases(evidence, isIdiom);
  // One phrase that says it explains itself; the parts are looked for where none does.
  const together =
    phrases.length > 0
      ? []
      : [
          ...findMeetings(evidence, meetingsOfDespair, "distress", isIdiom),
          ...findMeetings(evidence, meetingsOfWant, "hardship", isIdiom),
        ];
  const [idiom] = [...idioms, ...(isLaughedAt(evidence) ? evidence.of("distress") : [])];
  const claims = [...phrases, ...together];
  if (claims.length > 0 && !isLaughedAt(evidence)) return claims;
  if (!idiom) return claims;
  return [
    {
      topic: null,
      action: "none",
      confidence: "possible",
      reason: "idiom-of-distress",
      spans: [spanOf(evidence, idiom)],
    },
  ];
}

function findPhrases(evidence: Evidence, isIdiom: (mention: Mention) => boolean): Claim[] {
  return evidence.of("distress", "violence-at-home", "hardship").flatMap((mention): Claim[] => {
    if (isIdiom(mention) || isQuoted(evidence, mention)) return [];
    const { kind, strength } = mention.entry;
    return [
      {
        topic: null,
        action: "crisis",
        confidence: evidence.isLaughing ? "possible" : strength === "strong" ? "certain" : "likely",
        reason: kind as "distress" | "violence-at-home" | "hardship",
        spans: [spanOf(evidence, mention)],
      },
    ];
  });
}

/** Laughter takes nothing back where tiredness, hopelessness, a leave-taking or violence are spoken of as well. */
function isLaughedAt(evidence: Evidence): boolean {
  if (!evidence.isLaughing) return false;
  const serious = evidence.of(
    "weariness",
    "hopelessness",
    "burden",
    "farewell",
    "violence-at-home",
    "hardship",
  );
  return serious.length === 0;
}

/** What no single phrase says: that of which it is made stands together. */
function findMeetings(
  evidence: Evidence,
  meetings: readonly Meeting[],
  reason: "distress" | "hardship",
  isIdiom: (mention: Mention) => boolean,
): Claim[] {
  return meetings.flatMap((meeting): Claim[] => {
    const together = meet(evidence, meeting);
    if (!together || together.some(isIdiom) || together.every((one) => isQuoted(evidence, one))) return [];
    return [
      {
        topic: null,
        action: "crisis",
        confidence: evidence.isLaughing ? "possible" : "likely",
        reason,
        spans: together.map((mention) => spanOf(evidence, mention)),
      },
    ];
  });
}
