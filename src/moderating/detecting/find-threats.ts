import type { Claim } from "../claim.ts";
import { type Evidence, type Mention, spanOf } from "../evidence.ts";
import { isDenied, isQuoted, isReported } from "./around.ts";

/**
 * Threats, calls to violence and wishes of death go to whoever is in charge; they are evidence first of all. `hatred`:
 * what was found against groups; a call to violence that is part of it goes with it.
 */
export function findThreats(evidence: Evidence, hatred: readonly Claim[]): Claim[] {
  const violence = hatred.filter(({ reason }) => reason === "group-violence").flatMap(({ spans }) => spans);
  const isOfHatred = (mention: Mention) => {
    const { from, to } = spanOf(evidence, mention);
    return violence.some((span) => span.from < to && from < span.to);
  };
  const idioms = evidence.of("idiom");
  const lawful = evidence.of("lawful-warning");
  const covered = (mention: Mention) =>
    idioms.some(({ first, last }) => first <= mention.last && mention.first <= last);
  return evidence.of("threat", "incitement", "death-wish").flatMap((mention): Claim[] => {
    const { kind, strength } = mention.entry;
    if (covered(mention) || isQuoted(evidence, mention) || isReported(evidence, mention)) return [];
    if (isDenied(evidence, mention)) return [];
    if (kind === "incitement" && isOfHatred(mention)) return [];
    if (strength === "weak" && lawful.length > 0) return [];
    // "Se non rispondete vi faccio vedere io: scrivo al giornale" announces what everybody may do.
    const isDoubtful = lawful.length > 0 || evidence.isLaughing;
    return [
      {
        topic: kind === "incitement" ? "unlawful-acts" : "offence",
        action: "escalate",
        confidence: isDoubtful ? "possible" : strength === "strong" ? "certain" : "likely",
        reason: kind as "threat" | "incitement" | "death-wish",
        spans: [spanOf(evidence, mention)],
      },
    ];
  });
}
