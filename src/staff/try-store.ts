import { type Kysely, sql } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Vault } from "../platform/vault.ts";
import { levelNow, secondsToWait, type TryLimit, tryLimits } from "./try-limit.ts";

/** Whose tries are counted together. */
export interface TrySubject {
  kind: keyof typeof tryLimits;
  value: string;
}

/**
 * Counts a try before it is made, so that many at once are all counted; gives 0 when it may be made, else the seconds to
 * wait. What turns out right is given back.
 *
 * In the database, so that neither a restart nor a second process gives anybody more tries.
 */
export async function countTry(
  db: Kysely<Schema>,
  vault: Vault,
  subject: TrySubject,
  now: Date,
): Promise<number> {
  const limit: TryLimit = tryLimits[subject.kind];
  const key = subjectHash(vault, subject);
  const fallen = sql<number>`greatest(0, staff_try.level - greatest(0, extract(epoch from ${now}::timestamptz - staff_try.at)) * 1000 / ${limit.perMs}::float8)`;
  const counted = await db
    .insertInto("staff_try")
    .values({ subject: key, level: 1, at: now })
    .onConflict((conflict) =>
      conflict
        .column("subject")
        .doUpdateSet({ level: sql`${fallen} + 1`, at: now })
        .where(sql<boolean>`${fallen} + 1 <= ${limit.burst}::float8`),
    )
    .returning("level")
    .executeTakeFirst();
  if (counted) return 0;
  const kept = await db
    .selectFrom("staff_try")
    .select(["level", "at"])
    .where("subject", "=", key)
    .executeTakeFirst();
  return kept ? Math.max(1, secondsToWait(levelNow(kept, limit, now), limit)) : 0;
}

/** A try that was right, or was not made, does not count. */
export async function giveBackTry(db: Kysely<Schema>, vault: Vault, subject: TrySubject): Promise<void> {
  await db
    .updateTable("staff_try")
    .set({ level: sql`greatest(0, level - 1)` })
    .where("subject", "=", subjectHash(vault, subject))
    .execute();
}

// The slowest measure of all is empty again by then.
const forgottenAfterMs = Math.max(...Object.values(tryLimits).map(({ burst, perMs }) => burst * perMs));

export async function deleteOldTries(db: Kysely<Schema>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - forgottenAfterMs);
  await db.deleteFrom("staff_try").where("at", "<", before).execute();
}

/** Addresses of strangers, and e-mails that may be nobody's, are not kept as they are. */
function subjectHash(vault: Vault, { kind, value }: TrySubject): Buffer {
  return vault.fingerprint(value, `staff-try:${kind}`);
}
