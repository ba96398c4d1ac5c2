import type { FoundItem } from "./found-item.ts";
import { fold } from "./item-key.ts";

/** What we know under a key. `itemId` null: a tombstone, the item was erased and must not come back. */
export interface KnownKey {
  key: string;
  itemId: string | null;
  /** Title the item has now; null for a tombstone. */
  title: string | null;
  /** The beginning of its text, at least `textCompared` characters where it has them. */
  text: string | null;
  /** The ids (keys "id:…") this item is known by in the source we are looking at. */
  hasIdKey: boolean;
}

export type Recognition =
  | { kind: "new" }
  /** `by`: the key that told. */
  | { kind: "known"; itemId: string; by: string }
  | { kind: "buried" };

/** How much of a text is compared. */
export const textCompared = 300;

// Shorter texts stand under many items ("Leggi tutto"), shorter titles inside many others ("Avvisi").
const tellingText = 60;
const tellingTitle = 12;

/**
 * Is this item one we have seen? The strongest key that we know decides.
 *
 * A link alone does not make two items one when both have an id and the ids differ: pages that carry "the latest
 * notice" under one fixed address exist. Then the words must agree too, which is the case of ids that change: the
 * title, apart from what was put before or behind it (a proroga, a rettifica), or else the text.
 */
export function recognise(
  item: Pick<FoundItem, "title" | "text">,
  keys: string[],
  known: Map<string, KnownKey>,
): Recognition {
  const hasId = keys.some((key) => key.startsWith("id:"));
  for (const key of keys) {
    const match = known.get(key);
    if (!match) continue;
    if (key.startsWith("link:") && hasId && match.hasIdKey && !saysTheSame(item, match)) continue;
    return match.itemId === null ? { kind: "buried" } : { kind: "known", itemId: match.itemId, by: key };
  }
  return { kind: "new" };
}

function saysTheSame(item: Pick<FoundItem, "title" | "text">, known: KnownKey): boolean {
  return known.title === null || isSameTitle(item.title, known.title) || isSameText(item.text, known.text);
}

function isSameTitle(one: string, other: string): boolean {
  const [short = "", long = ""] = [fold(one), fold(other)].sort((a, b) => a.length - b.length);
  if (short === long) return true;
  return short.length >= tellingTitle && (long.startsWith(`${short} `) || long.endsWith(` ${short}`));
}

function isSameText(one: string, other: string | null): boolean {
  const [a, b] = [fold(one.slice(0, textCompared)), fold((other ?? "").slice(0, textCompared))];
  return a === b && a.length >= tellingText;
}
