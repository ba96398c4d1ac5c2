import type { Kysely } from "kysely";
import { recordAct } from "../auditing/record-act.ts";
import type { Schema } from "../database/schema.ts";
import type { Clock } from "../platform/clock.ts";
import type { Vault } from "../platform/vault.ts";
import { eraseByRequest } from "./erase-by-request.ts";
import type { ErasedList } from "./erased-list.ts";
import { keepErasedAgain } from "./erased-people-store.ts";

/**
 * Takes out of a restored backup whoever was erased after it was made, in the transaction that restores: nobody sees them
 * again, and nothing that is read from the network brings them back. Gives how many people it was.
 */
export async function eraseAgain(
  trx: Kysely<Schema>,
  { vault, clock }: { vault: Vault; clock: Clock },
  list: ErasedList,
): Promise<number> {
  let count = 0;
  const at = clock.now();
  for (const one of list.erased) {
    const personHash = Buffer.from(one.personHash, "base64");
    const request = { ...one, personHash, askedAt: new Date(one.askedAt) };
    // Known and done: the backup was made afterwards.
    if (!(await keepErasedAgain(trx, request, at))) continue;
    const rows = await eraseByRequest(trx, vault, request, at);
    const { authorityId } = one;
    await recordAct(trx, {
      ...{ authorityId, at, by: null, act: "personal-data-erased", subject: personHash.toString("hex") },
      detail: { channel: one.channel, rows, isRestored: true },
    });
    count += 1;
  }
  return count;
}
