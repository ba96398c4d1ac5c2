import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";

/** Somebody looks at the desk of these authorities; true of the next minutes by the database's clock. */
export async function watchDesks(
  db: Kysely<Schema>,
  authorityIds: readonly string[],
  forMs: number,
): Promise<void> {
  // In one order everywhere, so that two processes never wait for each other.
  await sql`
    insert into desk_watch (authority_id, until)
    select id, now() + ${forMs} * interval '1 millisecond' from authority
    where id = any(${[...authorityIds]}::text[]) order by id
    on conflict (authority_id) do update set until = greatest(desk_watch.until, excluded.until)`.execute(db);
}
