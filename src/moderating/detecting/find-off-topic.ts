import type { Claim, Reason } from "../claim.ts";
import type { TriageContext } from "../context.ts";
import { type Evidence, type Mention, spanOf } from "../evidence.ts";
import type { DistractionKind } from "../lexicons/distractions.ts";
import type { RuleTopic } from "../rule.ts";
import { findRepetition } from "./repetition.ts";

type Verdict = readonly [DistractionKind & Reason, RuleTopic, Claim["action"], Claim["confidence"]];

const verdicts: readonly Verdict[] = [
  ["provocation", "on-topic", "hide", "possible"],
  ["conspiracy", "on-topic", "hide", "likely"],
  ["propaganda", "propaganda", "hide", "likely"],
  ["copy-paste", "flooding", "hide", "possible"],
  ["unlawful-act", "unlawful-acts", "hide", "possible"],
];

/** What leads away from the post, and what floods it. */
export function findOffTopic(evidence: Evidence, context: TriageContext): Claim[] {
  if (context.channel === "message") return [];
  const distractions = verdicts.flatMap(([kind, topic, action, confidence]) =>
    evidence
      .of(kind)
      .filter((mention) => kind !== "provocation" || !isOfThePost(evidence, mention, context))
      .map(
        (mention): Claim => ({ topic, action, confidence, reason: kind, spans: [spanOf(evidence, mention)] }),
      ),
  );
  return [
    ...distractions,
    ...findRepetition(evidence, context),
    ...findPolitics(evidence, context),
    ...findNeeds(evidence),
    ...findSmallTalk(evidence),
  ];
}

/** Harmless talk stays, with or without an answer. */
function findSmallTalk(evidence: Evidence): Claim[] {
  const [chatter] = evidence.of("chatter");
  const [greeting] = evidence.of("greeting");
  const isMere =
    evidence.words.length <= 6 && evidence.of("question", "request", "fault-report").length === 0;
  const claim = (
    reason: "chatter" | "greeting",
    mention: Mention,
    confidence: Claim["confidence"],
  ): Claim => ({
    topic: "on-topic",
    action: "none",
    confidence,
    reason,
    spans: [spanOf(evidence, mention)],
  });
  return [
    ...(chatter ? [claim("chatter", chatter, "possible")] : []),
    ...(greeting && isMere ? [claim("greeting", greeting, "likely")] : []),
  ];
}

/** "E allora il modulo?" asks about what the post is about. */
function isOfThePost({ words }: Evidence, { last }: Mention, { postText = "" }: TriageContext): boolean {
  const subject = words[last]?.text ?? "";
  return subject.length < 4 || postText.toLowerCase().includes(subject.slice(0, -1));
}

/** Parties and the news of the day where the post has nothing of them: a single outburst stays. */
function findPolitics(evidence: Evidence, { postText = "" }: TriageContext): Claim[] {
  const known = postText.toLowerCase();
  const mentions = evidence
    .of("politics")
    .filter(({ first }) => !known.includes(evidence.words[first]?.text ?? " "));
  const [first] = mentions;
  const isAboutService = evidence.of("question", "fault-report", "reminder").length > 0;
  if (!first || isAboutService) return [];
  return [
    {
      topic: "on-topic",
      action: "none",
      confidence: "possible",
      reason: "politics-off-topic",
      spans: mentions.slice(0, 5).map((mention) => spanOf(evidence, mention)),
    },
  ];
}

function findNeeds(evidence: Evidence): Claim[] {
  return evidence.of("personal-need").map((mention) => ({
    topic: "personal-use",
    action: "answer",
    confidence: "likely",
    reason: "personal-need",
    spans: [spanOf(evidence, mention)],
  }));
}
