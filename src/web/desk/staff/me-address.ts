import type { FastifyReply, FastifyRequest } from "fastify";
import { findAuthorities } from "../../../authority/authority-store.ts";
import { readServer } from "../../../mailing/server-store.ts";
import { usualChoice } from "../../../mailing/telling/audience.ts";
import { findChoice, writeChoice } from "../../../mailing/telling/people-store.ts";
import { changePassword } from "../../../staff/change-password.ts";
import { countRecoveryCodes } from "../../../staff/credentials-store.ts";
import { readName } from "../../../staff/identity.ts";
import { changeMember } from "../../../staff/member-store.ts";
import { mayAnywhere, type Staff } from "../../../staff/rights.ts";
import { endSession, endSessions, findSessions } from "../../../staff/session-store.ts";
import type { StaffTools } from "../../../staff/staff-tools.ts";
import { isUuid, textsOf } from "../../form-fields.ts";
import { Problem } from "../../problem.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import { signInWordsOf } from "../../sign-in/words/index.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import type { MailShown } from "./mail-part.ts";
import { mePage } from "./me-page.ts";
import { type StaffView, staffViewOf } from "./staff-view.ts";
import { staffWordsOf } from "./words/index.ts";
import type { Done } from "./words/words.ts";

/** One's own page and what can be done there: all of it concerns whoever is signed in, and nobody else. */
export function showMe(parts: WebParts): Handler {
  return async (request, reply) => await sendMe(parts, request, reply, []);
}

export function changeAbout(parts: WebParts): Handler {
  return async (request, reply) => {
    const view = staffViewOf(request, parts);
    const fields = textsOf(request);
    const name = readName(fields.name ?? "");
    if (name === undefined)
      return await sendMe(parts, request, reply, [staffWordsOf(view.language).me.nameMissing]);
    const language = fields.language === "it" || fields.language === "en" ? fields.language : null;
    await changeMember(parts.database.db, view.who.staff.id, { name, language });
    return back(view, reply, "saved");
  };
}

/** What one wants to be written about; boxes that are not ticked are not sent. */
export function chooseMail(parts: WebParts): Handler {
  return async (request, reply) => {
    const view = staffViewOf(request, parts);
    const fields = textsOf(request);
    const hour = Number(fields["digest-hour"]);
    await writeChoice(parts.database.db, view.who.staff.id, {
      alerts: fields.alerts === "yes",
      warnings: fields.warnings === "yes",
      digest: fields.digest === "yes",
      digestHour: Number.isInteger(hour) && hour >= 0 && hour <= 23 ? hour : usualChoice.digestHour,
    });
    return back(view, reply, "mail-chosen");
  };
}

async function readMailShown({ config, database }: WebParts, staff: Staff): Promise<MailShown> {
  const { reason } = await readServer(database.db);
  return {
    choice: await findChoice(database.db, staff.id),
    state: config.mailUrl === undefined ? "none" : (reason ?? "well"),
    isTheirs: mayAnywhere(staff, "connect-accounts"),
  };
}

export function takePassword(parts: WebParts, tools: StaffTools): Handler {
  return async (request, reply) => {
    const view = staffViewOf(request, parts);
    const { staff, session } = view.who;
    const { current = "", password = "", again = "" } = textsOf(request);
    const end = await changePassword(tools, staff, { current, password, again }, session?.id);
    const { faults, signIn } = signInWordsOf(view.language);
    switch (end.kind) {
      case "changed":
        return back(view, reply, "password-changed");
      case "wait":
        return await sendMe(parts, request, reply, [signIn.wait(end.seconds)]);
      case "fault": {
        const { passwordWrong } = staffWordsOf(view.language).me;
        const sentence = end.fault === "password-wrong" ? passwordWrong : faults[end.fault];
        return await sendMe(parts, request, reply, [sentence]);
      }
    }
  };
}

export function endOneSession(parts: WebParts): Handler {
  return async (request, reply) => {
    const view = staffViewOf(request, parts);
    const { session } = request.params as { session: string };
    if (!isUuid(session)) throw new Problem(404, "no-such-page");
    if (!(await endSession(parts.database.db, view.who.staff.id, session)))
      throw new Problem(404, "no-such-page");
    return back(view, reply, "session-ended");
  };
}

export function endOtherSessions(parts: WebParts): Handler {
  return async (request, reply) => {
    const view = staffViewOf(request, parts);
    await endSessions(parts.database.db, view.who.staff.id, view.who.session?.id);
    return back(view, reply, "others-ended");
  };
}

export async function sendMe(
  parts: WebParts,
  request: FastifyRequest,
  reply: FastifyReply,
  troubles: readonly string[],
): Promise<FastifyReply> {
  const view = staffViewOf(request, parts);
  const { db } = parts.database;
  const { staff } = view.who;
  const sessions = await findSessions(db, staff.id, view.now);
  const codesLeft = staff.hasSecondFactor ? await countRecoveryCodes(db, staff.id) : 0;
  const authorities = (await findAuthorities(db)).filter(({ id }) => staff.roles.has(id));
  const mail = await readMailShown(parts, staff);
  const page = mePage(view, { sessions, codesLeft, authorities, mail, troubles });
  return sendPage(reply, page, troubles.length > 0 ? 422 : 200);
}

export function back(view: StaffView, reply: FastifyReply, done: Done): FastifyReply {
  return reply.redirect(withQuery("/desk/me", { lang: view.askedLanguage, done }), 303);
}
