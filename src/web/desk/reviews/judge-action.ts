import type { FastifyReply, FastifyRequest } from "fastify";
import { decideReview } from "../../../moderating/reviewing/decide-review.ts";
import { openReview } from "../../../moderating/reviewing/open-review.ts";
import { findOpenReviews, reviewOutcomes } from "../../../moderating/reviewing/review-store.ts";
import { textsOf } from "../../form-fields.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import { askedOf } from "../inbox/inbox-view.ts";
import { typedText } from "../inbox/shown-text.ts";
import { authorityOf, viewOf } from "../moderation/moderation-address.ts";
import { type ModerationView, moderateToolsOf } from "../moderation/moderation-view.ts";
import { reviewLink, reviewsLink } from "./review-link.ts";
import { type FilledReview, lostReviewPage, reviewPage } from "./review-page.ts";
import { type ReviewKey, reviewOf } from "./reviews-address.ts";
import { reviewsWordsOf } from "./words/index.ts";

/** Judges a review and leads on to the next. Whatever stands against it, what was typed comes back with the page. */
export function takeJudgement(parts: WebParts): Handler {
  return async (request, reply) => {
    const asked = askedOf(request, parts);
    const key = reviewOf(request);
    const view = await viewOf(parts, asked, await authorityOf(parts, asked, key));
    const filled = filledIn(request);
    const { form, ends } = reviewsWordsOf(asked.language);
    const { outcome, why, givesBack } = filled;
    const sent = { key, view, filled };
    if (outcome === undefined) return await again(parts, reply, { ...sent, trouble: form.chooseOutcome });
    const by = asked.who.staff.id;
    const result = await decideReview(await moderateToolsOf(parts), { ...key, by, outcome, why, givesBack });
    if (result.kind !== "judged") return await again(parts, reply, { ...sent, trouble: ends[result.kind] });
    // One's own decisions stay in the list for another person.
    const open = await findOpenReviews(parts.database.db, key.authorityId);
    const next = open.find(({ firstBy }) => firstBy !== by);
    const lang = asked.askedLanguage;
    const judged = { judged: outcome };
    const nextKey = next && { authorityId: key.authorityId, reviewId: next.id };
    return reply.redirect(nextKey ? reviewLink(nextKey, lang, judged) : reviewsLink(lang, judged), 303);
  };
}

interface Sent {
  key: ReviewKey;
  view: ModerationView;
  filled: FilledReview;
  trouble: string;
}

async function again(
  { database: { db }, vault, clock }: WebParts,
  reply: FastifyReply,
  { key, view, filled, trouble }: Sent,
): Promise<FastifyReply> {
  const opened = await openReview({ db, vault, clock }, key, view.asked.who.staff.id);
  if (!opened) return await sendPage(reply, lostReviewPage(view.asked, filled.why), 410);
  const shown = { ...view, filled, said: undefined, troubles: [trouble] };
  return await sendPage(reply, reviewPage(opened, shown), 422);
}

function filledIn(request: FastifyRequest): FilledReview {
  const fields = textsOf(request);
  return {
    outcome: reviewOutcomes.find((one) => one === fields.outcome),
    givesBack: fields["gives-back"] === "yes",
    why: typedText(fields.why),
  };
}
