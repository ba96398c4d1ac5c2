import { type Kysely, type SelectQueryBuilder, sql } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Member } from "./member.ts";
import type { Role } from "./rights.ts";

export async function findMember(db: Kysely<Schema>, id: string): Promise<Member | undefined> {
  const row = await members(db).where("staff_member.id", "=", id).executeTakeFirst();
  return row && toMember(row);
}

/** `email` as readEmail gives it. */
export async function findMemberByEmail(db: Kysely<Schema>, email: string): Promise<Member | undefined> {
  const row = await members(db).where("staff_member.email", "=", email).executeTakeFirst();
  return row && toMember(row);
}

/** Everybody, or those who have a role in one of these authorities; by name. */
export async function findMembers(
  db: Kysely<Schema>,
  authorityIds: readonly string[] | "all",
): Promise<Member[]> {
  const all = members(db).orderBy("staff_member.name").orderBy("staff_member.id");
  const rows =
    authorityIds === "all"
      ? await all.execute()
      : await all
          .where(({ exists, selectFrom }) =>
            exists(
              selectFrom("staff_role")
                .select("staff_role.member_id")
                .whereRef("staff_role.member_id", "=", "staff_member.id")
                .where(sql<boolean>`staff_role.authority_id = any(${authorityIds})`),
            ),
          )
          .execute();
  return rows.map(toMember);
}

/** Whether somebody can administer the installation already: until then the first link is offered. */
export async function hasAdministrator(db: Kysely<Schema>): Promise<boolean> {
  const row = await db
    .selectFrom("staff_member")
    .select("id")
    .where("is_administrator", "=", true)
    .where("confirmed_at", "is not", null)
    .where("disabled_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A row of a new member; undefined where the e-mail address is taken. */
export async function addMember(
  db: Kysely<Schema>,
  member: { name: string; email: string; isInstallationAdministrator: boolean },
  now: Date,
): Promise<string | undefined> {
  const row = await db
    .insertInto("staff_member")
    .values({
      name: member.name,
      email: member.email,
      is_administrator: member.isInstallationAdministrator,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** Within a transaction: nobody else decides about these members until it ends. In one order, so that two never wait for each other. */
export async function lockMembers(db: Kysely<Schema>, ids: readonly string[]): Promise<void> {
  await db
    .selectFrom("staff_member")
    .select("id")
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy("id")
    .forUpdate()
    .execute();
}

/** Makes the roles of a member in one authority exactly these. */
export async function writeRoles(
  db: Kysely<Schema>,
  authorityId: string,
  memberId: string,
  roles: readonly Role[],
  now: Date,
): Promise<void> {
  await db
    .deleteFrom("staff_role")
    .where("authority_id", "=", authorityId)
    .where("member_id", "=", memberId)
    .where(sql<boolean>`role <> all(${roles})`)
    .execute();
  if (roles.length === 0) return;
  await db
    .insertInto("staff_role")
    .values(roles.map((role) => ({ authority_id: authorityId, member_id: memberId, role, given_at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface MemberChange {
  name?: string;
  language?: "it" | "en" | null;
  isInstallationAdministrator?: boolean;
  /** A PHC string; the member counts as confirmed with it. */
  passwordHash?: string;
  confirmedAt?: Date;
  disabledAt?: Date | null;
}

export async function changeMember(db: Kysely<Schema>, id: string, change: MemberChange): Promise<void> {
  const columns = {
    ...(change.name !== undefined && { name: change.name }),
    ...(change.language !== undefined && { language: change.language }),
    ...(change.isInstallationAdministrator !== undefined && {
      is_administrator: change.isInstallationAdministrator,
    }),
    ...(change.passwordHash !== undefined && { password_hash: change.passwordHash }),
    ...(change.confirmedAt !== undefined && { confirmed_at: change.confirmedAt }),
    ...(change.disabledAt !== undefined && { disabled_at: change.disabledAt }),
  };
  await db.updateTable("staff_member").set(columns).where("id", "=", id).execute();
}

/** The columns of a member that a session is joined with, too. */
export const memberColumns = [
  "staff_member.id as member_id",
  "staff_member.name",
  "staff_member.email",
  "staff_member.language",
  "staff_member.is_administrator",
  "staff_member.confirmed_at",
  "staff_member.disabled_at",
] as const;

/** Roles by authority, as one JSON object. */
export const rolesColumn = sql<Record<string, Role[]>>`(
  select coalesce(jsonb_object_agg(authority_id, roles), '{}')
  from (
    select authority_id, jsonb_agg(role) as roles from staff_role
    where staff_role.member_id = staff_member.id group by authority_id
  ) as own
)`;

function members(db: Kysely<Schema>): SelectQueryBuilder<Schema, "staff_member", MemberRow> {
  return db
    .selectFrom("staff_member")
    .select([...memberColumns, rolesColumn.as("roles")])
    .select(sql<boolean>`totp_secret is not null`.as("has_totp"));
}

export interface MemberRow {
  member_id: string;
  name: string;
  email: string;
  language: "it" | "en" | null;
  is_administrator: boolean;
  confirmed_at: Date | null;
  disabled_at: Date | null;
  roles: Record<string, Role[]>;
  has_totp: boolean;
}

export function toMember(row: MemberRow): Member {
  return {
    id: row.member_id,
    name: row.name,
    email: row.email,
    language: row.language,
    isInstallationAdministrator: row.is_administrator,
    hasSecondFactor: row.has_totp,
    roles: new Map(Object.entries(row.roles)),
    confirmedAt: row.confirmed_at,
    disabledAt: row.disabled_at,
  };
}
