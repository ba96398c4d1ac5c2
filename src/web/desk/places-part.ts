import { html } from "hono/html";
import { notConnected } from "../../publishing/account.ts";
import type { Html } from "../web-parts.ts";
import { accountsLink } from "./accounts/accounts-view.ts";
import { tellMoment } from "./moments.ts";
import { distance } from "./pieces.ts";
import type { Today, TodayAccount, TodayCounts, TodaySource } from "./today.ts";
import type { AuthorityView } from "./view.ts";

/** The figures of today; what needs a person is marked by more than its colour: it stands in the list of what waits. */
export function numbersPart(counts: TodayCounts, view: AuthorityView): Html {
  const words = view.words.today.numbers;
  const names = ["published", "open", "held", "unknown", "refused"] as const;
  return html`<dl class="numbers">${names.map(
    (name) =>
      html`<div class="number ${counts[name] > 0 ? `number-${name}` : ""}"><dt>${words[name]}</dt><dd>${counts[name]}</dd></div>`,
  )}</dl>`;
}

/** Where items come from and where they go, each with how it is doing. */
export function placesPart(today: Today, view: AuthorityView): Html {
  const words = view.words.today.places;
  const { sources, accounts } = today;
  return html`<h4>${words.sources}</h4>
    ${sources.length === 0 ? html`<p>${words.noSources}</p>` : html`<ul class="places">${sources.map((one) => source(one, view))}</ul>`}
    <h4>${words.accounts}</h4>
    ${accounts.length === 0 ? html`<p>${words.noAccounts}</p>` : html`<ul class="places">${accounts.map((one) => account(one, view))}</ul>`}`;
}

function source(one: TodaySource, view: AuthorityView): Html {
  const words = view.words.today.places;
  const [state, mark] = one.isStopped
    ? [words.stopped, "off"]
    : one.fault
      ? [words.inTrouble, "unknown"]
      : [words.well, "published"];
  const look =
    one.kind === "push"
      ? words.pushed
      : one.lastLookAt
        ? words.lastLook(tellMoment(one.lastLookAt, view))
        : words.neverLooked;
  const news = one.lastNewAt ? words.lastNews(tellMoment(one.lastNewAt, view)) : words.noNews;
  return html`<li>
    <p class="told"><span class="state state-${mark}">${state}</span> <strong>${one.name}</strong></p>
    ${one.url ? html`<p class="address">${one.url}</p>` : ""}
    <p class="moments">${look}; ${news}.</p>
    ${one.mended.length > 0 ? html`<p class="moments">${words.mended(one.mended.length)}</p>` : ""}
  </li>`;
}

function account(one: TodayAccount, view: AuthorityView): Html {
  const words = view.words.today.places;
  const isWaiting = one.reason === notConnected;
  const mark = { active: "published", resting: "unknown", disconnected: "refused", off: "off" }[one.state];
  return html`<li>
    <p class="told"><span class="state state-${mark}">${
      isWaiting ? view.words.accounts.today.waiting : words.states[one.state]
    }</span> <strong>${one.name}</strong></p>
    <p class="moments">${
      one.lastPublishedAt
        ? html`${words.lastPost(tellMoment(one.lastPublishedAt, view))} (${distance(one.lastPublishedAt, view)})`
        : words.noPost
    }</p>
    ${toSee(one, view)}
  </li>`;
}

/** What the last look found; an account that is gone is told among what waits. */
function toSee({ seen, state }: TodayAccount, view: AuthorityView): Html | string {
  const words = view.words.accounts.today;
  const told = [
    ...(seen.troubles.length > 0 && state !== "disconnected" ? [words.trouble(seen.troubles.length)] : []),
    ...(seen.missing > 0 ? [words.missing(seen.missing)] : []),
  ];
  if (told.length === 0 || state === "off") return "";
  return html`<p><a href="${accountsLink({ authority: view.authority.id, lang: view.back.lang })}">${told.join(", ")}</a></p>`;
}
