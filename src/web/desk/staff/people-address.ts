import type { FastifyReply, FastifyRequest } from "fastify";
import { writeInvitation } from "../../../mailing/write-invitation.ts";
import { type Invitation, type InviteTools, inviteMember } from "../../../staff/invite-member.ts";
import { linkAddress } from "../../../staff/link.ts";
import { roles } from "../../../staff/rights.ts";
import type { StaffTools } from "../../../staff/staff-tools.ts";
import { textsOf, valuesOf } from "../../form-fields.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import { deskUrlOf } from "../desk-url.ts";
import { everywhere, peoplePage, type TypedInvitation } from "./people-page.ts";
import { linkPage } from "./person-page.ts";
import { type StaffView, staffViewOf } from "./staff-view.ts";
import { administeredBy, type Place, visiblePeople } from "./visible-people.ts";
import { staffWordsOf } from "./words/index.ts";

/** The people of the authorities one administers. */
export function showPeople(parts: WebParts): Handler {
  return async (request, reply) =>
    await sendPeople(parts, request, reply, { name: "", email: "", where: "", roles: [] }, []);
}

/** Makes an invitation and shows its link; whoever is here already needs none. */
export function takeInvitation(parts: WebParts, tools: StaffTools): Handler {
  return async (request, reply) => {
    const view = staffViewOf(request, parts);
    const { name = "", email = "", where = "" } = textsOf(request);
    const typed: TypedInvitation = { name, email, where, roles: valuesOf(request, "role") };
    const { faults } = staffWordsOf(view.language).people;
    const invitation = invitationOf(typed, view, await administeredBy(view.who.staff, parts));
    if (!invitation) return await sendPeople(parts, request, reply, typed, [faults["authority-missing"]]);
    const end = await inviteMember({ ...tools, ...mailOf(parts) }, view.who.staff, invitation);
    switch (end.kind) {
      case "invited": {
        const address = linkAddress(deskUrlOf(parts, request), end.token);
        const mailedTo = parts.config.mailUrl === undefined ? undefined : email;
        return sendPage(reply, linkPage(view, { name, address, purpose: "invitation", mailedTo }));
      }
      case "added":
        return reply.redirect(withQuery("/desk/people", { lang: view.askedLanguage, done: "added" }), 303);
      case "fault":
        return await sendPeople(parts, request, reply, typed, [faults[end.fault]]);
    }
  };
}

/** The address in a letter is never taken from a request: whoever asks may call this machine by any name. */
function mailOf(parts: WebParts): Pick<InviteTools, "writeTo"> {
  if (parts.config.mailUrl === undefined) return {};
  return { writeTo: (trx, invited, now) => writeInvitation(parts, trx, invited, now) };
}

/** Undefined where it is for an authority whose people one does not administer. */
function invitationOf(
  typed: TypedInvitation,
  { who }: StaffView,
  places: readonly Place[],
): Invitation | undefined {
  const { name, email, where } = typed;
  const wanted = roles.filter((role) => typed.roles.includes(role));
  if (where === everywhere) {
    const isAllowed = who.staff.isInstallationAdministrator;
    return isAllowed ? { name, email, authorityId: undefined, roles: [] } : undefined;
  }
  const place = places.find(({ id }) => id === where);
  return place && { name, email, authorityId: place.id, roles: wanted };
}

async function sendPeople(
  parts: WebParts,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: TypedInvitation,
  troubles: readonly string[],
): Promise<FastifyReply> {
  const view = staffViewOf(request, parts);
  const places = await administeredBy(view.who.staff, parts);
  const people = await visiblePeople(view.who.staff, places, parts);
  const isByMail = parts.config.mailUrl !== undefined;
  const page = peoplePage(view, { places, people, typed, troubles, isByMail });
  return sendPage(reply, page, troubles.length > 0 ? 422 : 200);
}
