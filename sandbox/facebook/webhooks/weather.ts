/** How badly deliveries travel; all of it off at the start. */
export interface Weather {
  /** Share of deliveries that are sent twice, 0 to 1. */
  duplicates: number;
  /** Share that is overtaken by the next one, 0 to 1. */
  reordering: number;
  /** Share that is never sent, 0 to 1. */
  loss: number;
  /** Changes put into one POST at most (Messenger events always travel alone). */
  batchMax: number;
  /** How long changes are gathered, milliseconds of real time; 0 = those of the same moment. */
  batchMs: number;
  /** Start of the dice: the same seed, the same weather. */
  seed: number;
}

export const FAIR_WEATHER: Weather = {
  duplicates: 0,
  reordering: 0,
  loss: 0,
  batchMax: 1,
  batchMs: 0,
  seed: 1,
};

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
