import { html } from "hono/html";
import type { Authority } from "../../../authority/authority-store.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import type { KeptFeedback } from "../../site/feedback-store.ts";
import type { Html } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { authorityChooser } from "../authority-chooser.ts";
import { deskLayout } from "../desk-layout.ts";
import { shownText } from "../inbox/shown-text.ts";
import { momentIn, type PersonsView } from "../persons/persons-view.ts";
import { feedbackWordsOf } from "./words/index.ts";
import type { FeedbackWords } from "./words/words.ts";

export interface FeedbackShown {
  /** Of whoever looks; several are chosen from. */
  authorities: readonly Authority[];
  authority: Authority;
  /** The newest first. */
  reports: readonly KeptFeedback[];
}

export const feedbackPath = "/desk/feedback";

/** What people said about pages of one authority that they could not use. */
export function feedbackPage(view: PersonsView, shown: FeedbackShown): Html {
  const words = feedbackWordsOf(view.language);
  const { authority, authorities, reports } = shown;
  const chosen = authorities.length > 1 ? authority.id : undefined;
  const addressOf = ({ id }: Authority) =>
    withQuery(feedbackPath, { authority: id, lang: view.askedLanguage });
  return deskLayout(
    {
      ...{ language: view.language, askedLanguage: view.askedLanguage, isDemo: view.isDemo, who: view.who },
      ...{ current: "feedback", title: `${words.title} – Bacheca` },
      otherAddress: withQuery(feedbackPath, { authority: chosen, lang: wordsOf(view.language).other.code }),
    },
    html`<div class="container staff">
      <h1>${words.title}</h1>
      ${authorities.length > 1 ? authorityChooser(words.authority, authorities, authority, addressOf, "true") : html`<p class="moments">${authority.name}</p>`}
      <p class="lead">${words.lead}</p>
      ${reports.length === 0 ? html`<p>${words.none}</p>` : reports.map((report) => oneReport(report, view, shown, words))}
    </div>`,
  );
}

function oneReport(
  report: KeptFeedback,
  view: PersonsView,
  { authority }: FeedbackShown,
  words: FeedbackWords,
): Html {
  const { code, page, text, contact, sentAt, seenAt } = report;
  const action = withQuery(`${feedbackPath}/${authority.id}/${code}/seen`, { lang: view.askedLanguage });
  return html`<section aria-labelledby="report-${code}"><h2 id="report-${code}">${code} · <time datetime="${sentAt.toISOString()}">${momentIn(sentAt, authority, view)}</time></h2>
    <p lang="${report.language}"><bdi>${shownText(text).text}</bdi></p>
    <dl class="terms">
      ${page === null ? "" : html`<div><dt>${words.about}</dt><dd><bdi>${shownText(page).text}</bdi></dd></div>`}
      <div><dt>${words.contact}</dt><dd><bdi>${contact === null ? words.noContact : shownText(contact).text}</bdi></dd></div>
    </dl>
    ${
      seenAt === null
        ? html`<form method="post" action="${action}"><button type="submit" class="btn btn-outline-primary">${words.markSeen(code)}</button></form>`
        : html`<p>${words.seen} · <time datetime="${seenAt.toISOString()}">${momentIn(seenAt, authority, view)}</time></p>`
    }</section>`;
}
