import { randomInt } from "node:crypto";
import { textsOf } from "../form-fields.ts";
import { openTokenBuckets } from "../push/token-buckets.ts";
import { isSameOrigin } from "../same-origin.ts";
import type { WebParts } from "../web-parts.ts";
import { type FeedbackFault, readFeedback } from "./feedback.ts";
import { feedbackPage, feedbackSentPage } from "./feedback-page.ts";
import { addFeedback } from "./feedback-store.ts";
import type { SiteAnswer } from "./open-site.ts";
import { send } from "./send.ts";

/** Behind a proxy all people share one address, so the burst is that of a whole town. */
const perAddress = { perSecond: 10 / 3600, burst: 10 };
/** Letters that are not mistaken for each other when read out; the database knows the same. */
const codeLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const codeLength = 8;

export function showFeedback(): SiteAnswer {
  return async (site, request, reply) =>
    await send(request, reply, feedbackPage(site), { cache: "no-store" });
}

/**
 * Takes what somebody says who cannot use a page. No captcha and no cookie: those shut out the very people the form is
 * for. Addresses are counted in memory for an hour and written nowhere.
 */
export function takeFeedback({ database, publicUrl }: WebParts): SiteAnswer {
  const buckets = openTokenBuckets(perAddress);
  return async (site, request, reply) => {
    const { now } = site.reading;
    const fields = textsOf(request);
    const again = (status: number, faults: FeedbackFault[]) =>
      send(request, reply, feedbackPage(site, fields, faults), { status });
    if (!isSameOrigin(request.headers, publicUrl)) return await again(403, ["not-from-here"]);
    const reading = readFeedback(fields, now);
    if (reading.kind === "faults") return await again(422, reading.faults);
    const code = newCode();
    // A program that is told of the trap goes around it.
    if (reading.kind === "trapped")
      return await send(request, reply, feedbackSentPage(site, code), { status: 201 });
    if (buckets.take(request.ip, now) > 0) return await again(429, ["too-many"]);
    const sent = { code, language: site.place.language, at: now };
    await addFeedback(database.db, site.authority.id, reading.feedback, sent);
    return await send(request, reply, feedbackSentPage(site, code), { status: 201 });
  };
}

function newCode(): string {
  return Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]).join("");
}
