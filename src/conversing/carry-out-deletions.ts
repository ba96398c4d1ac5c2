import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Clock } from "../platform/clock.ts";
import type { Log } from "../platform/log.ts";
import type { Vault } from "../platform/vault.ts";
import { type DeletionRequest, findOpenDeletions, settleDeletion } from "./deletion-request-store.ts";
import { erasePerson, findConnectors, findPeople, forgetConnector } from "./erase-person-store.ts";
import { personFingerprint } from "./person-fingerprint.ts";
import { personOf } from "./personal-data/person.ts";

export interface DeletionTools {
  db: Kysely<Schema>;
  vault: Vault;
  clock: Clock;
  log: Log;
}

const peopleAtOnce = 1_000;

/**
 * Erases what people asked to have erased: the events they caused and those sent to them, and our note of who connected an
 * account. A request carries a fingerprint only, so everybody we have heard of is compared with it.
 *
 * The network names people who ask by the number they have toward its app; toward a Page they have another, and no call
 * leads from one to the other. So this finds whoever logged in, and whoever the network shows us under the same number;
 * what somebody else wrote to the Page it cannot find, and the page about the request says so.
 */
export async function carryOutDeletions(tools: DeletionTools): Promise<void> {
  for (const request of await findOpenDeletions(tools.db)) {
    const deleted = await tools.db.transaction().execute(async (trx) => {
      const at = tools.clock.now();
      const count = await erase(trx, tools.vault, request, at);
      await settleDeletion(trx, request, { at, deleted: count });
      return count;
    });
    tools.log.info({ authorityId: request.authorityId, deleted }, "a deletion was carried out");
  }
}

async function erase(db: Kysely<Schema>, vault: Vault, request: DeletionRequest, at: Date): Promise<number> {
  const isTheirs = (id: string) => personFingerprint(vault, request, id).equals(request.personHash);
  let count = 0;
  for (const id of (await findConnectors(db, request)).filter(isTheirs)) {
    count += await forgetConnector(db, request, id);
  }
  for (let after = ""; ; ) {
    const people = await findPeople(db, request, after, peopleAtOnce);
    for (const id of people.filter(isTheirs))
      count += await erasePerson(db, personOf(vault, { ...request, personId: id }), at);
    const last = people.at(-1);
    if (last === undefined || people.length < peopleAtOnce) return count;
    after = last;
  }
}
