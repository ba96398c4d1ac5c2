import type { Claim } from "../claim.ts";
import type { TriageContext } from "../context.ts";
import { type Evidence, spanOf } from "../evidence.ts";
import { findContactData } from "./contact-data.ts";
import type { ContactDatum } from "./contact-datum.ts";

/** Data that reach or identify a person, in the open. In a private message they are meant for us and break no rule. */
export function findPersonalData(evidence: Evidence, context: TriageContext): Claim[] {
  const data = findContactData(evidence.text, context.postText ?? "");
  if (context.channel === "message") {
    const [first] = data;
    return first
      ? [{ topic: null, action: "answer", confidence: "likely", reason: first.kind, spans: [first] }]
      : [];
  }
  const claims = data
    // Who asks whether a number is the office's own repeats it.
    .filter(({ kind }) => kind !== "landline-number" || evidence.text.asked.size === 0)
    .filter(
      ({ kind }) => kind !== "foreign-number" || evidence.of("scam", "loan", "recruiting-bait").length === 0,
    )
    .map(
      (datum): Claim => ({
        topic: "fairness-and-privacy",
        action: "hide",
        confidence: datum.isSure && isSomebodys(evidence, datum) ? "certain" : "likely",
        reason: datum.kind,
        spans: [datum],
      }),
    );
  return [...claims, ...findOthersData(evidence), ...findMinors(evidence)];
}

const ofOffices = new Set(
  "codice pratica protocollo offerta annuncio bando matricola ordine verde ufficio sportello sede municipio comune biblioteca centro vostro vostra vostri patronato sindacato azienda ditta negozio bar ristorante scuola".split(
    " ",
  ),
);
const roles =
  /^(?:info|pec|urp|protocollo|segreteria|ufficio|offerte|lavoro|cpi|centro|impiego|concorsi|sportello|amministrazione|contatti|hr|personale|risorse|direzione|staff|redazione)[\w.-]*@/i;

/**
 * Whether a datum is surely a person's: a number that is asked about, that stands beside an office or a file, and the
 * mailbox of a role may be anybody's.
 */
function isSomebodys({ words, text }: Evidence, { kind, from, to }: ContactDatum): boolean {
  if (kind === "tax-code" || kind === "iban") return true;
  if (kind === "e-mail" && roles.test(text.original.slice(from, to))) return false;
  const at = words.findIndex((word) => word.from >= from);
  const sentence = words[at]?.sentence ?? -1;
  if (text.asked.has(sentence)) return false;
  return !words
    .slice(Math.max(0, at - 8), at)
    .some((word) => word.sentence === sentence && ofOffices.has(word.text));
}

function findOthersData(evidence: Evidence): Claim[] {
  return evidence.of("others-data", "credentials").map((mention) => ({
    topic: "fairness-and-privacy",
    action: "delete",
    confidence: "likely",
    reason: mention.entry.kind as "others-data" | "credentials",
    spans: [spanOf(evidence, mention)],
  }));
}

/** A child that can be recognised, and its health: the family may not have thought of who reads it. */
function findMinors(evidence: Evidence): Claim[] {
  const [minor] = evidence.of("minor");
  const [health] = evidence.of("health");
  if (!minor || !health) return [];
  const isNamed = evidence.named.some(({ kind }) => kind !== "company");
  return [
    {
      topic: isNamed ? "fairness-and-privacy" : null,
      action: isNamed ? "hide" : "answer",
      confidence: "likely",
      reason: "minor-and-health",
      spans: [spanOf(evidence, minor), spanOf(evidence, health)],
    },
  ];
}
