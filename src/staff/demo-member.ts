import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import { addMember, changeMember, findMemberByEmail } from "./member-store.ts";
import type { Staff } from "./rights.ts";

const email = "dimostrazione@bacheca.example";

/** What one is in a demonstration: everything that can be tried, in every authority. */
async function withRoles(db: Kysely<Schema>, member: Staff): Promise<Staff> {
  const authorities = await db.selectFrom("authority").select("id").execute();
  return { ...member, roles: new Map(authorities.map(({ id }) => [id, ["head"]])) };
}

/** Whoever looks at a demonstration on this machine is this one, without signing in; nobody can sign in as it. */
export async function demoMember(db: Kysely<Schema>, now: Date): Promise<Staff> {
  const known = await findMemberByEmail(db, email);
  if (known) return await withRoles(db, known);
  const isNew = { name: "Dimostrazione", email, isInstallationAdministrator: true };
  const id = await addMember(db, isNew, now);
  if (id !== undefined) await changeMember(db, id, { confirmedAt: now });
  const member = await findMemberByEmail(db, email);
  if (!member) throw new Error("the member of the demonstration was not kept");
  return await withRoles(db, member);
}
