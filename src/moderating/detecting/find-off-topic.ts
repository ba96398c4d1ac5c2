import type { Claim } from "../claim.ts";
import type { TriageContext } from "../context.ts";
import { type Evidence, type Mention, spanOf } from "../evidence.ts";
import { findRepetition } from "./repetition.ts";

/** What leads away from the post, and what floods it. */
export function findOffTopic(evidence: Evidence, context: TriageContext): Claim[] {
  if (context.channel === "message") return [];
  const claim = (mention: Mention, rest: Omit<Claim, "spans">): Claim => ({
    ...rest,
    spans: [spanOf(evidence, mention)],
  });
  const claims = [
    ...evidence
      .of("provocation")
      .filter((mention) => !isOfThePost(evidence, mention, context))
      .map((mention) =>
        claim(mention, { topic: "on-topic", action: "hide", confidence: "possible", reason: "provocation" }),
      ),
    ...evidence
      .of("conspiracy")
      .map((mention) =>
        claim(mention, { topic: "on-topic", action: "hide", confidence: "likely", reason: "conspiracy" }),
      ),
    ...evidence
      .of("propaganda")
      .map((mention) =>
        claim(mention, { topic: "propaganda", action: "hide", confidence: "likely", reason: "propaganda" }),
      ),
    ...evidence
      .of("copy-paste")
      .map((mention) =>
        claim(mention, { topic: "flooding", action: "hide", confidence: "possible", reason: "copy-paste" }),
      ),
    ...evidence
      .of("chatter")
      .map((mention) =>
        claim(mention, { topic: "on-topic", action: "none", confidence: "possible", reason: "chatter" }),
      ),
    ...evidence.of("unlawful-act").map((mention) =>
      claim(mention, {
        topic: "unlawful-acts",
        action: "hide",
        confidence: "possible",
        reason: "unlawful-act",
      }),
    ),
    ...findRepetition(evidence, context),
    ...findPolitics(evidence, context),
    ...findNeeds(evidence),
  ];
  const [greeting] = evidence.of("greeting");
  const isMere =
    evidence.words.length <= 6 && evidence.of("question", "request", "fault-report").length === 0;
  if (greeting && isMere)
    claims.push(
      claim(greeting, { topic: "on-topic", action: "none", confidence: "likely", reason: "greeting" }),
    );
  return claims;
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
