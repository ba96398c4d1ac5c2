import type { Kysely } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { Vault } from "../../platform/vault.ts";
import type { HoldingKind } from "./holdings.ts";
import { type PersonKey, personOf } from "./person.ts";
import {
  countHoldings,
  type DataRequest,
  findNames,
  findOwnRequests,
  findTalks,
  type PersonTalk,
} from "./person-store.ts";

/** What is held of one person: how much, not what. */
export interface HeldPerson extends PersonKey {
  names: string[];
  counts: Record<HoldingKind, number>;
  requests: DataRequest[];
  /** Those with the newest words first, so many as a page holds. */
  talks: PersonTalk[];
}

const talksMost = 20;

/** Undefined where nothing is held of anybody with this id. */
export async function readPerson(
  { db, vault }: { db: Kysely<Schema>; vault: Vault },
  key: PersonKey,
): Promise<HeldPerson | undefined> {
  const person = personOf(vault, key);
  const counts = await countHoldings(db, person);
  if (Object.values(counts).every((count) => count === 0)) return undefined;
  const { authorityId, channel, personId } = key;
  const names = await findNames(db, key);
  const requests = await findOwnRequests(db, person);
  return {
    authorityId,
    channel,
    personId,
    names,
    counts,
    requests,
    talks: await findTalks(db, person, talksMost),
  };
}
