import { type Kysely, sql } from "kysely";
import { z } from "zod";
import type { CatchUpCursor } from "../../channels/conversing.ts";
import type { Schema } from "../../database/schema.ts";
import type { AccountKey } from "../../publishing/account-store.ts";

/** How far the reading of an account is. */
export interface CatchUpState {
  /** Up to when everything was read; null before the first reading. */
  caughtUpUntil: Date | null;
  /** A reading under way: since when it reads, when it began, and where it goes on. */
  underWay: { since: Date; startedAt: Date; cursor: CatchUpCursor | null; found: number } | null;
  /** Readings in a row that found nothing. */
  quiet: number;
}

const stored = z.object({
  quiet: z.number(),
  underWay: z
    .object({
      since: z.coerce.date(),
      startedAt: z.coerce.date(),
      cursor: z.record(z.string(), z.unknown()).nullable(),
      found: z.number(),
    })
    .nullable(),
});

const isDue = (now: Date) => sql<boolean>`state not in ('off','disconnected')
  and (next_catch_up_at is null or next_catch_up_at <= ${now})
  and (catch_up_lease_until is null or catch_up_lease_until < clock_timestamp())`;

/** Accounts whose next reading is due and that nobody reads. */
export async function findAccountsToCatchUp(
  db: Kysely<Schema>,
  now: Date,
  most: number,
): Promise<AccountKey[]> {
  const rows = await db
    .selectFrom("account")
    .select(["authority_id", "id"])
    .where(isDue(now))
    .orderBy(sql`next_catch_up_at nulls first`)
    .limit(most)
    .execute();
  return rows.map(({ authority_id, id }) => ({ authorityId: authority_id, accountId: id }));
}

/** Takes the reading of an account; undefined when it is not due or somebody else reads. */
export async function takeCatchUp(
  db: Kysely<Schema>,
  { authorityId, accountId }: AccountKey,
  take: { token: string; leaseMs: number; now: Date },
): Promise<CatchUpState | undefined> {
  const row = await db
    .updateTable("account")
    .set({
      catch_up_token: take.token,
      catch_up_lease_until: sql<Date>`clock_timestamp() + make_interval(secs => ${take.leaseMs / 1000})`,
    })
    .where("authority_id", "=", authorityId)
    .where("id", "=", accountId)
    .where(isDue(take.now))
    .returning(["caught_up_until", "catch_up"])
    .executeTakeFirst();
  if (!row) return undefined;
  const kept = stored.safeParse(row.catch_up).data ?? { quiet: 0, underWay: null };
  return { caughtUpUntil: row.caught_up_until, ...kept };
}

/** Saves how far it is; `over` also gives it back, with the moment of the next. Nothing once it is somebody else's. */
export async function saveCatchUp(
  db: Kysely<Schema>,
  { authorityId, accountId }: AccountKey,
  token: string,
  state: CatchUpState,
  over?: { nextAt: Date },
): Promise<boolean> {
  const { quiet, underWay, caughtUpUntil } = state;
  const { numUpdatedRows } = await db
    .updateTable("account")
    .set({
      caught_up_until: caughtUpUntil,
      catch_up: JSON.stringify({ quiet, underWay }),
      ...(over && { next_catch_up_at: over.nextAt, catch_up_token: null, catch_up_lease_until: null }),
    })
    .where("authority_id", "=", authorityId)
    .where("id", "=", accountId)
    .where("catch_up_token", "=", token)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
