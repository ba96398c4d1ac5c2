import { html } from "hono/html";
import type { Authority } from "../../../authority/authority-store.ts";
import { mustHaveSecondFactor } from "../../../staff/rights.ts";
import type { Session } from "../../../staff/session.ts";
import { field, hidden } from "../../sign-in/form-parts.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import type { Html } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { tellMoment } from "../moments.ts";
import { browserName } from "./browser-name.ts";
import { type MailShown, mailPart } from "./mail-part.ts";
import { staffButton, staffFrame } from "./staff-frame.ts";
import type { StaffView } from "./staff-view.ts";
import { staffWordsOf } from "./words/index.ts";

export interface MeShown {
  sessions: readonly Session[];
  codesLeft: number;
  /** Those in which one has a role. */
  authorities: readonly Pick<Authority, "id" | "name">[];
  mail: MailShown;
  troubles: readonly string[];
}

/** One's own page: who one is, how one gets in, and where one is signed in. */
export function mePage(view: StaffView, shown: MeShown): Html {
  const { me } = staffWordsOf(view.language);
  return staffFrame(
    view,
    { title: me.title, path: "/desk/me", troubles: shown.troubles },
    html`${aboutPart(view, shown)}${mailPart(view, shown.mail)}
      ${view.who.session ? html`${passwordPart(view)}${secondFactorPart(view, shown)}` : ""}
      ${sessionsPart(view, shown)}`,
  );
}

function aboutPart(view: StaffView, { authorities }: MeShown): Html {
  const words = staffWordsOf(view.language);
  const { me } = words;
  const { staff } = view.who;
  const roles = [
    ...(staff.isInstallationAdministrator ? [words.installationAdministrator] : []),
    ...authorities.map(
      ({ id, name }) => `${name}: ${(staff.roles.get(id) ?? []).map((role) => words.roles[role]).join(", ")}`,
    ),
  ];
  return html`<section aria-labelledby="about"><h2 id="about">${me.about}</h2>
    <p>${staff.email}</p>
    <h3>${me.rolesTitle}</h3>
    ${roles.length === 0 ? html`<p>${me.noRoles}</p>` : html`<ul>${roles.map((role) => html`<li>${role}</li>`)}</ul>`}
    <form method="post" action="/desk/me/about" class="entry-form">
      ${hidden("lang", view.askedLanguage)}
      ${field({ name: "name", label: me.name, value: staff.name, autocomplete: "name" })}
      <div class="field"><label for="language">${me.language}</label>
        <select id="language" name="language">
          ${(["", "it", "en"] as const).map(
            (code) =>
              html`<option value="${code}" ${(staff.language ?? "") === code ? html`selected` : ""}>${
                code === "" ? me.anyLanguage : me.languages[code]
              }</option>`,
          )}
        </select></div>
      <button type="submit" class="btn btn-outline-primary">${me.save}</button>
    </form></section>`;
}

function passwordPart(view: StaffView): Html {
  const { me } = staffWordsOf(view.language);
  const secret = (name: string, label: string, autocomplete: string, hint?: string) =>
    field({ name, label, type: "password", autocomplete, ...(hint !== undefined && { hint }) });
  return html`<section aria-labelledby="password-title"><h2 id="password-title">${me.passwordTitle}</h2>
    <form method="post" action="/desk/me/password" class="entry-form">
      ${hidden("lang", view.askedLanguage)}
      <input type="text" name="username" value="${view.who.staff.email}" autocomplete="username" hidden>
      ${secret("current", me.current, "current-password")}
      ${secret("password", me.wanted, "new-password", me.wantedHint)}
      ${secret("again", me.again, "new-password")}
      <p class="hint">${me.passwordEnds}</p>
      <button type="submit" class="btn btn-outline-primary">${me.changePassword}</button>
    </form></section>`;
}

function secondFactorPart(view: StaffView, { codesLeft }: MeShown): Html {
  const { secondFactor: words } = staffWordsOf(view.language);
  const { staff } = view.who;
  const isObliged = mustHaveSecondFactor(staff);
  const form = (path: string, id: string, label: string, hint: string) =>
    html`<form method="post" action="/desk/me/${path}" class="entry-form">
      ${hidden("lang", view.askedLanguage)}
      <div class="field"><label for="${id}">${words.withPassword}<span class="visually-hidden"> (${label})</span></label>
        <input id="${id}" name="password" type="password" required maxlength="300" autocomplete="current-password"></div>
      <p class="hint">${hint}</p>
      <button type="submit" class="btn btn-sm btn-outline-primary">${label}</button>
    </form>`;
  return html`<section aria-labelledby="second-factor"><h2 id="second-factor">${words.title}</h2>
    <p>${staff.hasSecondFactor ? words.isOn(codesLeft) : words.isOff} ${isObliged ? words.isObliged : ""}</p>
    ${
      staff.hasSecondFactor
        ? html`<details><summary>${words.newCodes}</summary>${form("recovery-codes", "for-codes", words.newCodes, words.newCodesHint)}</details>
          ${isObliged ? "" : html`<details><summary>${words.remove}</summary>${form("second-factor/remove", "for-removal", words.remove, words.removeHint)}</details>`}`
        : html`<p><a class="btn btn-outline-primary" href="${withQuery("/desk/me/second-factor", { lang: view.askedLanguage })}">${words.setUp}</a></p>`
    }</section>`;
}

function sessionsPart(view: StaffView, { sessions }: MeShown): Html {
  const { me } = staffWordsOf(view.language);
  const own = view.who.session;
  return html`<section aria-labelledby="sessions"><h2 id="sessions">${me.sessionsTitle}</h2>
    ${own ? "" : html`<p>${me.noSession}</p>`}
    <ul class="people">${sessions.map((session) => sessionLine(session, view))}</ul>
    ${sessions.length > 1 ? staffButton(view, { address: "/desk/me/sessions/end-others", label: me.endOthers }) : ""}
  </section>`;
}

function sessionLine(session: Session, view: StaffView): Html {
  const { me } = staffWordsOf(view.language);
  const reading = { now: view.now, timeZone: "Europe/Rome", words: wordsOf(view.language) };
  const known = browserName(session.agent);
  const name = known ? me.on(known.browser, known.system) : me.unknownBrowser;
  const isOwn = session.id === view.who.session?.id;
  return html`<li><div><p><strong>${name}</strong> ${isOwn ? html`<span class="state state-published">${me.thisOne}</span>` : ""}</p>
    <p class="moments">${me.sessionMoments(tellMoment(session.beganAt, reading), tellMoment(session.seenAt, reading))}</p></div>
    ${isOwn ? "" : staffButton(view, { address: `/desk/me/sessions/${session.id}/end`, label: me.end, about: name })}</li>`;
}
