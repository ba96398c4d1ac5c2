import { html } from "hono/html";
import type { OpenedReview } from "../../../moderating/reviewing/open-review.ts";
import { type ReviewOutcome, reviewOutcomes } from "../../../moderating/reviewing/review-store.ts";
import { notTaken } from "../../sign-in/form-parts.ts";
import { signInWordsOf } from "../../sign-in/words/index.ts";
import type { Html } from "../../web-parts.ts";
import { shownText } from "../inbox/shown-text.ts";
import { moderationFrame } from "../moderation/moderation-frame.ts";
import type { ModerationAsked, ModerationView } from "../moderation/moderation-view.ts";
import { moderationWordsOf } from "../moderation/words/index.ts";
import { tellMoment } from "../moments.ts";
import { decisionPart } from "./decision-part.ts";
import { reviewLink, reviewsLink } from "./review-link.ts";
import { tellTerm } from "./tell-term.ts";
import { reviewsWordsOf } from "./words/index.ts";

/** What the form holds, as it was sent last. */
export interface FilledReview {
  outcome: ReviewOutcome | undefined;
  givesBack: boolean;
  why: string;
}

export interface ReviewView extends ModerationView {
  filled: FilledReview;
  troubles: readonly string[];
  said: string | undefined;
}

/** One review: what is asked, what had been decided, and the form; for whoever decided first a sentence in its place. */
export function reviewPage(opened: OpenedReview, view: ReviewView): Html {
  const { asked, authority, troubles, said } = view;
  const words = reviewsWordsOf(asked.language);
  const moderation = moderationWordsOf(asked.language);
  const { review } = opened;
  const key = { authorityId: authority.id, reviewId: review.id };
  const { errorTitle } = signInWordsOf(asked.language);
  const rule = review.rule === null ? "" : ` · ${moderation.rule(review.rule)}`;
  const title = `${words.one.title}: ${moderation.decided[review.action]}${rule}`;
  return moderationFrame(
    asked,
    {
      title: troubles.length > 0 ? `${errorTitle}: ${title}` : title,
      address: (lang) => reviewLink(key, lang),
      isLive: false,
      keys: "review",
    },
    html`<div class="queue-ways"><a id="to-list" href="${reviewsLink(asked.askedLanguage)}">${words.one.back}</a></div>
      ${said === undefined ? "" : html`<p class="done" id="end" role="status">${said}</p>`}
      ${notTaken(words.form.faults, troubles)}
      <div class="moderation-columns"><div>
        <h1>${title}</h1>
        <p class="moments">${authority.name} · ${words.one.asked(tellMoment(review.askedAt, view))}${review.outcome ? "" : html` · <strong>${tellTerm(review, view)}</strong>`}</p>
        <h2>${words.one.text}</h2>
        <div class="said said-in"><p class="said-text" dir="auto">${shownText(review.text).text}</p></div>
        ${contact(opened, view)}
        ${end(opened, view)}
      </div>${decisionPart(opened, view)}</div>`,
  );
}

function contact({ contact: reached, isOwnDecision, review }: OpenedReview, view: ReviewView): Html | string {
  const words = reviewsWordsOf(view.words.code).one;
  if (isOwnDecision) return "";
  if (reached === null) return review.contact === null ? html`<p class="moments">${words.noContact}</p>` : "";
  return html`<h2>${words.contact}</h2><p><bdi>${shownText(reached).text}</bdi></p><p class="hint">${words.contactHint}</p>`;
}

/** The form, the outcome, or why there is no form. */
function end(opened: OpenedReview, view: ReviewView): Html {
  const { review, isOwnDecision } = opened;
  const words = reviewsWordsOf(view.words.code);
  if (review.outcome && review.decidedAt) {
    const who =
      view.names.get(review.decidedBy ?? "") ?? moderationWordsOf(view.words.code).latest.formerColleague;
    return html`<section class="answer" aria-labelledby="outcome-title"><h2 id="outcome-title">${words.outcomes[review.outcome]}</h2>
      <p>${review.reason}</p><p class="moments">${words.one.judged(who, tellMoment(review.decidedAt, view))}</p>
      ${view.filled.why === "" ? "" : html`<div class="field"><label for="kept-text">${words.form.why}</label><textarea id="kept-text" rows="4" readonly>${view.filled.why}</textarea></div>`}</section>`;
  }
  if (isOwnDecision)
    return html`<p class="notice notice-wait" id="own-decision">${words.one.ownDecision}</p>`;
  return judgeForm(opened, view);
}

function judgeForm({ review }: OpenedReview, view: ReviewView): Html {
  const { form } = reviewsWordsOf(view.words.code);
  const { filled, authority, troubles } = view;
  const key = { authorityId: authority.id, reviewId: review.id };
  const back = form.givesBack[review.action as keyof typeof form.givesBack];
  const also = form.alsoBack[review.action as keyof typeof form.alsoBack];
  return html`<section class="answer" aria-labelledby="outcome-title"><h2 id="outcome-title">${form.title}</h2>
  <form method="post" action="${reviewLink(key, view.asked.askedLanguage)}" class="small-form" id="judge-form" data-id="${review.id}">
    <fieldset class="ways"><legend>${form.outcome}</legend>${reviewOutcomes.map(
      (outcome) =>
        html`<div class="tick"><input type="radio" name="outcome" id="outcome-${outcome}" value="${outcome}" ${filled.outcome === outcome ? html`checked` : ""} aria-describedby="effect-${outcome}">
      <label for="outcome-${outcome}">${form.outcomes[outcome].name}</label><p class="hint" id="effect-${outcome}">${form.outcomes[outcome].effect}</p></div>`,
    )}</fieldset>
    ${back === undefined ? "" : html`<p class="hint">${back}</p>`}
    ${also === undefined ? "" : html`<div class="tick"><input type="checkbox" id="gives-back" name="gives-back" value="yes" ${filled.givesBack ? html`checked` : ""}><label for="gives-back">${also}</label></div>`}
    <div class="field"><label for="why">${form.why}</label><p class="hint" id="why-hint">${form.whyHint}</p>
      <textarea id="why" name="why" rows="4" maxlength="2000" aria-describedby="why-hint why-state" ${troubles.length > 0 ? html`aria-invalid="true"` : ""}>${filled.why}</textarea>
      <p class="hint" id="why-state" role="status" data-restored="${moderationWordsOf(view.words.code).ends.restored}"></p></div>
    <button type="submit" class="btn btn-primary" id="confirm">${form.confirm}</button>
  </form></section>`;
}

/** The review is gone: the words themselves come back. */
export function lostReviewPage(asked: ModerationAsked, text: string): Html {
  const words = reviewsWordsOf(asked.language);
  return moderationFrame(
    asked,
    { title: words.title, address: (lang) => reviewsLink(lang), isLive: false, keys: "none" },
    html`<h1>${words.title}</h1><p class="not-taken" role="alert" id="lost">${words.form.lost}</p>
      <div class="field"><label for="lost-text">${words.form.why}</label><textarea id="lost-text" rows="6" readonly aria-describedby="lost">${text}</textarea></div>
      <p class="way-back"><a href="${reviewsLink(asked.askedLanguage)}">${words.one.back}</a></p>`,
  );
}
