import type { Claim } from "../claim.ts";
import { type Evidence, type Mention, spanOf } from "../evidence.ts";
import { isQuoted } from "./around.ts";

/** Signs of despair and of violence suffered. Doubt calls a person too; only plain idioms do not. */
export function findDistress(evidence: Evidence): Claim[] {
  const idioms = evidence.of("distress-idiom");
  const isIdiom = (mention: Mention) =>
    idioms.some(({ first, last }) => first <= mention.last && mention.first <= last);
  const claims = evidence.of("distress", "violence-at-home", "hardship").flatMap((mention): Claim[] => {
    if (isIdiom(mention) || isQuoted(evidence, mention)) return [];
    return [
      {
        topic: null,
        action: "crisis",
        confidence: evidence.isLaughing
          ? "possible"
          : mention.entry.strength === "strong"
            ? "certain"
            : "likely",
        reason: mention.entry.kind as "distress" | "violence-at-home" | "hardship",
        spans: [spanOf(evidence, mention)],
      },
    ];
  });
  const [idiom] = idioms;
  if (claims.length > 0 || !idiom) return claims;
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
