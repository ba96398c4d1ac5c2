import type { Kysely } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { Vault } from "../../platform/vault.ts";
import { personOf } from "./person.ts";
import { countHoldings, type FoundPerson, findChannels, searchPersons } from "./person-store.ts";

export const personsMost = 50;

/**
 * People of whom these authorities hold something, by words of their name or by the network's id. An id under which only
 * what was decided is kept, as a keyed hash, is found by itself alone.
 */
export async function findPersons(
  { db, vault }: { db: Kysely<Schema>; vault: Vault },
  authorityIds: readonly string[],
  text: string,
): Promise<FoundPerson[]> {
  const id = text.trim();
  const patterns = id.split(/\s+/).map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  if (id === "" || authorityIds.length === 0) return [];
  const found = await searchPersons(db, authorityIds, { id, patterns }, personsMost);
  if (found.some(({ personId }) => personId === id)) return found;
  for (const key of await findChannels(db, authorityIds)) {
    const counts = await countHoldings(db, personOf(vault, { ...key, personId: id }));
    const isHeld = Object.values(counts).some((count) => count > 0);
    if (isHeld) found.push({ ...key, personId: id, names: [], lastAt: null });
  }
  return found;
}
