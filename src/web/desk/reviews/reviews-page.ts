import { html } from "hono/html";
import type { Authority } from "../../../authority/authority-store.ts";
import { maskPersonalData } from "../../../moderating/deciding/mask-personal-data.ts";
import type { OpenReview } from "../../../moderating/reviewing/review-store.ts";
import type { Html } from "../../web-parts.ts";
import { firstWordsOf } from "../inbox/shown-text.ts";
import { moderationFrame, moderationTabs } from "../moderation/moderation-frame.ts";
import type { ModerationAsked, ModerationView } from "../moderation/moderation-view.ts";
import type { ModerationCounts } from "../moderation/read-moderation.ts";
import { moderationWordsOf } from "../moderation/words/index.ts";
import { distance } from "../pieces.ts";
import { reviewLink, reviewsLink } from "./review-link.ts";
import { tellTerm } from "./tell-term.ts";
import { reviewsWordsOf } from "./words/index.ts";

/** The reviews of one authority that wait, with what its page is read with. */
export interface AuthorityReviews {
  authority: Authority;
  reviews: readonly OpenReview[];
  view: ModerationView;
}

/** Reviews that wait for a decision, of all authorities in which one may moderate, those that are due first. */
export function reviewsPage(
  asked: ModerationAsked,
  all: readonly AuthorityReviews[],
  { counts, said }: { counts: ModerationCounts; said: string | undefined },
): Html {
  const words = reviewsWordsOf(asked.language);
  const waiting = all.filter(({ reviews }) => reviews.length > 0);
  return moderationFrame(
    asked,
    { title: words.title, address: (lang) => reviewsLink(lang), isLive: true, keys: "list" },
    html`<h1>${words.title}</h1>
      ${moderationTabs(asked, "reviews", counts)}
      ${said === undefined ? "" : html`<p class="done" id="end" role="status">${said}</p>`}
      <p class="hint">${words.lead}</p>
      <div id="reviews" data-live>${
        waiting.length === 0
          ? html`<p class="inbox-none">${words.none}</p>`
          : waiting.map((one) => section(one, all.length > 1))
      }</div>`,
  );
}

function section({ authority, reviews, view }: AuthorityReviews, isOfSeveral: boolean): Html {
  const words = reviewsWordsOf(view.words.code);
  return html`${isOfSeveral ? html`<h2>${authority.name}</h2>` : ""}
    <ol class="entries" aria-label="${isOfSeveral ? `${words.list}: ${authority.name}` : words.list}">${reviews.map((one) => row(one, view))}</ol>`;
}

const firstSigns = 160;

function row(review: OpenReview, view: ModerationView): Html {
  const words = reviewsWordsOf(view.words.code);
  const moderation = moderationWordsOf(view.words.code);
  const { id: reviewId, action, rule, askedAt, dueAt, firstBy } = review;
  const isLate = dueAt !== null && dueAt <= view.now;
  const link = reviewLink({ authorityId: view.authority.id, reviewId }, view.asked.askedLanguage);
  const text = maskPersonalData(review.text)
    .map((piece) => ("masked" in piece ? `[${moderation.masked[piece.masked]}]` : piece.text))
    .join("");
  return html`<li class="entry-row is-${isLate ? "late" : "calm"}"><a id="open-${reviewId}" href="${link}">
    <span class="entry-who">${moderation.decided[action]}${rule === null ? "" : ` · ${moderation.rule(rule)}`}</span>
    <span class="entry-when">${distance(askedAt, view)}</span>
    <span class="entry-words"><bdi>${firstWordsOf(text, firstSigns)}</bdi></span>
    <span class="entry-state"><strong>${tellTerm(review, view)}</strong></span>
    ${firstBy === view.asked.who.staff.id ? html`<span class="entry-about">${words.own}</span>` : ""}
  </a></li>`;
}
