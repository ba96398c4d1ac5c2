import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { closes, type Reading } from "../../noticeboard/board-conditions.ts";

export interface StreamedChange {
  /** The number of the item. */
  seq: string;
  what: "added" | "changed" | "closed" | "removed";
  at: Date;
  /** Its place among all that happened at that moment. */
  place: string;
}

/** Where somebody stands in the stream: at a moment, behind so many places; "0" is before all of that moment. */
export interface ChangePlace {
  at: Date;
  after: string;
}

/** Rows are stamped before they are committed; what is this fresh may still get an earlier neighbour. */
const settledMs = 10_000;

/**
 * What happened on a board from a place on, the earliest first: new items, changes of items, deadlines that passed, and
 * items that are no longer there. Moments are cut to the millisecond, which is all that an address can say back.
 */
export async function readChanges(
  db: Kysely<Schema>,
  { authorityId, timeZone, now }: Reading,
  from: ChangePlace,
  limit: number,
): Promise<StreamedChange[]> {
  const until = new Date(now.getTime() - settledMs);
  const { rows } = await sql<StreamedChange>`
    select seq::text as seq, what, moment as at, (seq * 4 + kind)::text as place from (
      select i.seq, 0 as kind, 'added' as what, i.first_seen_at as at from item i where i.authority_id = ${authorityId}
      union all
      select i.seq, 1, case c.kind when 'withdrawn' then 'removed' when 'closed' then 'closed' when 'expired' then 'closed'
          else 'changed' end, c.at
        from change c join item i on i.authority_id = c.authority_id and i.id = c.item_id
        where c.authority_id = ${authorityId} and c.kind <> 'published'
      union all
      select i.seq, 2, 'closed', case when length(${closes}) = 10 then (${closes}::date + 1)::timestamp at time zone ${timeZone}
          else ${closes}::timestamp at time zone 'UTC' end
        from item i where i.authority_id = ${authorityId} and ${closes} is not null
      union all
      select seq, 3, 'removed', gone_at from gone_item where authority_id = ${authorityId}
    ) happened, lateral (select date_trunc('milliseconds', at) as moment) cut
    where moment >= ${from.at} and moment <= ${until}
      and (moment > ${from.at} or seq * 4 + kind > ${from.after}::bigint)
    order by moment, seq * 4 + kind limit ${limit}`.execute(db);
  return rows;
}
