import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import { transactAgain } from "../database/transact-again.ts";
import type { Clock } from "../platform/clock.ts";
import type { Log } from "../platform/log.ts";
import type { Vault } from "../platform/vault.ts";
import { findOpenDeletions, settleDeletion } from "./deletion-request-store.ts";
import { eraseByRequest } from "./erase-by-request.ts";
import { waitForEventsOf } from "./inbox/pending-event-store.ts";

export interface DeletionTools {
  db: Kysely<Schema>;
  vault: Vault;
  clock: Clock;
  log: Log;
}

/**
 * Erases what people asked the network to have erased here.
 *
 * The network names people who ask by the number they have toward its app; toward a Page they have another, and no call
 * leads from one to the other. So this finds whoever logged in, and whoever the network shows us under the same number;
 * what somebody else wrote to the Page it cannot find, and the page about the request says so.
 */
export async function carryOutDeletions(tools: DeletionTools): Promise<void> {
  for (const request of await findOpenDeletions(tools.db)) {
    const deleted = await transactAgain(tools.db, async (trx) => {
      await waitForEventsOf(trx, request);
      const at = tools.clock.now();
      const count = await eraseByRequest(trx, tools.vault, request, at);
      await settleDeletion(trx, request, { at, deleted: count });
      return count;
    });
    tools.log.info({ authorityId: request.authorityId, deleted }, "a deletion was carried out");
  }
}
