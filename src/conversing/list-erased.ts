import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Clock } from "../platform/clock.ts";
import type { Vault } from "../platform/vault.ts";
import type { ErasedList } from "./erased-list.ts";
import { findAllErased } from "./erased-people-store.ts";

/** Everybody who was erased, in all authorities. */
export async function listErased(
  db: Kysely<Schema>,
  { vault, clock }: { vault: Vault; clock: Clock },
): Promise<ErasedList> {
  const people = await findAllErased(db);
  return {
    format: "bacheca-erased-1",
    madeAt: clock.now().toISOString(),
    keyCheck: vault.keyCheck().toString("base64"),
    erased: people.map(({ personHash, askedAt, ...one }) => ({
      ...one,
      personHash: personHash.toString("base64"),
      askedAt: askedAt.toISOString(),
    })),
  };
}
