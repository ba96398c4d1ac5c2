import type { Claim, Reason } from "../claim.ts";
import type { TriageContext } from "../context.ts";
import { type Evidence, spanOf } from "../evidence.ts";
import type { WordKind } from "../lexicons/all-lists.ts";

/** Formal acts, requests on personal data, disputes about moderation, and what an offer of ours did wrong. */
export function findFormalActs(evidence: Evidence, _context: TriageContext): Claim[] {
  return [...findActs(evidence), ...findRequests(evidence)];
}

function findActs(evidence: Evidence): Claim[] {
  const isAsked = evidence.of("formal-act-asked").length > 0 || evidence.text.asked.size > 0;
  return evidence.of("formal-act").map((mention) => ({
    topic: null,
    // How one does it is a question; doing it needs the registered channel.
    action: isAsked ? "answer" : "pec",
    confidence: isAsked ? "possible" : "likely",
    reason: isAsked ? "formal-act-asked" : "formal-act",
    spans: [spanOf(evidence, mention)],
  }));
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
