import type { Claim, Reason } from "../claim.ts";
import type { TriageContext } from "../context.ts";
import { type Evidence, spanOf } from "../evidence.ts";
import type { WordKind } from "../lexicons/all-lists.ts";
import { languageOf } from "./language.ts";

const answered: readonly (WordKind & Reason)[] = [
  "reminder",
  "fault-report",
  "request",
  "question",
  "application",
];

/** Whether an answer is due: questions, requests, faults of ours, reminders, and what we cannot read. */
export function findTalk(evidence: Evidence, context: TriageContext): Claim[] {
  const claims: Claim[] = answered.flatMap((kind) =>
    evidence.of(kind).map(
      (mention): Claim => ({
        topic: null,
        action: "answer",
        confidence: "likely",
        reason: kind,
        spans: [spanOf(evidence, mention)],
      }),
    ),
  );
  if (claims.length === 0 && evidence.text.asked.size > 0 && !isElsewhere(evidence)) {
    claims.push({
      topic: null,
      action: "answer",
      confidence: "likely",
      reason: "question",
      spans: wholeOf(evidence),
    });
  }
  return [...claims, ...findLanguage(evidence), ...findSilence(evidence, context)];
}

/** "Ma la partita di ieri?" asks nobody here. */
function isElsewhere({ of, words, classOf }: Evidence): boolean {
  const isAboutService = words.some((_, at) => classOf(at)?.has("service"));
  return of("politics").length > 0 && !isAboutService;
}

function findLanguage(evidence: Evidence): Claim[] {
  const language = languageOf(evidence.text);
  if (language === "it" || language === "none" || language === "dialect") return [];
  const reason = language === "unknown" ? "unreadable" : "other-language";
  return [{ topic: null, action: "answer", confidence: "possible", reason, spans: wholeOf(evidence) }];
}

/** Texts without words, and messages that say nothing that is asked for and still wait for somebody. */
function findSilence(evidence: Evidence, { channel, hasPicture = false }: TriageContext): Claim[] {
  const hasWords = evidence.words.some(({ text }) => /[\p{L}\p{N}]/u.test(text));
  if (!hasWords && hasPicture)
    return [{ topic: null, action: "none", confidence: "possible", reason: "picture-only", spans: [] }];
  if (channel === "message")
    return [
      {
        topic: null,
        action: "answer",
        confidence: "possible",
        reason: "message-waits",
        spans: wholeOf(evidence),
      },
    ];
  return hasWords
    ? []
    : [{ topic: null, action: "none", confidence: "possible", reason: "nothing-to-read", spans: [] }];
}

function wholeOf(evidence: Evidence): Claim["spans"] {
  const { length } = evidence.words;
  return length === 0 ? [] : [spanOf(evidence, { first: 0, last: length - 1 })];
}
