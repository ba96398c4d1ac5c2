import type { PortalItem } from "./item.ts";

/** What can be wrong with a portal's feed. `pages/words.ts` says each in a sentence. */
export const faultNames = [
  "down",
  "error-500",
  "retry-after",
  "slow",
  "drip",
  "html-instead",
  "empty-feed",
  "empty-body",
  "truncated",
  "cut-off",
  "huge",
  "gzip-bomb",
  "redirect-loop",
  "wrong-charset",
  "binary",
  "changed-ids",
  "shrunk",
  "304-always",
] as const;

export type FaultName = (typeof faultNames)[number];

/** The faults that leave the answer in form and only change what it holds. */
export type ContentFaultName = "empty-feed" | "shrunk" | "changed-ids";

/** The faults that spoil the answer itself. */
export type FormFaultName = Exclude<FaultName, ContentFaultName>;

export function isContentFault(name: FaultName): name is ContentFaultName {
  return name === "empty-feed" || name === "shrunk" || name === "changed-ids";
}

export interface FaultOptions {
  /** How many requests it strikes before it goes by itself; until switched off when left out. */
  times?: number;
  /** For "slow": how long the answer keeps one waiting; 30 s when left out. For "drip": the pause between bytes. */
  delayMs?: number;
  /** For "retry-after": 503 when left out. */
  status?: 429 | 503;
  /** For "retry-after"; 120 when left out. */
  retryAfterSeconds?: number;
}

export interface Fault extends FaultOptions {
  name: FaultName;
}

/** The one fault in force, if any. */
export interface FaultSwitch {
  set(name: FaultName | null, options?: FaultOptions): void;
  current(): Fault | undefined;
  /** The fault that strikes this request; counts it. */
  strike(): Fault | undefined;
  /** 1, and one more for each time "changed-ids" was switched on: the ids it gives are new each time. */
  idVersion(): number;
}

/** A switch with everything in order. */
export function createFaultSwitch(): FaultSwitch {
  let fault: Fault | undefined;
  let timesLeft = 0;
  let idVersion = 1;
  return {
    current: () => fault,
    idVersion: () => idVersion,
    set: (name, options = {}) => {
      fault = name === null ? undefined : { name, ...options };
      timesLeft = options.times ?? Number.POSITIVE_INFINITY;
      if (name === "changed-ids") idVersion++;
    },
    strike: () => {
      const striking = fault;
      if (striking === undefined) return undefined;
      timesLeft--;
      if (timesLeft <= 0) fault = undefined;
      return striking;
    },
  };
}

/** The items a struck feed holds: some faults leave the form right and the content wrong. */
export function itemsUnder(fault: Fault | undefined, items: readonly PortalItem[]): readonly PortalItem[] {
  if (fault?.name === "empty-feed") return [];
  if (fault?.name === "shrunk") return items.slice(0, 2);
  return items;
}
