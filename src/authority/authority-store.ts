import type { Kysely } from "kysely";
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

export async function findAuthorities(db: Kysely<Schema>): Promise<Authority[]> {
  const rows = await db.selectFrom("authority").selectAll().orderBy("id").execute();
  return rows.map((row) => ({ id: row.id, name: row.name, settings: authoritySettings.parse(row.settings) }));
}
