import { acceptLink } from "../../staff/accept-link.ts";
import { letIn } from "../../staff/let-in.ts";
import { openLink } from "../../staff/open-link.ts";
import type { StaffTools } from "../../staff/staff-tools.ts";
import { textsOf } from "../form-fields.ts";
import { Problem } from "../problem.ts";
import { type Handler, sendPage, type WebParts } from "../web-parts.ts";
import { setSession } from "./desk-cookies.ts";
import { browserOf, viewOf } from "./sign-in-address.ts";
import { withQuery } from "./sign-in-page.ts";
import { welcomePage } from "./welcome-page.ts";

/** What a one-time link opens. Looking at it changes nothing: programs that look at links do so as well. */
export function showWelcome(parts: WebParts): Handler {
  return async (request, reply) => {
    const { token } = request.params as { token: string };
    const link = await openLink(parts.database.db, token, parts.clock.now());
    if (!link) throw new Problem(410, "link-over");
    const { name, email } = link;
    const view = viewOf(request, parts);
    return sendPage(reply, welcomePage({ ...view, token, link, typed: { name, email }, faults: [] }));
  };
}

export function takeWelcome(parts: WebParts, tools: StaffTools): Handler {
  return async (request, reply) => {
    const { token } = request.params as { token: string };
    const view = viewOf(request, parts);
    const { name = "", email = "", password = "", again = "" } = textsOf(request);
    const link = await openLink(parts.database.db, token, parts.clock.now());
    const form = { name, email, password, again, language: view.language };
    const end = link && (await acceptLink(tools, token, form));
    if (!link || !end || end.kind === "over") throw new Problem(410, "link-over");
    if (end.kind === "faults") {
      const { faults } = end;
      return sendPage(reply, welcomePage({ ...view, token, link, typed: { name, email }, faults }), 422);
    }
    setSession(request, reply, parts, await letIn(tools, end.memberId, browserOf(request)));
    return reply.redirect(withQuery("/desk", { lang: view.askedLanguage }), 303);
  };
}
