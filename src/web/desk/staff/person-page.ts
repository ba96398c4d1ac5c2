import { html } from "hono/html";
import { isActive, type Member } from "../../../staff/member.ts";
import { mayHoldKeysOf, roles } from "../../../staff/rights.ts";
import { hidden } from "../../sign-in/form-parts.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import type { Html } from "../../web-parts.ts";
import { ownRoles, stateMark, tick } from "./people-page.ts";
import { staffButton, staffFrame } from "./staff-frame.ts";
import type { StaffView } from "./staff-view.ts";
import type { Place } from "./visible-people.ts";
import { staffWordsOf } from "./words/index.ts";

/** One person: what they are in the authorities of whoever looks, and their keys where those may be held. */
export function personPage(
  view: StaffView,
  member: Member,
  places: readonly Place[],
  troubles: readonly string[] = [],
): Html {
  const { people: words } = staffWordsOf(view.language);
  const isOneself = member.id === view.who.staff.id;
  const isKeyHolder = mayHoldKeysOf(view.who.staff, member);
  return staffFrame(
    view,
    { title: member.name, path: `/desk/people/${member.id}`, current: "people", troubles },
    html`<p>${stateMark(member, view)} ${member.email}</p>
      ${isOneself ? html`<p class="said">${words.oneself}</p>` : rolesForm(view, member, places)}
      ${isOneself ? "" : isKeyHolder ? keysPart(view, member) : html`<p class="said">${words.elsewhere}</p>`}
      ${backLink(view)}`,
  );
}

/** The link that was made, to be copied: it is on this page only. */
export function linkPage(
  view: StaffView,
  made: { name: string; address: string; purpose: "invitation" | "reset"; mailedTo?: string | undefined },
): Html {
  const { people: words } = staffWordsOf(view.language);
  return staffFrame(
    view,
    { title: words.linkTitle, current: "people" },
    html`<p class="lead">${words.linkLead(made.name)}</p>
      <div class="field"><label for="link">${words.linkLabel}</label>
        <textarea id="link" readonly rows="3" autocomplete="off">${made.address}</textarea></div>
      <p class="hint">${made.purpose === "invitation" ? words.linkInvitation : words.linkReset}</p>
      ${made.mailedTo ? html`<p>${words.linkMailed(made.mailedTo)}</p>` : ""}
      ${backLink(view)}`,
  );
}

function backLink(view: StaffView): Html {
  const { people } = staffWordsOf(view.language);
  return html`<p><a href="${withQuery("/desk/people", { lang: view.askedLanguage })}">${people.back}</a></p>`;
}

/** Each authority that is shown says so in a field: one that came meanwhile is not emptied by a form that knew nothing of it. */
function rolesForm(view: StaffView, member: Member, places: readonly Place[]): Html {
  const words = staffWordsOf(view.language);
  const ofInstallation = view.who.staff.isInstallationAdministrator
    ? html`${hidden("shown", "*")}${tick({
        name: "is",
        id: "installation",
        value: "*",
        isTicked: member.isInstallationAdministrator,
        label: words.installationAdministrator,
        hint: words.installationAdministratorHint,
      })}`
    : "";
  return html`<section aria-labelledby="roles"><h2 id="roles">${words.people.rolesTitle}</h2>
    <form method="post" action="/desk/people/${member.id}/roles" class="entry-form">
      ${hidden("lang", view.askedLanguage)}
      ${places.map((place) => placeRoles(view, member, place))}
      ${ofInstallation}
      <button type="submit" class="btn btn-primary">${words.people.saveRoles}</button>
    </form></section>`;
}

function placeRoles(view: StaffView, member: Member, { id, name }: Place): Html {
  const words = staffWordsOf(view.language);
  const own = ownRoles(member, id);
  return html`<fieldset><legend>${name}</legend>${hidden("shown", id)}${roles.map((role) =>
    tick({
      name: "is",
      id: `${id}-${role}`,
      value: `${id}/${role}`,
      isTicked: own.includes(role),
      label: words.roles[role],
      hint: words.rolesHint[role],
    }),
  )}</fieldset>`;
}

function keysPart(view: StaffView, member: Member): Html {
  const { people: words } = staffWordsOf(view.language);
  const act = (name: string) => `/desk/people/${member.id}/${name}`;
  const about = member.name;
  const isOut = member.disabledAt !== null;
  const link = isActive(member)
    ? { label: words.newLink, hint: words.newLinkHint }
    : { label: words.newInvitation, hint: words.linkInvitation };
  return html`<section aria-labelledby="keys" class="keys"><h2 id="keys">${words.keysTitle}</h2>
    ${isOut ? "" : staffButton(view, { address: act("link"), about, ...link })}
    ${isActive(member) ? staffButton(view, { address: act("sign-out"), label: words.signOut, hint: words.signOutHint, about }) : ""}
    ${
      isOut
        ? staffButton(view, { address: act("let-in"), label: words.letIn, hint: words.letInHint, about })
        : staffButton(view, {
            address: act("shut-out"),
            label: words.shutOut,
            hint: words.shutOutHint,
            about,
            look: "danger",
          })
    }</section>`;
}
