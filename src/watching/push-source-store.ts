import type { Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";

/** A source of kind "push": it is never looked at, it tells. */
export interface PushSource {
  id: string;
  settings: unknown;
  isStopped: boolean;
}

/** The push source of that name or, without a name, the authority's first one. */
export async function findPushSource(
  trx: Transaction<Schema>,
  authorityId: string,
  id: string | undefined,
): Promise<PushSource | undefined> {
  let query = trx
    .selectFrom("source")
    .select(["id", "settings", "stopped_at"])
    .where("authority_id", "=", authorityId)
    .where("kind", "=", "push");
  if (id !== undefined) query = query.where("id", "=", id);
  const row = await query.orderBy("id").limit(1).executeTakeFirst();
  return row && { id: row.id, settings: row.settings, isStopped: row.stopped_at !== null };
}

/** Makes the source of an authority that has no push source yet; a free name, since "push" may be a feed's. */
export async function addPushSource(trx: Transaction<Schema>, authorityId: string): Promise<PushSource> {
  for (const id of ["push", "push-api"]) {
    const row = await trx
      .insertInto("source")
      .values({ authority_id: authorityId, id, kind: "push", name: "API" })
      .onConflict((conflict) => conflict.columns(["authority_id", "id"]).doNothing())
      .returning(["id", "settings"])
      .executeTakeFirst();
    if (row) return { id: row.id, settings: row.settings, isStopped: false };
  }
  throw new Error(`authority ${authorityId} has sources named push and push-api that are not push sources`);
}

/** Notes that the source spoke; `foundNew` moves the moment by which a silent source is recognised. */
export async function notePush(
  trx: Transaction<Schema>,
  authorityId: string,
  id: string,
  now: Date,
  foundNew: boolean,
): Promise<void> {
  await trx
    .updateTable("source")
    .set((eb) => ({
      last_look_at: now,
      last_good_at: now,
      baseline_at: eb.fn.coalesce("baseline_at", eb.val(now)),
      ...(foundNew ? { last_new_at: now } : {}),
    }))
    .where("authority_id", "=", authorityId)
    .where("id", "=", id)
    .execute();
}
