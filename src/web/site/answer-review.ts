import { readDecisionCode } from "../../moderating/deciding/decision-code.ts";
import { askReview } from "../../moderating/reviewing/ask-review.ts";
import { readReview } from "../../moderating/reviewing/read-review.ts";
import { textsIn, textsOf } from "../form-fields.ts";
import { isSameOrigin } from "../same-origin.ts";
import type { WebParts } from "../web-parts.ts";
import { pageAddress, pageNames } from "./addresses.ts";
import { decisionPage } from "./decision-page.ts";
import type { SiteAnswer } from "./open-site.ts";
import type { ReviewFault } from "./review-fault.ts";
import { reviewPage, reviewTakenPage, unknownCodePage } from "./review-page.ts";
import { send } from "./send.ts";

/** What a code shows is for whoever holds it: no cache keeps it. */
const cache = "no-store";

/** The form; with a code, as the little form beside it sends one, the way to its decision. */
export function showReviewForm(): SiteAnswer {
  return async (site, request, reply) => {
    const { codice: typed } = textsIn(request.query);
    if (typed === undefined) return await send(request, reply, reviewPage(site), { cache });
    const code = readDecisionCode(typed);
    if (code === undefined)
      return await send(request, reply, unknownCodePage(site, { code: typed }), { status: 404 });
    return reply
      .header("cache-control", cache)
      .redirect(pageAddress(site.place, `${pageNames.review}/${code}`), 303);
  };
}

export function showDecision({ database }: WebParts): SiteAnswer {
  return async (site, request, reply) => {
    const { code } = request.params as { code: string };
    const decision = await readReview(database.db, { authorityId: site.authority.id, code });
    if (!decision) return await send(request, reply, unknownCodePage(site, { code }), { status: 404 });
    const shown = readDecisionCode(code) ?? code;
    return await send(request, reply, decisionPage(site, shown, decision), { cache });
  };
}

const statuses: Record<ReviewFault, number> = {
  "no-code": 422,
  "text-missing": 422,
  "text-too-long": 422,
  "too-often": 429,
  "not-from-here": 403,
};

/** Takes in what somebody without an account asks. What is answered is the same whether the code was anybody's or not. */
export function takeReview(parts: WebParts): SiteAnswer {
  const tools = { db: parts.database.db, vault: parts.vault, clock: parts.clock };
  return async (site, request, reply) => {
    const { code = "", text: written = "", contact = "" } = textsOf(request);
    // Browsers count a new line as one character and send two.
    const text = written.replaceAll("\r\n", "\n");
    const again = (fault: ReviewFault) =>
      send(request, reply, reviewPage(site, { code, text, contact }, fault), { status: statuses[fault] });
    if (!isSameOrigin(request.headers, parts.publicUrl)) return await again("not-from-here");
    const asked = { authorityId: site.authority.id, code, text, contact, address: request.ip };
    const result = await askReview(tools, asked);
    if (result.kind !== "taken") return await again(result.kind);
    return await send(request, reply, reviewTakenPage(site, readDecisionCode(code) ?? code), { status: 201 });
  };
}
