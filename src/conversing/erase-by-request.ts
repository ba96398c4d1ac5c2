import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Vault } from "../platform/vault.ts";
import type { DeletionRequest } from "./deletion-request-store.ts";
import { erasePerson, findConnectors, findPeople, forgetConnector } from "./erase-person-store.ts";
import { personFingerprint } from "./person-fingerprint.ts";
import { personOf } from "./personal-data/person.ts";
import { emptyDecisionsOf } from "./retaining/emptied-decision-store.ts";

const peopleAtOnce = 1_000;

/**
 * Erases what is held of the person whom a request means, and our note that they connected an account. A request carries a
 * fingerprint only, so everybody we have heard of is compared with it. Gives how many rows that were.
 */
export async function eraseByRequest(
  db: Kysely<Schema>,
  vault: Vault,
  request: Pick<DeletionRequest, "authorityId" | "channel" | "personHash">,
  at: Date,
): Promise<number> {
  const isTheirs = (id: string) => personFingerprint(vault, request, id).equals(request.personHash);
  // Of somebody of whom nothing else is left, too.
  let count = await emptyDecisionsOf(db, { ...request, personId: "" }, at);
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
