import type { FastifyReply, FastifyRequest } from "fastify";
import { mayAnywhere } from "../../staff/rights.ts";
import { Problem } from "../problem.ts";
import { languageOf, signedIn } from "../sign-in/signed-in.ts";
import { type Handler, sendPage, type WebParts } from "../web-parts.ts";
import { wordsOf } from "../words/index.ts";
import { readToday } from "./read-today.ts";
import { todayPage } from "./today-page.ts";
import { readActEnd } from "./view.ts";

/** The Today page: ?authority= shows one authority, ?lang= chooses the language, ?done= says what a button did. */
export function todayAddress(parts: WebParts): Handler {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const query = request.query as Record<string, string | string[] | undefined>;
    const authority = typeof query.authority === "string" ? query.authority : undefined;
    const who = signedIn(request);
    const language = languageOf(request);
    const { authorities, shown } = await readToday(parts, who.staff, authority);
    if (authority !== undefined && shown.length === 0) throw new Problem(404, "no-such-page");
    const page = todayPage(
      {
        language,
        askedLanguage: query.lang === language ? language : undefined,
        authority,
        done: readActEnd(query.done, wordsOf(language)),
        now: parts.clock.now(),
        isDemo: parts.config.isDemo,
        explainers: parts.channels,
        networks: parts.channels,
        who,
        lacksMail:
          parts.config.mailUrl === undefined &&
          !parts.config.isDemo &&
          mayAnywhere(who.staff, "manage-people"),
      },
      authorities,
      shown,
    );
    return sendPage(reply, page);
  };
}
