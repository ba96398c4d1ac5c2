import { type Kysely, sql } from "kysely";
import type { Schema } from "../database/schema.ts";
import { type AuthoritySettings, authoritySettings } from "./settings.ts";

export interface Authority {
  id: string;
  name: string;
  settings: AuthoritySettings;
}

/** An authority with its settings, defaults filled in; undefined where there is none of that id. */
export async function findAuthority(db: Kysely<Schema>, id: string): Promise<Authority | undefined> {
  const row = await db.selectFrom("authority").selectAll().where("id", "=", id).executeTakeFirst();
  return row && { id: row.id, name: row.name, settings: authoritySettings.parse(row.settings) };
}

/** Whose pages answer under a name of the web. */
export async function findAuthorityOfHost(db: Kysely<Schema>, host: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("authority")
    .select("id")
    .where(sql<string>`settings -> 'site' ->> 'host'`, "=", host)
    .executeTakeFirst();
  return row?.id;
}

/** Authorities by the names of their own. */
export async function findHostNames(db: Kysely<Schema>): Promise<Map<string, string>> {
  const host = sql<string | null>`settings -> 'site' ->> 'host'`;
  const rows = await db
    .selectFrom("authority")
    .select(["id", host.as("host")])
    .where(host, "is not", null)
    .execute();
  return new Map(rows.flatMap(({ id, host: name }) => (name ? [[name, id]] : [])));
}

export async function findAuthorities(db: Kysely<Schema>): Promise<Authority[]> {
  const rows = await db.selectFrom("authority").selectAll().orderBy("id").execute();
  return rows.map((row) => ({ id: row.id, name: row.name, settings: authoritySettings.parse(row.settings) }));
}
