import { recordAct } from "../../../auditing/record-act.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import { askedLanguageOf, signedIn } from "../../sign-in/signed-in.ts";
import { findFeedback, markFeedbackSeen } from "../../site/feedback-store.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import { chooseAuthority } from "../choose-authority.ts";
import { personsViewOf } from "../persons/persons-view.ts";
import { feedbackPage, feedbackPath } from "./feedback-page.ts";

const reportsShown = 200;

/** What people said about pages they could not use. ?authority= chooses among one's own. */
export function showFeedback(parts: WebParts): Handler {
  return async (request, reply) => {
    const view = personsViewOf(request, parts);
    const { authorities, authority } = await chooseAuthority(parts, request, "see-reports");
    const reports = await findFeedback(parts.database.db, authority.id, reportsShown);
    return await sendPage(reply, feedbackPage(view, { authorities, authority, reports }));
  };
}

/** Somebody has read it and sees to it; pressed twice, the first stays. */
export function takeFeedbackSeen(parts: WebParts): Handler {
  return async (request, reply) => {
    const { authority: authorityId, code } = request.params as { authority: string; code: string };
    const { staff } = signedIn(request);
    const now = parts.clock.now();
    await parts.database.db.transaction().execute(async (trx) => {
      if (!(await markFeedbackSeen(trx, { authorityId, code }, staff.id, now))) return;
      await recordAct(trx, { authorityId, at: now, by: staff.id, act: "feedback-seen", subject: code });
    });
    const lang = askedLanguageOf(request);
    return reply.redirect(withQuery(feedbackPath, { authority: authorityId, lang }), 303);
  };
}
