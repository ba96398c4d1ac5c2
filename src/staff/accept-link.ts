import { sql, type Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";
import { dropSecondFactor } from "./credentials-store.ts";
import { readEmail, readName } from "./identity.ts";
import { closeLinks, useLink } from "./link-store.ts";
import { addMember, changeMember, hasAdministrator } from "./member-store.ts";
import { type OpenedLink, openLink } from "./open-link.ts";
import { judgePassword, type PasswordFault } from "./password.ts";
import { endSessions } from "./session-store.ts";
import type { StaffTools } from "./staff-tools.ts";

export type LinkFault =
  | "name-missing"
  | "email-not-usable"
  | "email-taken"
  | "passwords-differ"
  | PasswordFault;

export interface AcceptForm {
  name: string;
  /** Read for the first link only. */
  email: string;
  password: string;
  again: string;
  language: "it" | "en";
}

export type AcceptEnd =
  | { kind: "accepted"; memberId: string }
  | { kind: "faults"; faults: LinkFault[] }
  /** Used, too old, or made useless by what happened since. */
  | { kind: "over" };

/** Uses a one-time link: whoever holds it becomes the member it is for, with the password they choose. */
export async function acceptLink(tools: StaffTools, token: string, form: AcceptForm): Promise<AcceptEnd> {
  const { db, clock, log, hasher } = tools;
  const link = await openLink(db, token, clock.now());
  if (!link) return { kind: "over" };
  const name = readName(form.name);
  const email = link.memberId === null ? readEmail(form.email) : link.email;
  const faults = faultsOf(form, name, email);
  if (faults.length > 0 || name === undefined || email === undefined) return { kind: "faults", faults };
  const passwordHash = await hasher.hash(form.password);
  const end = await db
    .transaction()
    .execute((trx) =>
      carryOut(trx, link, { name, email, passwordHash, language: form.language }, clock.now()),
    );
  if (end.kind === "accepted") log.info({ memberId: end.memberId, purpose: link.purpose }, "a link was used");
  return end;
}

function faultsOf(form: AcceptForm, name: string | undefined, email: string | undefined): LinkFault[] {
  const password = judgePassword(form.password, { name: form.name, email: email ?? "" });
  return [
    ...(name === undefined ? (["name-missing"] as const) : []),
    ...(email === undefined ? (["email-not-usable"] as const) : []),
    ...(password === undefined ? [] : [password]),
    ...(form.password === form.again ? [] : (["passwords-differ"] as const)),
  ];
}

interface Accepted {
  name: string;
  email: string;
  passwordHash: string;
  language: "it" | "en";
}

async function carryOut(
  trx: Transaction<Schema>,
  link: OpenedLink,
  { name, email, passwordHash, language }: Accepted,
  now: Date,
): Promise<AcceptEnd> {
  // Before any row of a link is touched: two first links close each other.
  if (link.memberId === null) await sql`lock table staff_member in share row exclusive mode`.execute(trx);
  if (!(await useLink(trx, link.id, now))) return { kind: "over" };
  const memberId = link.memberId ?? (await addFirst(trx, { name, email }, now));
  if (memberId === "over") return { kind: "over" };
  if (memberId === "email-taken") {
    // The link is used up only by whoever gets in by it.
    await trx.updateTable("staff_link").set({ used_at: null }).where("id", "=", link.id).execute();
    return { kind: "faults", faults: ["email-taken"] };
  }
  await changeMember(trx, memberId, { name, passwordHash, confirmedAt: now, language });
  // Whoever had a session, a telephone or another link of theirs has them no more.
  await dropSecondFactor(trx, memberId);
  await endSessions(trx, memberId);
  await closeLinks(trx, memberId, now);
  return { kind: "accepted", memberId };
}

/** Two who opened two first links at once: one becomes administrator, the other is told that it is over. */
async function addFirst(
  trx: Transaction<Schema>,
  who: { name: string; email: string },
  now: Date,
): Promise<string | "over" | "email-taken"> {
  if (await hasAdministrator(trx)) return "over";
  const id = await addMember(trx, { ...who, isInstallationAdministrator: true }, now);
  if (id === undefined) return "email-taken";
  await closeLinks(trx, "first", now);
  return id;
}
