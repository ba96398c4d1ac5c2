/** What was found lately, so that it need not be found again. */
export interface Memory<Found> {
  /** What is known under a key, or what `find` finds; asked for twice at once, it is found once. */
  recall(key: string, find: () => Promise<Found>): Promise<Found>;
  /** What it holds now, in the unit of its bound. */
  weight(): number;
}

export interface MemoryBounds<Found> {
  /** All it holds weighs no more than this; what nobody asked for the longest goes first. */
  weightMax: number;
  /** By itself one; undefined for what is not to be kept. */
  weightOf?: (key: string, found: Found) => number | undefined;
  /** From the moment something is looked for, milliseconds; by itself for ever. */
  freshMs?: number;
  now?: () => number;
}

interface Kept<Found> {
  at: number;
  found: Promise<Found>;
  /** Undefined while it is looked for. */
  weight?: number;
}

/** Nothing that failed is kept, and nothing that alone would push out an eighth of the rest. */
export function openMemory<Found>({
  weightMax,
  weightOf = () => 1,
  freshMs = Number.POSITIVE_INFINITY,
  now = () => 0,
}: MemoryBounds<Found>): Memory<Found> {
  // In the order in which they were asked for last.
  const kept = new Map<string, Kept<Found>>();
  let weight = 0;

  function forget(key: string): void {
    weight -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  }

  function keep(key: string, one: Kept<Found>, found: Found): void {
    // Somebody may have found it anew meanwhile.
    if (kept.get(key) !== one) return;
    const own = weightOf(key, found);
    if (own === undefined || own > weightMax / 8) {
      forget(key);
      return;
    }
    one.weight = own;
    weight += own;
    for (const [oldest, { weight: settled }] of kept) {
      if (weight <= weightMax) return;
      if (settled !== undefined) forget(oldest);
    }
  }

  return {
    weight: () => weight,
    recall(key, find) {
      const at = now();
      const known = kept.get(key);
      // A clock that was set back makes nothing younger.
      if (known && at >= known.at && at - known.at < freshMs) {
        kept.delete(key);
        kept.set(key, known);
        return known.found;
      }
      forget(key);
      const one: Kept<Found> = { at, found: find() };
      kept.set(key, one);
      one.found.then(
        (found) => keep(key, one, found),
        () => kept.get(key) === one && forget(key),
      );
      return one.found;
    },
  };
}
