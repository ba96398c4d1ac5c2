import type { Transaction } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { AccountKey } from "../../publishing/account-store.ts";

const dayMs = 86_400_000;

/** Whether a person may be given the notice now; then it counts as given. One row for each, so never twice at once. */
export async function takeNoticeTurn(
  trx: Transaction<Schema>,
  { authorityId, accountId }: AccountKey,
  personId: string,
  { now, everyDays }: { now: Date; everyDays: number },
): Promise<boolean> {
  const before = new Date(now.getTime() - everyDays * dayMs);
  const row = await trx
    .insertInto("notice_given")
    .values({ authority_id: authorityId, account_id: accountId, person_id: personId, given_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(["authority_id", "account_id", "person_id"])
        .doUpdateSet({ given_at: now })
        .where("notice_given.given_at", "<=", before),
    )
    .returning("person_id")
    .executeTakeFirst();
  return row !== undefined;
}
