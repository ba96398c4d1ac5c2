import type { Claim, Reason } from "../claim.ts";
import type { TriageContext } from "../context.ts";
import { type Evidence, spanOf } from "../evidence.ts";
import type { WordKind } from "../lexicons/all-lists.ts";
import type { RuleTopic } from "../rule.ts";
import { isDenied, isReported } from "./around.ts";
import { findContactData } from "./contact-data.ts";
import { findLinks, hostsIn, type Link } from "./links.ts";

/** Lures, advertising, links that lead where nobody wants to go, copies of others' works. */
export function findSelling(evidence: Evidence, context: TriageContext): Claim[] {
  const ours = new Set([...(context.ownHosts ?? []), ...hostsIn(context.postText ?? "")]);
  const links = findLinks(evidence.text, ours);
  const hasAddress = () =>
    links.length > 0 || findContactData(evidence.text, context.postText ?? "").length > 0;
  return [...findOffers(evidence, hasAddress), ...judgeLinks(evidence, links), ...findCopies(evidence)];
}

type Verdict = [WordKind & Reason, RuleTopic, Claim["action"], Claim["confidence"]];

const verdicts: readonly Verdict[] = [
  ["scam", "advertising", "delete", "certain"],
  ["loan", "advertising", "delete", "certain"],
  ["recruiting-bait", "advertising", "delete", "certain"],
  ["occult", "advertising", "delete", "certain"],
  ["advertising", "advertising", "hide", "likely"],
  ["private-offer", "advertising", "hide", "likely"],
  ["fund-raising", "fund-raising", "hide", "likely"],
];

/** Who warns of a swindle, has fallen for one, or quarrels with it. */
const warning = new Set(
  "attenti attente attenzione occhio truffa truffe truffatori falso false falsi finto finte denunciato denunciati diffidate pagavano lavoravo proposto sfruttano vergogna evitate".split(
    " ",
  ),
);

/** By kind alone nothing is offered yet: somebody is called, told where to go, or shown a number. */
function isLure({ words, classOf }: Evidence, hasAddress: () => boolean): boolean {
  const isCalled = words.some((word, at) => {
    const classes = classOf(at);
    const isChannel = classes?.has("channel") && word.text !== "link";
    return classes?.has("beckon") || isChannel || lures.has(word.text);
  });
  return isCalled || hasAddress();
}

const lures = new Set(
  "💰 💸 🤑 📲 📩 👉 👇 💵 💶 offro offriamo presto prestiamo chiama chiamate chiamami telefonami".split(" "),
);

function findOffers(evidence: Evidence, hasAddress: () => boolean): Claim[] {
  const isWarning =
    evidence.of("asked-for-money", "unlawful-offer").length > 0 ||
    evidence.words.some(({ text }) => warning.has(text));
  if (!verdicts.some(([kind]) => evidence.of(kind).length > 0)) return [];
  const lures = isLure(evidence, hasAddress);
  // "Vuoi guadagnare? Scrivimi" asks nothing.
  const isCalling = evidence.words.some((_, at) => evidence.classOf(at)?.has("beckon"));
  return verdicts.flatMap(([kind, topic, action, confidence]) =>
    evidence.of(kind).flatMap((mention): Claim[] => {
      // "Nessuno sconto per chi…" offers nothing.
      if (isReported(evidence, mention) || (kind === "advertising" && isDenied(evidence, mention))) return [];
      // Who warns of a swindle, or asks whether it is one, names it as well.
      const isAsked = evidence.text.asked.has(evidence.words[mention.first]?.sentence ?? -1);
      const isDoubtful = isWarning || (isAsked && !isCalling);
      // "L'attestato si può avere senza esame?" asks how it is done.
      if (kind === "scam" && isDoubtful && evidence.of("question").length > 0) return [];
      const isWeak = mention.entry.strength === "weak";
      if (isWeak && (isDoubtful || !lures || (isAsked && evidence.of("question").length > 0))) return [];
      const isSure = lures && !isWeak && !isAsked;
      const sure = isDoubtful ? "possible" : confidence === "certain" && !isSure ? "likely" : confidence;
      return [
        {
          topic,
          action: isDoubtful ? "hide" : action,
          confidence: sure,
          reason: kind,
          spans: [spanOf(evidence, mention)],
        },
      ];
    }),
  );
}

function judgeLinks(evidence: Evidence, links: readonly Link[]): Claim[] {
  const calls = evidence.of("call-to-click", "recruiting-bait", "scam", "application");
  return links.flatMap((link): Claim[] => {
    if (link.kind === "official-link" || link.kind === "press-link") return [];
    const isLure = calls.length > 0;
    if (!link.isWhole && !isLure && link.kind === "unknown-link") return [];
    const reason = isLure || link.kind === "short-link" ? "suspicious-link" : "unknown-link";
    // Who tells that our link does not work repeats it.
    if (evidence.of("fault-report").length > 0 && !isLure) return [];
    return [
      {
        topic: "links",
        action: reason === "suspicious-link" ? "delete" : "hide",
        confidence: isLure ? "likely" : "possible",
        reason,
        spans: [link, ...calls.slice(0, 3).map((call) => spanOf(evidence, call))],
      },
    ];
  });
}

const copies: readonly Verdict[] = [
  ["copied-work", "copyright", "hide", "likely"],
  ["pirated", "copyright", "delete", "likely"],
  ["brand-misuse", "copyright", "hide", "possible"],
];

function findCopies(evidence: Evidence): Claim[] {
  return copies.flatMap(([kind, topic, action, confidence]) =>
    evidence.of(kind).flatMap((mention): Claim[] => {
      const isAsked = evidence.text.asked.has(evidence.words[mention.first]?.sentence ?? -1);
      return isAsked && kind !== "pirated"
        ? []
        : [{ topic, action, confidence, reason: kind, spans: [spanOf(evidence, mention)] }];
    }),
  );
}
