import type { Kysely } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { isActive } from "../../staff/member.ts";
import { findMembers } from "../../staff/member-store.ts";
import { type MailChoice, type Person, usualChoice } from "./audience.ts";

/** Everybody who can come in, with what they want to hear of; their roles by authority. */
export interface Reader extends Omit<Person, "roles"> {
  rolesBy: ReadonlyMap<string, Person["roles"]>;
}

export async function findReaders(db: Kysely<Schema>): Promise<Reader[]> {
  const choices = await db.selectFrom("mail_choice").selectAll().execute();
  const chosen = new Map(choices.map((row) => [row.member_id, toChoice(row)]));
  const members = (await findMembers(db, "all")).filter(isActive);
  return members.map(({ id, name, email, language, roles, isInstallationAdministrator }) => ({
    ...{ id, name, email, language, isInstallationAdministrator },
    rolesBy: roles,
    choice: chosen.get(id) ?? usualChoice,
  }));
}

/** As one authority sees them: those who are nothing there are no part of it. */
export function peopleOf(readers: readonly Reader[], authorityId: string): Person[] {
  return readers
    .map(({ rolesBy, ...reader }) => ({ ...reader, roles: rolesBy.get(authorityId) ?? [] }))
    .filter(({ roles, isInstallationAdministrator }) => roles.length > 0 || isInstallationAdministrator);
}

export async function findChoice(db: Kysely<Schema>, memberId: string): Promise<MailChoice> {
  const row = await db
    .selectFrom("mail_choice")
    .selectAll()
    .where("member_id", "=", memberId)
    .executeTakeFirst();
  return row ? toChoice(row) : usualChoice;
}

export async function writeChoice(db: Kysely<Schema>, memberId: string, choice: MailChoice): Promise<void> {
  const { alerts, warnings, digest, digestHour } = choice;
  const columns = { alerts, warnings, digest, digest_hour: digestHour };
  await db
    .insertInto("mail_choice")
    .values({ member_id: memberId, ...columns })
    .onConflict((conflict) => conflict.column("member_id").doUpdateSet(columns))
    .execute();
}

function toChoice(row: {
  alerts: boolean;
  warnings: boolean;
  digest: boolean;
  digest_hour: number;
}): MailChoice {
  const { alerts, warnings, digest, digest_hour } = row;
  return { alerts, warnings, digest, digestHour: digest_hour };
}
