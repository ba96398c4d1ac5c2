import type { FastifyReply, FastifyRequest } from "fastify";
import { html } from "hono/html";
import type { Language } from "../../channels/channel.ts";
import { type DeletionStanding, findDeletionStanding } from "../../conversing/deletion-request-store.ts";
import { chooseLanguage } from "../language.ts";
import { layout } from "../layout.ts";
import { Problem } from "../problem.ts";
import { type Handler, type Html, sendPage, type WebParts } from "../web-parts.ts";
import { wordsOf } from "../words/index.ts";
import { deletionWordsOf } from "./words/index.ts";

// As we make them; anything else is not worth a question.
const codeShape = /^[\w-]{32}$/;

/**
 * How far a deletion is, for the person who asked the network, or the authority, for it. Whoever has the code sees when, and nothing of whom
 * or what.
 */
export function showDeletion(parts: WebParts): Handler {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { code } = request.params as { code: string };
    const { lang } = request.query as { lang?: string };
    const language = chooseLanguage(lang, request.headers["accept-language"]);
    const standing = codeShape.test(code) ? await findDeletionStanding(parts.database.db, code) : undefined;
    if (!standing) throw new Problem(404, "no-such-deletion");
    const network = parts.channels[standing.channel]?.networkName ?? standing.channel;
    return sendPage(reply, deletionPage(standing, { network, language, isDemo: parts.config.isDemo }));
  };
}

function deletionPage(
  standing: DeletionStanding,
  how: { network: string; language: Language; isDemo: boolean },
): Html {
  const { network, language, isDemo } = how;
  const words = deletionWordsOf(language);
  const { authorityName, askedAt, doneAt, origin } = standing;
  const { what, moreTitle, more } = origin === "desk" ? words.atDesk : words;
  const frame = {
    language,
    isDemo,
    title: `${words.title} – ${authorityName}`,
    subtitle: authorityName,
    otherAddress: `?lang=${wordsOf(language).other.code}`,
  };
  return layout(
    frame,
    html`<div class="container message">
      <h1>${words.title}</h1>
      <p class="lead">${doneAt ? words.done(day(doneAt, language)) : words.underWay}</p>
      <dl class="facts">
        <div><dt>${words.to}</dt><dd>${authorityName}</dd></div>
        <div><dt>${words.asked}</dt><dd>${day(askedAt, language)}</dd></div>
      </dl>
      <h2 class="h5">${words.whatTitle}</h2>
      <p>${what(network)}</p>
      <h2 class="h5">${moreTitle}</h2>
      <p>${more(network)}</p>
    </div>`,
  );
}

/** "22 novembre 2026", where the authorities are. */
function day(moment: Date, language: Language): string {
  return new Intl.DateTimeFormat(language === "it" ? "it-IT" : "en-GB", {
    dateStyle: "long",
    timeZone: "Europe/Rome",
  }).format(moment);
}
