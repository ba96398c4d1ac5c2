import type { Claim } from "../claim.ts";
import type { Evidence } from "../evidence.ts";
import { sameSentence } from "./around.ts";

/**
 * The last rule, whatever the others found: criticism of an office, an offer or a rule stays in sight. An exclusion that
 * is asked about or reproached ("niente disabili: ma allora chi assumete?") is somebody else's, so it becomes a doubt
 * that a person sees. Insults, slurs, disgust and violence are none of this rule's business.
 */
export function keepCriticism(claims: readonly Claim[], evidence: Evidence): readonly Claim[] {
  const reproached = claims.filter((claim) => isExclusion(claim) && isReproach(evidence, claim));
  if (reproached.length === 0) return claims;
  const kept = claims.filter((claim) => !reproached.includes(claim));
  const [first] = reproached;
  return [
    ...kept,
    {
      topic: null,
      action: "none",
      confidence: "possible",
      reason: "criticism",
      spans: first?.spans ?? [],
    },
  ];
}

function isExclusion({ reason, confidence }: Claim): boolean {
  return reason === "group-exclusion" && confidence === "possible";
}

const denying = /^(?:niente|nessun|nessuna|non|mai|senza|viet)/;

/** The exclusion is worded as a lack, and asked about or followed by what the office does. */
function isReproach(evidence: Evidence, { spans }: Claim): boolean {
  const { words, text } = evidence;
  const at = words.findIndex(({ from }) =>
    spans.some((span) => span.from === from && denies(evidence, span)),
  );
  const sentence = words[at]?.sentence;
  if (sentence === undefined) return false;
  if (text.asked.has(sentence) || text.asked.has(sentence + 1)) return true;
  return evidence.of("office-acts").some(({ first }) => sameSentence(evidence, first, at));
}

function denies({ text }: Evidence, { from, to }: { from: number; to: number }): boolean {
  return denying.test(text.original.slice(from, to).toLowerCase());
}
