import type { FastifyRequest } from "fastify";
import type { Language } from "../../../channels/channel.ts";
import { openReview } from "../../../moderating/reviewing/open-review.ts";
import { findOpenReviews, reviewOutcomes } from "../../../moderating/reviewing/review-store.ts";
import { isUuid, textsIn } from "../../form-fields.ts";
import { Problem } from "../../problem.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import { askedOf } from "../inbox/inbox-view.ts";
import { authorityOf, viewOf } from "../moderation/moderation-address.ts";
import { findModerating } from "../moderation/moderation-view.ts";
import { readModerationCounts } from "../moderation/read-moderation.ts";
import { reviewPage } from "./review-page.ts";
import { type AuthorityReviews, reviewsPage } from "./reviews-page.ts";
import { reviewsWordsOf } from "./words/index.ts";

/** Reviews that wait, of all one's authorities: ?judged= says how the one of before ended. */
export function showReviews(parts: WebParts): Handler {
  return async (request, reply) => {
    const asked = askedOf(request, parts);
    const authorities = await findModerating(parts, asked);
    const counts = await readModerationCounts(
      parts,
      authorities.map(({ id }) => id),
    );
    const all: AuthorityReviews[] = [];
    for (const authority of authorities) {
      const reviews = await findOpenReviews(parts.database.db, authority.id);
      all.push({ authority, reviews, view: await viewOf(parts, asked, authority) });
    }
    const { ends } = reviewsWordsOf(asked.language);
    const isEmpty = all.every(({ reviews }) => reviews.length === 0);
    const said = tellJudged(request, asked.language, isEmpty ? ends.noneLeft : "");
    return sendPage(reply, reviewsPage(asked, all, { counts, said }));
  };
}

/** One review; that somebody read it is entered in the trail. */
export function showReview(parts: WebParts): Handler {
  return async (request, reply) => {
    const asked = askedOf(request, parts);
    const key = reviewOf(request);
    const view = await viewOf(parts, asked, await authorityOf(parts, asked, key));
    const { database, vault, clock } = parts;
    const opened = await openReview({ db: database.db, vault, clock }, key, asked.who.staff.id);
    if (!opened) throw new Problem(404, "no-such-page");
    const filled = { outcome: undefined, givesBack: false, why: "" };
    const said = tellJudged(request, asked.language, reviewsWordsOf(asked.language).ends.next);
    return sendPage(reply, reviewPage(opened, { ...view, filled, said, troubles: [] }));
  };
}

export interface ReviewKey {
  authorityId: string;
  reviewId: string;
}

/** What an address names. @throws Problem where it can name none */
export function reviewOf(request: FastifyRequest): ReviewKey {
  const { authority, review } = request.params as { authority: string; review: string };
  if (!isUuid(review)) throw new Problem(404, "no-such-page");
  return { authorityId: authority, reviewId: review };
}

/** How the review before ended, and what follows. */
function tellJudged(request: FastifyRequest, language: Language, then: string): string | undefined {
  const { judged } = textsIn(request.query);
  const outcome = reviewOutcomes.find((one) => one === judged);
  return outcome && `${reviewsWordsOf(language).ends.judged[outcome]} ${then}`.trim();
}
