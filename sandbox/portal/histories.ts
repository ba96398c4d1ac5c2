import { damaged } from "./histories/damage.ts";
import { createPast } from "./histories/past.ts";
import { type Traits, traitsOf } from "./histories/traits.ts";
import { writePoll } from "./histories/write-poll.ts";
import type { Poll } from "./polls.ts";
import { chance } from "./random.ts";

/** An invented feed history and what is true of it. */
export interface History {
  seed: number;
  traits: Traits;
  polls: Poll[];
  /** Each distinct item that was ever shown whole, in order of first appearance. */
  truth: TrueItem[];
  /** What happened, for whoever has to explain a failure: "poll 7: 12 new, 1 retitled". */
  story: string[];
}

export interface TrueItem {
  /** A word that is in every title this item ever has, and in no other item's, of this or another history. */
  marker: string;
  /** The first poll (from 0) that showed it. Those of poll 0 are the archive of a source just connected. */
  firstPoll: number;
}

/**
 * Invents a history. The truth is not read back from the polls: whoever writes them knows which item is which.
 * A history is fair: between two whole polls that show an item, something that identifies it stays (its id, or its
 * link once cleaned of session and campaign noise, or, where it never had either, its whole content), poll 0 is
 * whole and not empty, and a damaged poll holds nothing that a whole one did not hold before.
 */
export function inventHistory(seed: number): History {
  const luck = chance(seed, 0);
  const traits = traitsOf(luck);
  const past = createPast(seed, traits, luck);
  const polls: Poll[] = [];
  const truth: TrueItem[] = [];
  const story: string[] = [];
  const known = new Set<string>();
  let whole: Poll | undefined;
  for (let poll = 0; poll < traits.polls; poll++) {
    const time = new Date(
      Date.UTC(2026, 0, 12, 7, 0) + poll * traits.minutesBetweenPolls * 60_000,
    ).toISOString();
    // The last poll is whole, so that nothing is left in the air at the end.
    const damage =
      whole && poll < traits.polls - 1 && luck.likely(traits.damage) ? damaged(luck, whole) : undefined;
    if (damage !== undefined) {
      polls.push({ ...damage.poll, time });
      story.push(`poll ${poll}: ${damage.what}`);
      continue;
    }
    const state = past.goOn(poll);
    for (const item of state.shown) {
      if (known.has(item.marker)) continue;
      known.add(item.marker);
      truth.push({ marker: item.marker, firstPoll: poll });
    }
    whole = writePoll(state.shown, traits, luck);
    polls.push({ ...whole, time });
    if (state.what.length > 0) story.push(`poll ${poll}: ${state.what.join(", ")}`);
  }
  return { seed, traits, polls, truth, story };
}
