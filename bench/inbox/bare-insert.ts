import { type Kysely, sql } from "kysely";
import type { Schema } from "../../src/database/schema.ts";
import type { Parcel } from "../webhooks/parcels.ts";

/**
 * The bound: the same parcels written down and nothing else, each in a durable commit of its own, `atOnce` at a time, into
 * a table with one key. Gives events a second.
 */
export async function insertBare(
  db: Kysely<Schema>,
  parcels: readonly Parcel[],
  atOnce: number,
): Promise<number> {
  await sql`create table bench_bare (id text primary key, body jsonb not null)`.execute(db);
  const waiting = [...parcels].reverse();
  const startedAt = performance.now();
  let events = 0;
  async function insertNext(): Promise<void> {
    for (let parcel = waiting.pop(); parcel; parcel = waiting.pop()) {
      await sql`insert into bench_bare select id, ${parcel.body}::jsonb
        from unnest(${parcel.ids}::text[]) as id on conflict do nothing`.execute(db);
      events += parcel.ids.length;
    }
  }
  await Promise.all(Array.from({ length: atOnce }, insertNext));
  const seconds = (performance.now() - startedAt) / 1000;
  await sql`drop table bench_bare`.execute(db);
  return events / seconds;
}
