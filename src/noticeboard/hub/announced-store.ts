import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { boardVersion } from "../board-store.ts";

type Db = Kysely<Schema>;

/** A board of which something is to be announced. */
export interface ChangedBoard {
  authorityId: string;
  version: string;
  /** How often announcing this failed. */
  tries: number;
}

/** Boards that are not as they were announced; only those somebody waits for, unless `all`. */
export async function findChangedBoards(
  db: Db,
  now: Date,
  { all }: { all: boolean },
): Promise<ChangedBoard[]> {
  const { rows } = await sql<{ authorityId: string; version: string | null; tries: number }>`
    select a.id as "authorityId", b.version, coalesce(b.tries, 0) as tries
    from authority a left join hub_board b on b.authority_id = a.id
    where (b.next_at is null or b.next_at <= ${now})
      and (${all} or exists (select from hub_subscription s where s.authority_id = a.id and s.until > ${now}))
    order by a.id`.execute(db);
  const changed: ChangedBoard[] = [];
  for (const { authorityId, version, tries } of rows) {
    const present = await boardVersion(db, authorityId);
    if (present !== version) changed.push({ authorityId, version: present, tries });
  }
  return changed;
}

export async function keepAnnounced(db: Db, authorityId: string, version: string): Promise<void> {
  await sql`insert into hub_board (authority_id, version) values (${authorityId}, ${version})
    on conflict (authority_id) do update set version = excluded.version, tries = 0, next_at = null`.execute(
    db,
  );
}

export async function announceLater(db: Db, authorityId: string, at: Date): Promise<void> {
  await sql`insert into hub_board (authority_id, version, tries, next_at) values (${authorityId}, '', 1, ${at})
    on conflict (authority_id) do update set tries = hub_board.tries + 1, next_at = excluded.next_at`.execute(
    db,
  );
}

/** Whether there is something to ask, to announce or to deliver. */
export async function isHubDue(
  db: Db,
  now: Date,
  mode: { kind: "own" | "external" | "off" },
): Promise<boolean> {
  if (mode.kind === "off") return false;
  if (mode.kind === "own") {
    const { rows } = await sql`select 1 from hub_subscription
      where (wanted is not null or due_at <= ${now}) and (busy_until is null or busy_until <= ${now}) limit 1`.execute(
      db,
    );
    if (rows.length > 0) return true;
  }
  return (await findChangedBoards(db, now, { all: mode.kind === "external" })).length > 0;
}
