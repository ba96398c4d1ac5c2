import type { FaultMode } from "../facebook/faults.ts";
import type { TokenState } from "../facebook/sandbox.ts";
import type { TruthEntry } from "../facebook/truth.ts";

export type Language = "it" | "en";

/** What one can aim faults at from the wall; tests can name any edge. */
export const FAULT_EDGES = [
  "feed",
  "photos",
  "photo_stories",
  "video_stories",
  "video_reels",
  "rupload",
  "post",
  "comments",
  "messages",
] as const;

export type FaultEdge = (typeof FAULT_EDGES)[number];

export interface FaultWords {
  title: string;
  /** One sentence: what it imitates. */
  imitates: string;
}

export interface Words {
  banner: { word: string; sentence: string };
  skip: string;
  otherLanguage: { label: string; lang: Language };
  pages: string;
  category: string;
  posts: (count: number) => string;
  duplicates: (count: number) => string;
  duplicate: string;
  duplicateHint: string;
  hidden: string;
  edited: string;
  empty: { title: string; text: string };
  older: string;
  newest: string;
  wallOf: string;
  permalink: string;
  notFound: { title: string; text: string; back: string };
  media: {
    stories: string;
    /** How many stories before those shown are still to be seen. */
    earlierStories: (count: number) => string;
    /** The time a story has left, in whole minutes. */
    left: (minutes: number) => string;
    video: string;
    reel: string;
    noAlt: string;
    gone: string;
  };
  panel: {
    title: string;
    intro: string;
    token: {
      title: string;
      states: Record<TokenState, string>;
      expire: string;
      password: string;
      restore: string;
      what: string;
    };
    lag: { title: string; what: string; label: string; set: string; now: (seconds: number) => string };
    active: {
      title: string;
      none: string;
      /** Beside a fault that is on. */
      on: string;
      off: string;
      allOff: string;
      remaining: (count: number | "forever") => string;
      throttled: (seconds: number) => string;
      held: (count: number) => string;
      release: string;
    };
    /** What the faults below meet. */
    meets: { title: string; names: Record<FaultEdge, string> };
    times: { once: string; five: string; forever: string };
    groups: { title: string; modes: FaultMode[] }[];
    calls: { title: string; none: string; what: string };
  };
  faults: Record<FaultMode, FaultWords>;
  did: Record<TruthEntry["did"]["kind"], string>;
  told: (entry: TruthEntry) => string;
  news: (count: number) => string;
}

/** The faults of the panel in the order one would want to try them. Token states and read lag have their own places. */
export const FAULT_GROUPS: Record<
  "after" | "before" | "limits" | "refusals" | "slow" | "films",
  FaultMode[]
> = {
  after: [
    "lost-after",
    "error-2-after",
    "error-1-99-after",
    "html-502-after",
    "truncated-after",
    "no-id-after",
  ],
  before: ["lost-before", "unavailable", "html-502"],
  limits: ["rate-limit-80001", "rate-limit-32", "app-limit-4"],
  refusals: ["permission-lost", "blocked-368", "scrape-failed", "invalid-100-trace-490"],
  films: ["upload-cut", "film-refused"],
  slow: ["slow", "slow-before", "hold", "hold-after"],
};
