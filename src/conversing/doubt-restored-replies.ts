import { sql, type Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";

/**
 * A backup was put in: what was still to be answered when it was made may have arrived since. So all of it is looked for
 * on the network first, like any answer whose end is uncertain, and sent only when it surely is not there. Runs in the
 * transaction that restores. Gives how many.
 */
export async function doubtRestoredReplies(trx: Transaction<Schema>, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update reply set state = 'unknown', reason = 'restored', detail = '', looks = 0, uncertain_since = ${now},
      next_step_at = ${now} where state in ('due','waiting')`.execute(trx);
  return Number(numAffectedRows ?? 0);
}
