import { type Kysely, sql } from "kysely";
import type { LocalDate } from "../authority/calendar/local-date.ts";
import type { Schema } from "../database/schema.ts";

/** A short link that was followed on a day of its authority. */
export interface ClickedLink {
  authorityId: string;
  publicationId: string;
  day: LocalDate;
}

/** Adds to the counts of days, all in one statement; what was erased meanwhile is left out. */
export async function addClicks(
  db: Kysely<Schema>,
  clicked: readonly (ClickedLink & { clicks: number })[],
): Promise<void> {
  if (clicked.length === 0) return;
  // In one order everywhere, so that two processes cannot wait for each other.
  await sql`
    insert into short_link_clicks (authority_id, publication_id, day, clicks)
    select n."authorityId", n."publicationId", n.day, n.clicks
    from jsonb_to_recordset(${JSON.stringify(clicked)}::jsonb)
      as n ("authorityId" text, "publicationId" uuid, day date, clicks int)
    join publication p on p.authority_id = n."authorityId" and p.id = n."publicationId"
    order by 1, 2, 3
    on conflict (authority_id, publication_id, day)
    do update set clicks = short_link_clicks.clicks + excluded.clicks`.execute(db);
}

/** How often the links of an authority's posts were followed, from one day to another, both included. */
export async function clicksOf(
  db: Kysely<Schema>,
  authorityId: string,
  days: { from: LocalDate; until: LocalDate },
): Promise<{ publicationId: string; day: LocalDate; clicks: number }[]> {
  const { rows } = await sql<{ publicationId: string; day: LocalDate; clicks: number }>`
    select publication_id as "publicationId", to_char(day, 'YYYY-MM-DD') as day, clicks from short_link_clicks
    where authority_id = ${authorityId} and day between ${days.from} and ${days.until}
    order by day, publication_id`.execute(db);
  return rows;
}
