import { type Kysely, sql, type Updateable } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { MailServerTable } from "../database/schema-mail.ts";
import type { RetryReason, SendEnd } from "./letter.ts";
import type { ServerStanding } from "./mail.ts";

/** How the server stands, with what it said when it last would not. */
export interface KeptServer extends ServerStanding {
  reason: RetryReason | null;
  detail: string | null;
  /** Since when it has been so; null = it is well. */
  since: Date | null;
}

export async function readServer(db: Kysely<Schema>): Promise<KeptServer> {
  const row = await db.selectFrom("mail_server").selectAll().executeTakeFirst();
  return {
    failures: row?.failures ?? 0,
    restUntil: row?.rest_until ?? undefined,
    reason: (row?.reason as RetryReason | undefined) ?? null,
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
  await changeServer(db, {
    failures,
    rest_until: restUntil ?? null,
    reason: end.kind === "retry" ? end.reason : null,
    detail: end.kind === "retry" ? end.detail : null,
    since: failures === 0 ? null : ((await readServer(db)).since ?? now),
  });
}

/** There is one row at most, made when something is first known: an installation that was just prepared holds none. */
export async function changeServer(db: Kysely<Schema>, change: Updateable<MailServerTable>): Promise<void> {
  await db
    .insertInto("mail_server")
    .values({ is_one: true })
    .onConflict((conflict) => conflict.column("is_one").doNothing())
    .execute();
  await db.updateTable("mail_server").set(change).execute();
}

/** How often troubles and digests are looked for. */
export const lookEveryMs = 60_000;

export async function saveNextLook(db: Kysely<Schema>, at: Date): Promise<void> {
  await changeServer(db, { next_look_at: at });
}

/** Whether it is time to look. A clock that was wrong must not put a look off for ever. */
export async function isLookDue(db: Kysely<Schema>, now: Date): Promise<boolean> {
  const row = await db.selectFrom("mail_server").select("next_look_at").executeTakeFirst();
  const waitsMs = (row?.next_look_at.getTime() ?? 0) - now.getTime();
  return waitsMs <= 0 || waitsMs > 2 * lookEveryMs;
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
