import { type Kysely, sql } from "kysely";
import { openListener } from "../../conversing/open-listener.ts";
import type { Schema } from "../../database/schema.ts";
import type { ModerateTools } from "../moderate-tools.ts";
import { findDecision } from "./decision-store.ts";
import { enterDecision } from "./enter-decision.ts";

/** Blocks whose last day is over, and that nobody has lifted. */
export async function findEndedBlocks(
  db: Kysely<Schema>,
  now: Date,
): Promise<{ authorityId: string; decisionId: string }[]> {
  const { rows } = await sql<{ authorityId: string; decisionId: string }>`
    select d.authority_id as "authorityId", d.id as "decisionId" from decision d
    join account a on a.authority_id = d.authority_id and a.id = d.account_id and a.state <> 'off'
    where d.action = 'block' and d.state = 'done' and d.ends_at <= ${now}
      and not exists (select from decision f where f.authority_id = d.authority_id and f.follows = d.id
        and f.action = 'unblock')
    limit 100`.execute(db);
  return rows;
}

/** Ends blocks on their day, each by a decision of its own. */
export async function endBlocks(tools: ModerateTools): Promise<void> {
  for (const key of await findEndedBlocks(tools.db, tools.clock.now())) {
    const block = await findDecision(tools.db, key);
    const account = block && (await openListener(tools, block));
    if (!block || !account) continue;
    await tools.db.transaction().execute(async (trx) => {
      await sql`select from decision where authority_id = ${key.authorityId} and id = ${key.decisionId} for update`.execute(
        trx,
      );
      const still = await findEndedBlocks(trx, tools.clock.now());
      if (!still.some(({ decisionId }) => decisionId === key.decisionId)) return;
      const why = "Il blocco è terminato nel giorno stabilito. / The block ended on its day.";
      await enterDecision(tools, trx, account, block, {
        action: "unblock",
        why,
        by: null,
        follows: block.id,
      });
    });
  }
}
