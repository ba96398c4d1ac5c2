import type { Claim, Reason } from "../claim.ts";
import type { TriageContext } from "../context.ts";
import { type Evidence, type Mention, spanOf } from "../evidence.ts";
import type { WordKind } from "../lexicons/all-lists.ts";
import type { Meeting } from "../lexicons/meeting.ts";
import { meetingsOfActs, meetingsOfDataRights } from "../lexicons/meetings-of-acts.ts";
import { wordsBefore } from "./around.ts";
import { meet } from "./meet.ts";

/** Formal acts, requests on personal data, disputes about moderation, and what an offer of ours did wrong. */
export function findFormalActs(evidence: Evidence, _context: TriageContext): Claim[] {
  return [...findActs(evidence), ...findDataRights(evidence), ...findRequests(evidence)];
}

const conditionWords = 8;

function findActs(evidence: Evidence): Claim[] {
  const isAsked = evidence.of("formal-act-asked").length > 0 || evidence.text.asked.size > 0;
  // "Se non rispondete faccio ricorso" announces an act, and does none.
  const phrases = evidence
    .of("formal-act")
    .filter((mention) => !wordsBefore(evidence, mention, conditionWords).includes("se"))
    .map((mention) => [mention]);
  const acts = phrases.length > 0 ? phrases : meetAll(evidence, meetingsOfActs);
  return acts.map((together) => ({
    topic: null,
    // How one does it is a question; doing it needs the registered channel.
    action: isAsked ? "answer" : "pec",
    confidence: isAsked ? "possible" : "likely",
    reason: isAsked ? "formal-act-asked" : "formal-act",
    spans: together.map((mention) => spanOf(evidence, mention)),
  }));
}

function findDataRights(evidence: Evidence): Claim[] {
  if (evidence.of("data-protection").length > 0) return [];
  return meetAll(evidence, meetingsOfDataRights).map((together) => ({
    topic: null,
    action: "escalate",
    confidence: "likely",
    reason: "data-protection",
    spans: together.map((mention) => spanOf(evidence, mention)),
  }));
}

function meetAll(evidence: Evidence, meetings: readonly Meeting[]): (readonly Mention[])[] {
  return meetings.flatMap((meeting) => {
    const together = meet(evidence, meeting);
    return together ? [together] : [];
  });
}

const requests: readonly [WordKind & Reason, Claim["action"], Claim["confidence"]][] = [
  ["data-protection", "escalate", "certain"],
  ["data-breach", "escalate", "likely"],
  ["image-of-person", "escalate", "likely"],
  ["own-comment", "answer", "likely"],
  ["review-request", "answer", "likely"],
  ["unlawful-offer", "escalate", "likely"],
  ["asked-for-money", "escalate", "likely"],
  ["false-identity", "escalate", "likely"],
];

function findRequests(evidence: Evidence): Claim[] {
  return requests.flatMap(([kind, action, confidence]) =>
    evidence.of(kind).map(
      (mention): Claim => ({
        topic: null,
        action,
        confidence,
        reason: kind,
        spans: [spanOf(evidence, mention)],
      }),
    ),
  );
}
