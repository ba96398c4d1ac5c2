import { withQuery } from "../../sign-in/sign-in-page.ts";
import { askedLanguageOf, languageOf, signedIn } from "../../sign-in/signed-in.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { findAllowed } from "../find-allowed.ts";
import { noAuthorityPage } from "./no-authority-page.ts";
import { rulesPage } from "./rules-page.ts";
import { rulesViewOf } from "./rules-view.ts";

/** The way to the rules from the navigation: leads to those of the first authority whose rules one may change. */
export function leadToRules(parts: WebParts): Handler {
  return async (request, reply) => {
    const { staff } = signedIn(request);
    const [first] = await findAllowed(parts, staff, "change-settings");
    const lang = askedLanguageOf(request);
    if (first) return reply.redirect(withQuery(`/desk/rules/${first.id}`, { lang }), 303);
    const language = languageOf(request);
    const frame = {
      ...{ language, askedLanguage: lang, isDemo: parts.config.isDemo, who: signedIn(request) },
      otherAddress: withQuery("/desk/rules", { lang: wordsOf(language).other.code }),
    };
    return sendPage(reply, noAuthorityPage(frame));
  };
}

/** All rules of one authority. ?done= says what a button did. */
export function showRules(parts: WebParts): Handler {
  return async (request, reply) => {
    const view = await rulesViewOf(parts, request);
    const others = await findAllowed(parts, view.who.staff, "change-settings");
    return sendPage(reply, rulesPage(view, others));
  };
}
