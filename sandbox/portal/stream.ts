import type { PortalItem } from "./item.ts";
import type { Noticeboard } from "./noticeboard.ts";
import { offerAt } from "./offers.ts";

export interface StreamOptions {
  everyMs: number;
  /** Chooses the sequence of news; 1 when left out. */
  seed?: number;
  /** Stops after so many; endless when left out. */
  count?: number;
}

/** An editor who never tires: publishes one piece of pretend news at a steady pace. */
export interface Stream {
  start(options: StreamOptions): void;
  stop(): void;
  /** Publishes the next of the sequence at once, whether the stream is on or rests. */
  publishNext(seed?: number): PortalItem;
  /** The pace in force, or undefined while it rests. */
  everyMs(): number | undefined;
}

const seedUsual = 1;

/** The shortest pace: 100 a second. */
const everyMsMin = 10;

/** The stream goes on, also after a restart, where the noticeboard says it had arrived. */
export function createStream(board: Noticeboard, now: () => Date): Stream {
  let timer: NodeJS.Timeout | undefined;
  let everyMs: number | undefined;
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    everyMs = undefined;
  };
  return {
    stop,
    everyMs: () => everyMs,
    publishNext: (seed = seedUsual) => publishNext(board, seed, now()),
    start: ({ everyMs: pace, seed = seedUsual, count = Number.POSITIVE_INFINITY }) => {
      stop();
      if (count <= 0) return;
      let left = count;
      everyMs = Math.max(pace, everyMsMin);
      timer = setInterval(() => {
        publishNext(board, seed, now());
        left--;
        if (left <= 0) stop();
      }, everyMs);
    },
  };
}

/** Publishes the next of the sequence whose reference nobody has used yet. */
function publishNext(board: Noticeboard, seed: number, now: Date): PortalItem {
  let position = board.nextStreamPosition();
  let draft = offerAt(seed, position, now);
  // An editor may have typed a reference of the stream's own series: that one is skipped, never doubled.
  while (draft.reference !== undefined && board.findByReference(draft.reference) !== undefined) {
    position++;
    draft = offerAt(seed, position, now);
  }
  return board.publish(draft, position);
}
