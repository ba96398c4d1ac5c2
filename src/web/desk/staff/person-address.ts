import type { FastifyReply, FastifyRequest } from "fastify";
import { changeRoles } from "../../../staff/change-roles.ts";
import { linkAddress } from "../../../staff/link.ts";
import { isActive, type Member } from "../../../staff/member.ts";
import { resetMember } from "../../../staff/reset-member.ts";
import { mayHoldKeysOf, type Role, roles } from "../../../staff/rights.ts";
import { endSessions } from "../../../staff/session-store.ts";
import { shutOut } from "../../../staff/shut-out.ts";
import type { StaffTools } from "../../../staff/staff-tools.ts";
import { valuesOf } from "../../form-fields.ts";
import { Problem } from "../../problem.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import { deskUrlOf } from "../desk-url.ts";
import { everywhere } from "./people-page.ts";
import { linkPage, personPage } from "./person-page.ts";
import { type StaffView, staffViewOf } from "./staff-view.ts";
import { administeredBy, type Place, visiblePerson } from "./visible-people.ts";
import { staffWordsOf } from "./words/index.ts";
import type { Done } from "./words/words.ts";

/** One person and what an administrator can do about them. */
export function showPerson(parts: WebParts): Handler {
  return async (request, reply) => {
    const { view, member, places } = await asked(parts, request);
    return sendPage(reply, personPage(view, member, places));
  };
}

export function takeRoles(parts: WebParts, tools: StaffTools): Handler {
  return async (request, reply) => {
    const seen = await asked(parts, request);
    const { view, member, places } = seen;
    const shown = new Set(valuesOf(request, "shown"));
    const ticked = new Set(valuesOf(request, "is"));
    const wanted = places
      .filter(({ id }) => shown.has(id))
      .map(({ id }): [string, Role[]] => [id, roles.filter((role) => ticked.has(`${id}/${role}`))]);
    const end = await changeRoles(tools, view.who.staff, member.id, {
      roles: new Map(wanted),
      ...(shown.has(everywhere) && { isInstallationAdministrator: ticked.has(everywhere) }),
    });
    return end === "changed" ? done(seen, reply, "roles-changed") : refused(seen, reply, end);
  };
}

/** A new link; the door it opens is as wide as all that the person may do. */
export function takeNewLink(parts: WebParts, tools: StaffTools): Handler {
  return async (request, reply) => {
    const seen = await askedForKeys(parts, request);
    const { view, member } = seen;
    const purpose = isActive(member) ? "reset" : "invitation";
    const token = await resetMember(tools, member.id, view.who.staff.id);
    if (token === undefined) return refused(seen, reply, "not-allowed");
    const address = linkAddress(deskUrlOf(parts, request), token);
    return sendPage(reply, linkPage(view, { name: member.name, address, purpose }));
  };
}

export function signOutPerson(parts: WebParts): Handler {
  return async (request, reply) => {
    const seen = await askedForKeys(parts, request);
    await endSessions(parts.database.db, seen.member.id);
    return done(seen, reply, "signed-out-everywhere");
  };
}

export function shutOutPerson(parts: WebParts, tools: StaffTools, isOut: boolean): Handler {
  return async (request, reply) => {
    const seen = await asked(parts, request);
    const end = await shutOut(tools, seen.view.who.staff, seen.member.id, isOut);
    if (end === "done") return done(seen, reply, isOut ? "shut-out" : "let-in");
    return refused(seen, reply, end);
  };
}

interface Asked {
  view: StaffView;
  member: Member;
  places: readonly Place[];
}

async function asked(parts: WebParts, request: FastifyRequest): Promise<Asked> {
  const view = staffViewOf(request, parts);
  const { staff } = view.who;
  const { member: id } = request.params as { member: string };
  const places = await administeredBy(staff, parts);
  return { view, places, member: await visiblePerson(staff, places, id, parts) };
}

/** Nobody makes a link for themselves either: whoever sits at an open browser would walk off with the door. */
async function askedForKeys(parts: WebParts, request: FastifyRequest): Promise<Asked> {
  const seen = await asked(parts, request);
  const { staff } = seen.view.who;
  if (seen.member.id === staff.id || !mayHoldKeysOf(staff, seen.member))
    throw new Problem(403, "not-your-role");
  return seen;
}

function done({ view, member }: Asked, reply: FastifyReply, what: Done): FastifyReply {
  const kept = { lang: view.askedLanguage, done: what };
  return reply.redirect(withQuery(`/desk/people/${member.id}`, kept), 303);
}

async function refused(
  { view, member, places }: Asked,
  reply: FastifyReply,
  why: "oneself" | "not-allowed",
): Promise<FastifyReply> {
  const words = staffWordsOf(view.language).people;
  const sentence = why === "oneself" ? words.oneself : words.notAllowed;
  return sendPage(reply, personPage(view, member, places, [sentence]), 422);
}
