import { html } from "hono/html";
import type { Authority } from "../../../authority/authority-store.ts";
import { dataProtectionTerm } from "../../../authority/calendar/legal-term.ts";
import { dateIn } from "../../../authority/calendar/zoned-time.ts";
import { holdingKinds } from "../../../conversing/personal-data/holdings.ts";
import type { PersonTalk } from "../../../conversing/personal-data/person-store.ts";
import type { HeldPerson } from "../../../conversing/personal-data/read-person.ts";
import { may } from "../../../staff/rights.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import type { Html } from "../../web-parts.ts";
import { conversationLink } from "../inbox/inbox-filter.ts";
import { personsFrame } from "./persons-frame.ts";
import { dayTold, momentIn, type PersonsView, personLink } from "./persons-view.ts";
import { personsWordsOf } from "./words/index.ts";

/** What is held of one person, what they asked about it, and the ways to give it to them and to erase it. */
export function personPage(view: PersonsView, authority: Authority, held: HeldPerson): Html {
  const words = personsWordsOf(view.language);
  const [name = words.results.nameless] = held.names;
  const mayHandle = may(view.who.staff, "handle-personal-data", authority.id);
  return personsFrame(
    view,
    { title: name, address: (lang) => personLink(held, lang), above: wayBack(view) },
    html`<p class="moments">${about(view, authority, held)}</p>
      ${requestList(view, authority, held)}
      <section aria-labelledby="held"><h2 id="held">${words.person.held}</h2>
        <p>${words.person.heldLead}</p>
        <ul class="holdings">${holdingKinds.flatMap((kind) =>
          held.counts[kind] > 0 ? html`<li>${words.counted[kind](held.counts[kind])}</li>` : [],
        )}</ul></section>
      ${may(view.who.staff, "answer", authority.id) ? talkList(view, authority, held.talks) : ""}
      ${mayHandle ? handling(view, held) : html`<p class="said">${words.person.notYours}</p>`}`,
  );
}

export function wayBack(view: PersonsView): Html {
  const { back } = personsWordsOf(view.language);
  return html`<p class="way-back"><a href="${withQuery("/desk/persons", { lang: view.askedLanguage })}">${back}</a></p>`;
}

/** "Facebook · Provincia di Valdilago · Identificativo 123 · Rosa Neri" */
function about(view: PersonsView, authority: Authority, { channel, personId, names }: HeldPerson): Html {
  const { results } = personsWordsOf(view.language);
  const others = names.slice(1);
  return html`${view.networkName(channel)} · ${authority.name} · <span class="person-id">${results.id(personId)}</span>${others.map(
    (other) => html` · <bdi>${other}</bdi>`,
  )}`;
}

function talkList(view: PersonsView, authority: Authority, talks: readonly PersonTalk[]): Html | string {
  const { person: words } = personsWordsOf(view.language);
  if (talks.length === 0) return "";
  return html`<section aria-labelledby="talks"><h2 id="talks">${words.conversations}</h2>
    <ul class="holdings">${talks.map(
      (talk) =>
        html`<li><a href="${conversationLink({ authorityId: authority.id, id: talk.id }, { group: "all" }, view.askedLanguage)}">${words.conversation(
          talk.kind === "private" ? "private" : "public",
          momentIn(talk.lastAt, authority, view),
        )}</a></li>`,
    )}</ul></section>`;
}

function requestList(view: PersonsView, authority: Authority, { requests }: HeldPerson): Html {
  const { person: words } = personsWordsOf(view.language);
  const today = dateIn(view.now, authority.settings.timeZone);
  const { expiresOn } = dataProtectionTerm(today, false);
  return html`<section aria-labelledby="requests"><h2 id="requests">${words.requests}</h2>
    ${
      requests.length === 0
        ? html`<p>${words.noRequest(dayTold(expiresOn, view.language))}</p>`
        : html`<ul class="holdings">${requests.map(
            (one) =>
              html`<li>${words.request(dayTold(one.receivedOn, view.language))}: ${
                one.outcome === null
                  ? html`<strong>${words.toAnswer}</strong>, ${words.expires(dayTold(one.expiresOn, view.language))}`
                  : words.outcomes[one.outcome]
              }</li>`,
          )}</ul>`
    }</section>`;
}

function handling(view: PersonsView, held: HeldPerson): Html {
  const { person: words } = personsWordsOf(view.language);
  return html`<section aria-labelledby="give"><h2 id="give">${words.give}</h2>
      <p>${words.giveLead}</p>
      <p>${words.giveCheck}</p>
      <form method="post" action="${personLink(held, view.askedLanguage, "export")}" class="act">
        <button type="submit" class="btn btn-outline-primary">${words.export}</button>
      </form></section>
    <section aria-labelledby="erase"><h2 id="erase">${words.erase}</h2>
      <p>${words.eraseLead}</p>
      <p><a class="btn btn-outline-primary" href="${personLink(held, view.askedLanguage, "erase")}">${words.toErase}</a></p></section>`;
}
