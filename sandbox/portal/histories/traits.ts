import type { Chance } from "../random.ts";

/** What a whole feed is like, the same in all its polls. Shares and probabilities are 0 to 1. */
export interface Traits {
  format: "rss" | "rdf" | "atom" | "json";
  polls: number;
  minutesBetweenPolls: number;
  /** How many items the feed shows at most. */
  window: number;
  order: "newest-first" | "oldest-first" | "any";
  /** What identifies items that have an identity. "guid-is-link" repeats the link, noise included. */
  identity: "guid-and-link" | "guid-only" | "link-only" | "guid-is-link";
  /** Share of items with neither id nor link. */
  nameless: number;
  /** What the portal hangs on its links, differently at each poll. */
  linkNoise: "none" | "jsessionid" | "utm";
  dates: "exact" | "no-time" | "missing" | "future" | "error" | "mixed";
  /** Chances that, at a poll, something happens. */
  arrivals: number;
  burst: number;
  damage: number;
  empty: number;
  shrink: number;
  leave: number;
  comeBack: number;
  retitle: number;
  newGuid: number;
  newLink: number;
  sameTwice: number;
  /** The poll at which every id changes at once, as when a portal changes its software. */
  migrationAt: number | undefined;
}

/** Draws the traits of a history. Formats that have no room for an oddity do not get it. */
export function traitsOf(luck: Chance): Traits {
  const format = luck.pick(["rss", "rss", "rss", "rss", "atom", "atom", "rdf", "json"] as const);
  const identity = format === "rdf" ? "link-only" : luck.pick(identities);
  const polls = luck.whole(12, 40);
  const nameless = format === "rss" && luck.likely(0.25) ? luck.pick([0.1, 0.5, 1]) : 0;
  return {
    format,
    identity: format === "json" && identity === "link-only" ? "guid-and-link" : identity,
    polls,
    nameless,
    minutesBetweenPolls: luck.pick([5, 15, 60, 240]),
    window: luck.pick([5, 10, 10, 20, 20, 50]),
    order: luck.pick(["newest-first", "newest-first", "newest-first", "oldest-first", "any"]),
    linkNoise: luck.pick(["none", "none", "jsessionid", "utm"]),
    dates: luck.pick(["exact", "exact", "no-time", "no-time", "missing", "future", "error", "mixed"]),
    arrivals: luck.pick([0.2, 0.5, 0.9]),
    burst: luck.pick([0, 0.05, 0.2]),
    damage: luck.pick([0, 0.1, 0.3]),
    empty: luck.pick([0, 0.05, 0.1]),
    shrink: luck.pick([0, 0, 0.1]),
    leave: luck.pick([0, 0.1, 0.4]),
    comeBack: luck.pick([0.2, 0.6]),
    retitle: luck.pick([0, 0.1, 0.3]),
    newGuid: luck.pick([0, 0, 0.15]),
    newLink: luck.pick([0, 0, 0.15]),
    sameTwice: luck.pick([0, 0, 0.2]),
    migrationAt: luck.likely(0.15) ? luck.whole(2, polls - 1) : undefined,
  };
}

const identities = ["guid-and-link", "guid-and-link", "guid-only", "link-only", "guid-is-link"] as const;
