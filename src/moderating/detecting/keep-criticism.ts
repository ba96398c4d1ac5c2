import type { Claim } from "../claim.ts";
import type { Evidence } from "../evidence.ts";
import { sameSentence } from "./around.ts";

/**
 * The last rule, whatever the others found: criticism of an office, an offer or a rule stays in sight. An exclusion that
 * is asked about or reproached ("niente disabili: ma allora chi assumete?") is somebody else's, so it becomes a doubt
 * that a person sees. Insults, slurs, disgust and violence are none of this rule's business.
 */
export function keepCriticism(claims: readonly Claim[], evidence: Evidence): readonly Claim[] {
  const reproached = claims.filter(
    (claim) =>
      claim.confidence === "possible" &&
      ((claim.reason === "group-exclusion" && isReproach(evidence, claim)) ||
        (scornful.has(claim.reason) && isOfOffice(evidence, claim))),
  );
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
  // "Non … assumete" may be a demand; "non assumete mai…", "niente … assumete" reproach.
  if (words[at]?.text === "non") {
    return words.slice(at, at + 5).some(({ text }) => text === "mai");
  }
  return evidence.of("office-acts").some(({ first }) => sameSentence(evidence, first, at));
}

function denies({ text }: Evidence, { from, to }: { from: number; to: number }): boolean {
  return denying.test(text.original.slice(from, to).toLowerCase());
}

const officeLike = ["institution", "service", "work-matter"];
const scornful = new Set<Claim["reason"]>(["group-contempt", "group-hatred", "group-worthless"]);

/** "L'ufficio è gestito da incapaci. Niente posti per chi ha cinquant'anni?": the scorn is of the office beside. */
function isOfOffice({ words, classOf }: Evidence, { spans }: Claim): boolean {
  const [group, hostile] = spans.map((span) => words.findIndex(({ from }) => from === span.from));
  const sentence = words[hostile ?? -1]?.sentence;
  if (sentence === undefined || sentence === words[group ?? -1]?.sentence) return false;
  return words.some((word, at) => {
    const classes = word.sentence === sentence ? classOf(at) : undefined;
    return officeLike.some((name) => classes?.has(name) === true);
  });
}
