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
import { moderationWordsOf } from "./moderation/words/index.ts";
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
  moderation: {
    path: "/desk/moderation",
    act: "moderate",
    title: (language) => moderationWordsOf(language).title,
  },
  items: { path: "/desk/items", act: "see-desk", title: (language) => itemsWordsOf(language).title },
  accounts: {
    path: "/desk/accounts",
    act: "see-desk",
    title: (language) => wordsOf(language).accounts.nav,
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
      html`<li><a href="${inLanguage(path, askedLanguage)}" ${name === current ? html`aria-current="page"` : ""}>${title(language)}${waitingMark(name, who, language)}</a></li>`,
  )}</ul></nav>`;
}

/** How many wait there for a person, kept up to date on pages that are. */
async function waitingMark(
  page: string,
  { countWaiting, countToModerate }: SignedIn,
  language: Language,
): Promise<HtmlEscapedString | string> {
  switch (page) {
    case "inbox":
      return mark("nav-waiting", (await countWaiting?.()) ?? 0, inboxWordsOf(language).waiting);
    case "moderation":
      return mark("nav-to-moderate", (await countToModerate?.()) ?? 0, moderationWordsOf(language).waiting);
    default:
      return "";
  }
}

function mark(id: string, count: number, tell: (count: number) => string): Html {
  return html`<span id="${id}" data-live>${
    count > 0
      ? html` <span class="nav-count" aria-hidden="true">${count}</span><span class="visually-hidden"> (${tell(count)})</span>`
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
