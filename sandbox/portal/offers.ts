import type { Draft } from "./item.ts";
import { writeCourse, writeEvent, writeNotice } from "./offers/announcements.ts";
import { writePrivateOffer } from "./offers/private-offer.ts";
import { writeArt16, writeCompetition, writeTargeted, writeTraineeship } from "./offers/public-jobs.ts";
import type { Writer } from "./offers/writing.ts";
import { chance } from "./random.ts";

/** How often each kind comes, out of a hundred: roughly the mix of a provincial bulletin. */
const mix: readonly (readonly [share: number, Writer])[] = [
  [64, writePrivateOffer],
  [8, writeTraineeship],
  [8, writeCourse],
  [6, writeArt16],
  [5, writeEvent],
  [4, writeTargeted],
  [3, writeNotice],
  [2, writeCompetition],
];

/** Where the numbers of a pretend year start, so that references have the usual four digits. */
const firstNumber = 400;

/**
 * The news at a position (0, 1, 2...) of the sequence that a seed stands for.
 * The same seed, position and moment always give the same words, and each position its own reference.
 * @param now moment of publication: deadlines and the year of the reference follow from it
 */
export function offerAt(seed: number, position: number, now: Date): Draft {
  const luck = chance(seed, position);
  const number = String(firstNumber + position).padStart(4, "0");
  return writerFor(luck.whole(0, 99))({
    chance: luck,
    now,
    reference: (series) => `${series}-${now.getUTCFullYear()}-${number}`,
  });
}

/** The endless sequence of a seed, from a position on; all as if published at one moment. */
export function* offers(seed: number, now: Date, from = 0): Generator<Draft, never> {
  for (let position = from; ; position++) yield offerAt(seed, position, now);
}

function writerFor(percent: number): Writer {
  let left = percent;
  for (const [share, writer] of mix) {
    if (left < share) return writer;
    left -= share;
  }
  return writePrivateOffer;
}
