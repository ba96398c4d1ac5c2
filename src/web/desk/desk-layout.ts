import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Language } from "../../channels/channel.ts";
import { type Act, mayAnywhere } from "../../staff/rights.ts";
import { type Frame, layout } from "../layout.ts";
import type { SignedIn } from "../sign-in/signed-in.ts";
import type { Html } from "../web-parts.ts";
import { wordsOf } from "../words/index.ts";
import { inboxWordsOf } from "./inbox/words/index.ts";
import { itemsWordsOf } from "./items/words/index.ts";
import { personsWordsOf } from "./persons/words/index.ts";
import { staffWordsOf } from "./staff/words/index.ts";

export interface DeskFrame extends Omit<Frame, "desk"> {
  /** Which of the pages of the navigation this is, or belongs to. */
  current: DeskPage | undefined;
  /** The language asked for by address, kept in the links to the other pages. */
  askedLanguage: Language | undefined;
  who: SignedIn;
}

/** The pages one gets to from everywhere, in the order of the navigation: each is there for those who may open it. */
const pages = {
  today: { path: "/desk", act: "see-desk", title: (language) => wordsOf(language).today.title },
  inbox: { path: "/desk/inbox", act: "answer", title: (language) => inboxWordsOf(language).title },
  items: { path: "/desk/items", act: "see-desk", title: (language) => itemsWordsOf(language).title },
  accounts: {
    path: "/desk/accounts",
    act: "see-desk",
    title: (language) => wordsOf(language).accounts.nav,
  },
  persons: {
    path: "/desk/persons",
    act: "find-persons",
    title: (language) => personsWordsOf(language).title,
  },
  people: {
    path: "/desk/people",
    act: "manage-people",
    title: (language) => staffWordsOf(language).people.title,
  },
} as const satisfies Record<string, { path: string; act: Act; title(language: Language): string }>;
export type DeskPage = keyof typeof pages;

/** The frame of every page of the desk: the ways to the others, and the way out. */
export function deskLayout(frame: DeskFrame, content: Html): Html {
  return layout({ ...frame, desk: html`${navigation(frame)}${person(frame)}` }, content);
}

function navigation({ current, askedLanguage, language, who }: DeskFrame): Html | string {
  const shown = Object.entries(pages).filter(([, { act }]) => mayAnywhere(who.staff, act));
  if (shown.length === 0) return "";
  return html`<nav class="desk-pages" aria-label="${wordsOf(language).accounts.navLabel}"><ul>${shown.map(
    ([name, { path, title }]) =>
      html`<li><a href="${inLanguage(path, askedLanguage)}" ${name === current ? html`aria-current="page"` : ""}>${title(language)}${name === "inbox" ? waitingMark(who, language) : ""}</a></li>`,
  )}</ul></nav>`;
}

/** How many wait for an answer, kept up to date on pages that are. */
async function waitingMark({ countWaiting }: SignedIn, language: Language): Promise<HtmlEscapedString> {
  const waiting = (await countWaiting?.()) ?? 0;
  return html`<span id="nav-waiting" data-live>${
    waiting > 0
      ? html` <span class="nav-count" aria-hidden="true">${waiting}</span><span class="visually-hidden"> (${inboxWordsOf(language).waiting(waiting)})</span>`
      : ""
  }</span>`;
}

/** One's own page and the way out; in a demonstration nobody came in. */
function person({ askedLanguage, language, who }: DeskFrame): Html {
  const words = staffWordsOf(language);
  return html`<div class="desk-person">
    <a href="${inLanguage("/desk/me", askedLanguage)}"><span class="visually-hidden">${words.me.title}: </span>${who.staff.name}</a>
    ${
      who.session
        ? html`<form method="post" action="/desk/sign-out"><button type="submit" class="btn-out">${words.signOut}</button></form>`
        : html`<a href="/desk/sign-in">${words.signInAsOther}</a>`
    }
  </div>`;
}

function inLanguage(path: string, lang: Language | undefined): string {
  return lang ? `${path}?lang=${lang}` : path;
}
