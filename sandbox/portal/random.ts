/** A source of repeatable chance: the same seed gives the same choices on every machine. */
export interface Chance {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** One element of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** True with the given probability, 0 to 1. */
  likely(probability: number): boolean;
  /** `count` different elements, in the list's order; all of them when the list is shorter. */
  some<T>(list: readonly T[], count: number): T[];
  /** The list in another order; the given one is left as it was. */
  shuffled<T>(list: readonly T[]): T[];
}

/**
 * Chance from a seed and the position in a sequence, so that the n-th element needs none of those before it.
 * The generator is mulberry32: 32 bits of state, good enough for pretending and quick to check by hand.
 */
export function chance(seed: number, position = 0): Chance {
  let state = mix(mix(seed | 0) ^ Math.imul(position + 1, 0x9e3779b1));
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const shuffled = <T>(list: readonly T[]): T[] => {
    const copy = [...list];
    for (let last = copy.length - 1; last > 0; last--) {
      const other = whole(0, last);
      [copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
    }
    return copy;
  };
  return {
    next,
    whole,
    shuffled,
    likely: (probability) => next() < probability,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new Error("Nothing to pick from: the list is empty.");
      return list[whole(0, list.length - 1)] as T;
    },
    some: <T>(list: readonly T[], count: number): T[] => {
      const chosen = new Set(shuffled(list.map((_, index) => index)).slice(0, count));
      return list.filter((_, index) => chosen.has(index));
    },
  };
}

function mix(bits: number): number {
  let value = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) | 0;
}
