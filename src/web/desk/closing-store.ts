import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { ClosingItem } from "./today.ts";

const closingMost = 8;

/** What is on a Page and closes on one of these days, the first to close first. Posts that were taken off do not count. */
export async function readClosing(
  db: Kysely<Schema>,
  authorityId: string,
  days: { from: string; to: string },
): Promise<ClosingItem[]> {
  const { rows } = await sql<ClosingItem>`
    select i.id, i.title, i.facts ->> 'deadline' as deadline from item i
    where i.authority_id = ${authorityId} and left(i.closes, 10) between ${days.from} and ${days.to}
      and i.closes between ${days.from} and ${`${days.to}T99`}
      and exists (select 1 from publication p where p.authority_id = i.authority_id and p.item_id = i.id
        and p.state = 'published' and p.removed_at is null)
    order by i.closes, i.seq limit ${closingMost}`.execute(db);
  return rows;
}
