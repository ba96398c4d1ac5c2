import { html } from "hono/html";
import type { Authority } from "../../authority/authority-store.ts";
import { withQuery } from "../sign-in/sign-in-page.ts";
import type { Html } from "../web-parts.ts";
import { wordsOf } from "../words/index.ts";
import type { Answering } from "./answering.ts";
import { alertsPart, waitersPart } from "./answering-part.ts";
import { closingPart } from "./closing-part.ts";
import { deskLayout } from "./desk-layout.ts";
import { latestPart } from "./latest-part.ts";
import { tellClock, tellDay } from "./moments.ts";
import { actEnd } from "./pieces.ts";
import { numbersPart, placesPart } from "./places-part.ts";
import type { Today } from "./today.ts";
import { type AuthorityView, type TodayView, todayLink, viewOfAuthority } from "./view.ts";
import { waitingPart } from "./waiting-part.ts";

/**
 * What waits for a person, what went out, how portals and accounts are doing. Works without scripts; live.js replaces
 * what carries data-live when it has changed.
 */
export function todayPage(view: TodayView, authorities: Authority[], shown: Today[]): Html {
  const words = wordsOf(view.language);
  const [only] = authorities;
  return deskLayout(
    {
      language: view.language,
      title: `${words.today.title} – Bacheca`,
      otherAddress: todayLink({ authority: view.authority, lang: words.other.code }),
      isDemo: view.isDemo,
      isLive: true,
      current: "today",
      askedLanguage: view.askedLanguage,
      who: view.who,
    },
    html`<div class="container today">
      ${heading(view, shown[0]?.authority ?? only)}
      ${view.done ? actEnd(view.done, words) : ""}
      ${authorities.length > 1 ? chooser(view, authorities) : ""}
      ${authorities.length === 0 ? html`<h2>${words.today.none.title}</h2><p>${words.today.none.detail}</p>` : ""}
      ${shown.map((today) => authoritySection(today, view))}
    </div>`,
  );
}

/** The hour of the page is that of the first authority shown; all of Italy has one anyway. */
function heading(view: TodayView, authority: Authority | undefined): Html {
  const words = wordsOf(view.language);
  const timeZone = authority?.settings.timeZone ?? "Europe/Rome";
  const reading = { now: view.now, timeZone, words };
  return html`<div class="page-head">
    <h1>${words.today.title}</h1>
    <p id="day" data-live>${tellDay(view.now, reading)} · <span class="updated">${words.today.updated(tellClock(view.now, reading))}</span></p>
    ${view.lacksMail ? html`<p class="hint" id="no-mail">${words.today.noMail} <a href="${withQuery("/desk/me", { lang: view.askedLanguage })}#mail">${words.today.noMailHow}</a></p>` : ""}
    <p class="stale" id="stale" hidden>${words.today.stale}</p>
  </div>`;
}

function chooser(view: TodayView, authorities: Authority[]): Html {
  const words = wordsOf(view.language).today;
  const link = (id: string | undefined, name: string) =>
    html`<li><a class="choice" ${
      view.authority === id ? html`aria-current="page"` : ""
    } href="${todayLink({ authority: id, lang: view.askedLanguage })}">${name}</a></li>`;
  return html`<nav class="chooser" aria-label="${words.authorities}"><ul>
    ${link(undefined, words.allAuthorities)}
    ${authorities.map(({ id, name }) => link(id, name))}
  </ul></nav>`;
}

function authoritySection(today: Today, view: TodayView): Html {
  const words = wordsOf(view.language);
  const { id, name, settings } = today.authority;
  const own: AuthorityView = {
    ...viewOfAuthority({ ...view, words }, today.authority),
    networks: view.networks,
    back: { authority: view.authority, lang: view.askedLanguage },
  };
  const part = (key: string, title: string, content: Html) =>
    html`<div class="part part-${key}"><h3>${title}</h3><div id="${key}-${id}" data-live>${content}</div></div>`;
  return html`<section class="authority" aria-labelledby="authority-${id}">
    <h2 id="authority-${id}">${name}${isWebAddress(settings.portal) ? html` <a class="portal" href="${settings.portal}" rel="noopener">${hostOf(settings.portal)}</a>` : ""}</h2>
    <div class="parts">
      <div class="column">
        ${today.answering ? answeringParts(today.answering, own) : ""}
        ${part("waiting", words.today.waiting.title, waitingPart(today, own))}
        ${part("latest", words.today.latest.title, latestPart(today.latest, own))}
      </div>
      <div class="column">
        ${part("numbers", words.today.numbers.title, numbersPart(today.counts, own))}
        ${today.closing.length > 0 ? part("closing", words.today.closing.title, closingPart(today.closing, own)) : ""}
        ${part("places", words.today.places.title, placesPart(today, own))}
      </div>
    </div>
  </section>`;
}

/** Whom a person must see to comes before what a post needs. Both are there when empty too, for live.js to fill. */
function answeringParts(answering: Answering, view: AuthorityView): Html {
  const { id } = view.authority;
  return html`<div class="part part-alerts" id="alerts-${id}" data-live>${alertsPart(answering, view)}</div>
    <div class="part part-waiters" id="waiters-${id}" data-live>${waitersPart(answering, view)}</div>`;
}

function isWebAddress(address: string | undefined): address is string {
  return address !== undefined && /^https?:\/\//i.test(address);
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address;
}
