import { beginning, hashOf, type SealedEntry } from "./entry.ts";

/** Where the trail is not as it was sealed. */
export type TrailFault =
  /** Something in the entry is no longer what it was. */
  | { kind: "changed"; position: number; id: string; act: string; at: Date }
  /** It does not follow the entry before it: one of the two was put in, or taken from elsewhere. */
  | { kind: "out-of-place"; position: number; id: string; act: string; at: Date }
  /** From here to there nothing is left. */
  | { kind: "missing"; from: number; to: number }
  /** Put in without having been sealed. */
  | { kind: "not-sealed"; position: number; id: string; act: string; at: Date }
  /** A seal that our key did not make, or made of something else. */
  | { kind: "seal-false"; position: number }
  /** A seal is missing, or covers nothing. */
  | { kind: "seal-gap"; from: number; to: number };

/** Reads one chain from its beginning, entry by entry; `end` says what only shows at the end. */
export function readChain(): {
  read(entry: SealedEntry): TrailFault[];
  end(): { position: number; hash: string };
} {
  let position = 0;
  let hash = beginning;
  return {
    read(entry) {
      const faults: TrailFault[] = [];
      const where = { position: entry.position, id: entry.id, act: entry.act, at: entry.at };
      const isGap = entry.position > position + 1;
      if (isGap) faults.push({ kind: "missing", from: position + 1, to: entry.position - 1 });
      // Behind a gap the hash before it is unknown: the entry itself can still be right.
      if (!isGap && entry.previousHash !== hash) faults.push({ kind: "out-of-place", ...where });
      if (hashOf(entry) !== entry.hash) faults.push({ kind: "changed", ...where });
      position = entry.position;
      hash = entry.hash;
      return faults;
    },
    end: () => ({ position, hash }),
  };
}
