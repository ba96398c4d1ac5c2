import { html } from "hono/html";
import type { KeptEvidence } from "../../../moderating/deciding/kept-evidence.ts";
import type { OpenedReview } from "../../../moderating/reviewing/open-review.ts";
import type { Html } from "../../web-parts.ts";
import { shownText } from "../inbox/shown-text.ts";
import { queuedLink } from "../moderation/moderation-filter.ts";
import type { ModerationView } from "../moderation/moderation-view.ts";
import { tellCarried } from "../moderation/tell-decision.ts";
import { moderationWordsOf } from "../moderation/words/index.ts";
import { tellMoment } from "../moments.ts";
import { reviewsWordsOf } from "./words/index.ts";

/** What had been decided, by which rule as it was then, why, and on what. */
export function decisionPart({ decision, ruleText }: OpenedReview, view: ModerationView): Html {
  const words = reviewsWordsOf(view.words.code).one;
  const moderation = moderationWordsOf(view.words.code);
  const { rule, messageId, authorityId } = decision;
  const who = decision.isAutomatic
    ? moderation.latest.byItself
    : (view.names.get(decision.decidedBy ?? "") ?? moderation.latest.formerColleague);
  const facts: [string, string | undefined][] = [
    [words.action, moderation.decided[decision.action]],
    [
      words.rule,
      rule ? `${words.version(rule.number, rule.version)}: ${ruleText?.[view.words.code] ?? ""}` : undefined,
    ],
    [words.why, decision.why],
    [words.who, who],
    [words.when, tellMoment(decision.decidedAt, view)],
    [words.network, tellCarried({ ...decision, networkReason: decision.reason }, view)],
  ];
  return html`<div><section aria-labelledby="decision-title"><h2 id="decision-title">${words.decision}</h2>
    <dl class="facts-list">${facts.map(([name, value]) => (value === undefined ? "" : html`<div><dt>${name}</dt><dd>${value}</dd></div>`))}</dl></section>
    <section aria-labelledby="evidence-title"><h2 id="evidence-title">${words.evidence}</h2>${evidence(decision.evidence as KeptEvidence | null, view)}
    ${messageId === null ? "" : html`<p class="decision-acts"><a href="${queuedLink({ authorityId, messageId }, {}, view.asked.askedLanguage)}">${words.toComment}</a></p>`}</section></div>`;
}

function evidence(kept: KeptEvidence | null, view: ModerationView): Html {
  const words = reviewsWordsOf(view.words.code).one;
  if (kept === null) return html`<p>${words.noEvidence}</p>`;
  const { text, attachments, sentAt } = kept;
  return html`<p class="hint">${words.evidenceHint} ${words.written(tellMoment(new Date(sentAt), view))}.</p>
    <div class="said said-in"><p class="said-text" dir="auto">${text === null || text === "" ? words.noText : shownText(text).text}</p></div>
    ${attachments.length === 0 ? "" : html`<p class="moments">${words.attachments}: ${attachments.join(", ")}</p>`}`;
}
