import { html } from "hono/html";
import type { Member } from "../../../staff/member.ts";
import { type Role, roles, rolesIn } from "../../../staff/rights.ts";
import { field, hidden } from "../../sign-in/form-parts.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import type { Html } from "../../web-parts.ts";
import { staffFrame } from "./staff-frame.ts";
import type { StaffView } from "./staff-view.ts";
import type { Place } from "./visible-people.ts";
import { staffWordsOf } from "./words/index.ts";

/** What was typed into the invitation, when it was not taken. */
export interface TypedInvitation {
  name: string;
  email: string;
  where: string;
  roles: readonly string[];
}

export interface PeopleShown {
  places: readonly Place[];
  people: readonly Member[];
  typed: TypedInvitation;
  troubles: readonly string[];
  /** Whether the installation sends mail, and so the invitation. */
  isByMail: boolean;
}

/** Stands for the whole installation, where otherwise the id of an authority is chosen; no authority is called so. */
export const everywhere = "*";

/** Who works for which authority, and the form that invites. */
export function peoplePage(view: StaffView, shown: PeopleShown): Html {
  const { people: words } = staffWordsOf(view.language);
  const { places, people } = shown;
  const { isInstallationAdministrator } = view.who.staff;
  const ofInstallation = people.filter((one) => one.isInstallationAdministrator);
  const ofNobody = people.filter((one) => !one.isInstallationAdministrator && one.roles.size === 0);
  return staffFrame(
    view,
    { title: words.title, path: "/desk/people", current: "people", troubles: shown.troubles },
    html`<p class="lead">${words.lead}</p>
      ${isInstallationAdministrator ? group("installation", words.ofInstallation, ofInstallation, () => [], view) : ""}
      ${places.map(({ id, name }) =>
        group(
          `of-${id}`,
          name,
          people.filter((one) => one.roles.has(id)),
          (one) => one.roles.get(id) ?? [],
          view,
        ),
      )}
      ${isInstallationAdministrator && ofNobody.length > 0 ? group("nobody", words.ofNobody, ofNobody, () => [], view) : ""}
      ${inviteForm(view, shown)}`,
  );
}

function group(
  id: string,
  title: string,
  people: readonly Member[],
  rolesOf: (one: Member) => readonly Role[],
  view: StaffView,
): Html {
  const { people: words } = staffWordsOf(view.language);
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
    ${
      people.length === 0
        ? html`<p>${words.nobody}</p>`
        : html`<ul class="people">${people.map((one) => personLine(one, rolesOf(one), view))}</ul>`
    }</section>`;
}

function personLine(one: Member, own: readonly Role[], view: StaffView): Html {
  const words = staffWordsOf(view.language);
  const ordered = roles.filter((role) => own.includes(role)).map((role) => words.roles[role]);
  const factor = one.hasSecondFactor ? words.people.withSecondFactor : words.people.withoutSecondFactor;
  return html`<li><div>
      <p><strong>${one.name}</strong> ${stateMark(one, view)} ${ordered.join(", ")}</p>
      <p class="moments">${one.email} · ${factor}</p></div>
    <p><a href="${withQuery(`/desk/people/${one.id}`, { lang: view.askedLanguage })}">${words.people.open}<span class="visually-hidden">: ${one.name}</span></a></p></li>`;
}

/** Invited, there, or shut out. */
export function stateMark({ confirmedAt, disabledAt }: Member, view: StaffView): Html {
  const { states } = staffWordsOf(view.language).people;
  const state = disabledAt !== null ? "out" : confirmedAt === null ? "invited" : "active";
  const mark = { out: "refused", invited: "waiting", active: "published" }[state];
  return html`<span class="state state-${mark}">${states[state]}</span>`;
}

function inviteForm(view: StaffView, { places, typed, isByMail }: PeopleShown): Html {
  const words = staffWordsOf(view.language);
  const { people } = words;
  const { isInstallationAdministrator } = view.who.staff;
  const choices = [
    ...places.map(({ id, name }) => ({ id, name })),
    ...(isInstallationAdministrator ? [{ id: everywhere, name: people.wholeInstallation }] : []),
  ];
  return html`<section aria-labelledby="invite"><h2 id="invite">${people.inviteTitle}</h2>
    <p>${isByMail ? people.inviteLeadByMail : people.inviteLead}</p>
    <form method="post" action="/desk/people/invite" class="entry-form">
      ${hidden("lang", view.askedLanguage)}
      ${field({ name: "name", label: people.name, value: typed.name, autocomplete: "off" })}
      ${field({ name: "email", label: people.email, type: "email", value: typed.email, autocomplete: "off" })}
      <div class="field"><label for="where">${people.where}</label>
        <select id="where" name="where">${choices.map(
          ({ id, name }) =>
            html`<option value="${id}" ${typed.where === id ? html`selected` : ""}>${name}</option>`,
        )}</select></div>
      <fieldset><legend>${people.role}</legend>${roles.map((role) =>
        tick({
          name: "role",
          id: `role-${role}`,
          value: role,
          isTicked: typed.roles.includes(role),
          label: words.roles[role],
          hint: words.rolesHint[role],
        }),
      )}</fieldset>
      <button type="submit" class="btn btn-primary">${people.invite}</button>
    </form></section>`;
}

/** A box to tick, with what it means. */
export function tick(box: {
  name: string;
  id: string;
  value: string;
  isTicked: boolean;
  label: string;
  hint: string;
}): Html {
  return html`<div class="tick">
    <input type="checkbox" id="${box.id}" name="${box.name}" value="${box.value}" ${box.isTicked ? html`checked` : ""} aria-describedby="${box.id}-hint">
    <label for="${box.id}">${box.label}</label>
    <p class="hint" id="${box.id}-hint">${box.hint}</p>
  </div>`;
}

/** What a member is in an authority by themselves, in the order of the table. */
export function ownRoles(member: Member, authorityId: string): Role[] {
  const own = rolesIn({ roles: member.roles, isInstallationAdministrator: false }, authorityId);
  return roles.filter((role) => own.includes(role));
}
