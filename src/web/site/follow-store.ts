import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";

/** An account of an authority that people can follow. */
export interface FollowedAccount {
  channel: string;
  externalId: string;
  name: string;
}

export interface SiteRow {
  accounts: FollowedAccount[];
  logo: { width: number; height: number; version: string } | null;
  authorities: number;
}

/**
 * What every page of an authority shows besides its items, in one question. The version of a logo is the transaction
 * that wrote it: to look at its bytes would cost more than all the rest.
 */
export async function readSiteRow(db: Kysely<Schema>, authorityId: string): Promise<SiteRow> {
  const { rows } = await sql<SiteRow>`select
    coalesce((select json_agg(json_build_object('channel', channel, 'externalId', external_id, 'name', name) order by name)
      from account where authority_id = ${authorityId} and state <> 'off'), '[]') as accounts,
    (select json_build_object('width', width, 'height', height, 'version', xmin::text)
      from authority_logo where authority_id = ${authorityId}) as logo,
    (select count(*)::int from authority) as authorities`.execute(db);
  const [row] = rows;
  if (!row) throw new Error("a question without conditions has an answer");
  return row;
}
