import { type Kysely, sql } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { SendEnd } from "./letter.ts";
import type { ServerStanding } from "./mail.ts";

/** How the server stands, with what it said when it last would not. */
export interface KeptServer extends ServerStanding {
  reason: string | null;
  detail: string | null;
  /** Since when it has been so; null = it is well. */
  since: Date | null;
}

export async function readServer(db: Kysely<Schema>): Promise<KeptServer> {
  const row = await db.selectFrom("mail_server").selectAll().executeTakeFirst();
  return {
    failures: row?.failures ?? 0,
    restUntil: row?.rest_until ?? undefined,
    reason: row?.reason ?? null,
    detail: row?.detail ?? null,
    since: row?.since ?? null,
  };
}

export async function saveServer(
  db: Kysely<Schema>,
  { failures, restUntil }: ServerStanding,
  end: SendEnd,
  now: Date,
): Promise<void> {
  await db
    .updateTable("mail_server")
    .set({
      failures,
      rest_until: restUntil ?? null,
      reason: end.kind === "retry" ? end.reason : null,
      detail: end.kind === "retry" ? end.detail : null,
      since: failures === 0 ? null : sql<Date>`coalesce(since, ${now})`,
    })
    .execute();
}

/** Whoever moves the next look on makes it; false for everybody else. */
export async function takeLook(db: Kysely<Schema>, now: Date, nextAt: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("mail_server")
    .set({ next_look_at: nextAt })
    .where("next_look_at", "<=", now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** How much waits to be sent, and since when; what nobody could send in the last day. */
export async function countMail(
  db: Kysely<Schema>,
  now: Date,
): Promise<{ waiting: number; oldest: Date | null; refused: number }> {
  const { rows } = await sql<{ waiting: number; oldest: Date | null; refused: number }>`select
    (select count(*)::integer from mail where settled_at is null) as waiting,
    (select min(written_at) from mail where settled_at is null) as oldest,
    (select count(*)::integer from mail where state = 'refused'
      and settled_at > ${new Date(now.getTime() - 86_400_000)}) as refused`.execute(db);
  return rows[0] ?? { waiting: 0, oldest: null, refused: 0 };
}
