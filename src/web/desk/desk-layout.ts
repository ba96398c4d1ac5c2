import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Language } from "../../channels/channel.ts";
import { type Act, mayAnywhere } from "../../staff/rights.ts";
import { type Frame, layout } from "../layout.ts";
import type { SignedIn, Waiting } from "../sign-in/signed-in.ts";
import type { Html } from "../web-parts.ts";
import { wordsOf } from "../words/index.ts";
import type { Words } from "../words/words.ts";
import { feedbackWordsOf } from "./feedback/words/index.ts";
import { figuresWordsOf } from "./figures/words/index.ts";
import { inboxWordsOf } from "./inbox/words/index.ts";
import { itemsWordsOf } from "./items/words/index.ts";
import { moderationWordsOf } from "./moderation/words/index.ts";
import { personsWordsOf } from "./persons/words/index.ts";
import { rulesWordsOf } from "./rules/words/index.ts";
import { staffWordsOf } from "./staff/words/index.ts";

export interface DeskFrame extends Omit<Frame, "desk"> {
  /** Which of the pages of the navigation this is, or belongs to. */
  current: DeskPage | undefined;
  /** The language asked for by address, kept in the links to the other pages. */
  askedLanguage: Language | undefined;
  who: SignedIn;
}

type Group = keyof Words["nav"]["groups"];

interface PageEntry {
  path: string;
  act: Act;
  title(language: Language): string;
  /** Undefined: of every day, always in sight. Else folded away with what serves the same purpose. */
  group?: Group;
  /** What the number beside it says, where `countWaiting` counts for this page. */
  waiting?(count: number, language: Language): string;
}

/** The pages one gets to from everywhere, in the order of the navigation: each is there for those who may open it. */
const pages = {
  today: { path: "/desk", act: "see-desk", title: (language) => wordsOf(language).today.title },
  inbox: {
    path: "/desk/inbox",
    act: "answer",
    title: (language) => inboxWordsOf(language).title,
    waiting: (count, language) => inboxWordsOf(language).waiting(count),
  },
  moderation: {
    path: "/desk/moderation",
    act: "moderate",
    title: (language) => moderationWordsOf(language).title,
    waiting: (count, language) => moderationWordsOf(language).waiting(count),
  },
  items: { path: "/desk/items", act: "see-desk", title: (language) => itemsWordsOf(language).title },
  accounts: {
    path: "/desk/accounts",
    act: "see-desk",
    title: (language) => wordsOf(language).accounts.nav,
    group: "publishing",
  },
  rules: {
    path: "/desk/rules",
    act: "change-settings",
    title: (language) => rulesWordsOf(language).nav,
    group: "authority",
  },
  feedback: {
    path: "/desk/feedback",
    act: "see-reports",
    title: (language) => feedbackWordsOf(language).title,
    group: "authority",
  },
  figures: {
    path: "/desk/figures",
    act: "see-reports",
    title: (language) => figuresWordsOf(language).nav,
    group: "authority",
  },
  persons: {
    path: "/desk/persons",
    act: "find-persons",
    title: (language) => personsWordsOf(language).title,
    group: "privacy",
  },
  people: {
    path: "/desk/people",
    act: "manage-people",
    title: (language) => staffWordsOf(language).people.title,
    group: "authority",
  },
} as const satisfies Record<string, PageEntry>;
export type DeskPage = keyof typeof pages;

/** The frame of every page of the desk: the ways to the others, and the way out. */
export async function deskLayout(frame: DeskFrame, content: Html): Promise<HtmlEscapedString> {
  const waiting = (await frame.who.countWaiting?.()) ?? {};
  const desk = { person: person(frame), pages: navigation(frame, waiting) };
  return await layout({ ...frame, desk }, content);
}

type Shown = PageEntry & { name: string };

function navigation(frame: DeskFrame, waiting: Waiting): Html | string {
  const { nav } = wordsOf(frame.language);
  const entries: Record<string, PageEntry> = pages;
  const shown = Object.entries(entries)
    .map(([name, entry]): Shown => ({ ...entry, name }))
    .filter(({ act }) => mayAnywhere(frame.who.staff, act));
  if (shown.length === 0) return "";
  const others = shown.filter(({ group }) => group !== undefined);
  // A fold around a single page would hide it and save nothing.
  const folded = others.length > 1 ? others : [];
  const link = (page: Shown) => pageLink(page, frame, waiting);
  return html`<nav class="desk-pages" aria-label="${nav.label}">
    <ul>${shown.filter((page) => !folded.includes(page)).map(link)}</ul>
    ${folded.length > 0 ? foldedPages(folded, frame, link) : ""}
  </nav>`;
}

/** Opens in the flow of the page, so that it covers nothing and needs no script to be closed. */
function foldedPages(folded: Shown[], { current, language }: DeskFrame, link: (page: Shown) => Html): Html {
  const { more, groups } = wordsOf(language).nav;
  const here = folded.find(({ name }) => name === current);
  const columns = (Object.keys(groups) as Group[])
    .map((group) => ({ group, own: folded.filter((page) => page.group === group) }))
    .filter(({ own }) => own.length > 0);
  return html`<details class="desk-more" id="desk-more">
    <summary id="desk-more-s" ${here ? html`class="is-here"` : ""}>${more}${here ? `: ${here.title(language)}` : ""}</summary>
    <div class="desk-groups">${columns.map(
      ({ group, own }) =>
        html`<div><p id="pages-${group}">${groups[group]}</p><ul aria-labelledby="pages-${group}">${own.map(link)}</ul></div>`,
    )}</div>
  </details>`;
}

function pageLink(page: Shown, { current, askedLanguage, language }: DeskFrame, waiting: Waiting): Html {
  const { name, path, title } = page;
  return html`<li><a href="${inLanguage(path, askedLanguage)}" ${
    name === current ? html`aria-current="page"` : ""
  }>${title(language)}${waitingMark(page, language, waiting)}</a></li>`;
}

/** How many wait there, kept up to date on pages that are. */
function waitingMark({ name, waiting: tell }: Shown, language: Language, waiting: Waiting): Html | string {
  if (!tell) return "";
  const count = waiting[name as keyof Waiting] ?? 0;
  return html`<span id="nav-waiting-${name}" data-live>${
    count > 0
      ? html` <span class="nav-count" aria-hidden="true">${count}</span><span class="visually-hidden"> (${tell(count, language)})</span>`
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
