import { type Kysely, sql } from "kysely";
import type { NetworkEvent } from "../channels/conversing.ts";
import { kept } from "../database/kept-statement.ts";
import type { Schema } from "../database/schema.ts";

/** An event at our door: whose address it came to, and when. */
export interface ArrivedEvent extends NetworkEvent {
  authorityId: string;
  channel: string;
  receivedAt: Date;
}

/** What became of events: `ours` are those of an account of ours, `stored` those of them that were not there yet. */
export interface StoredCount {
  ours: number;
  stored: number;
}

/**
 * Stores events, each once, in one statement and therefore in one transaction. Events of a Page that is no account of the
 * authority, or whose account is off, are left out: nobody asked us to keep what people write there.
 */
export async function storeEvents(db: Kysely<Schema>, events: readonly ArrivedEvent[]): Promise<StoredCount> {
  const column = <Value>(read: (event: ArrivedEvent) => Value) => events.map(read);
  const { rows } = await sql<StoredCount>`${kept}
    with arrived as (
      select * from unnest(
        ${column((event) => event.authorityId)}::text[],
        ${column((event) => event.channel)}::text[],
        ${column((event) => event.externalId)}::text[],
        ${column((event) => event.key)}::text[],
        ${column((event) => event.kind)}::text[],
        ${column((event) => event.happenedAt)}::timestamptz[],
        ${column((event) => event.receivedAt)}::timestamptz[],
        ${column((event) => JSON.stringify(event.reading))}::jsonb[],
        ${column((event) => JSON.stringify(event.raw))}::jsonb[]
      ) with ordinality as a (authority_id, channel, external_id, key, kind, happened_at, received_at, reading, raw, position)
    ), ours as (
      select arrived.*, account.id as account_id from arrived join account
        on account.authority_id = arrived.authority_id and account.channel = arrived.channel
        and account.external_id = arrived.external_id and account.state <> 'off'
    ), stored as (
      insert into event (authority_id, account_id, key, kind, happened_at, received_at, reading, raw)
      select authority_id, account_id, key, kind, happened_at, received_at, reading, raw from ours order by position
      on conflict (authority_id, account_id, key) do nothing
      returning 1
    )
    select (select count(*) from ours)::integer as ours, (select count(*) from stored)::integer as stored`.execute(
    db,
  );
  return rows[0] ?? { ours: 0, stored: 0 };
}
