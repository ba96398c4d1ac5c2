import type { FoundItem } from "./found-item.ts";
import { fold } from "./item-key.ts";

/** What we know under a key. `itemId` null: a tombstone, the item was erased and must not come back. */
export interface KnownKey {
  key: string;
  itemId: string | null;
  /** Title the item has now; null for a tombstone. */
  title: string | null;
  /** The ids (keys "id:…") this item is known by in the source we are looking at. */
  hasIdKey: boolean;
}

export type Recognition = { kind: "new" } | { kind: "known"; itemId: string } | { kind: "buried" };

/**
 * Is this item one we have seen? The strongest key that we know decides.
 *
 * A link alone does not make two items one when both have an id and the ids differ: pages that carry "the latest
 * notice" under one fixed address exist. Then the title must agree too, which is the case of ids that change.
 */
export function recognise(item: FoundItem, keys: string[], known: Map<string, KnownKey>): Recognition {
  const hasId = keys.some((key) => key.startsWith("id:"));
  for (const key of keys) {
    const match = known.get(key);
    if (!match) continue;
    if (key.startsWith("link:") && hasId && match.hasIdKey && !sameTitle(item, match)) continue;
    return match.itemId === null ? { kind: "buried" } : { kind: "known", itemId: match.itemId };
  }
  return { kind: "new" };
}

function sameTitle(item: FoundItem, known: KnownKey): boolean {
  return known.title === null || fold(item.title) === fold(known.title);
}
