import type { TokenEnd } from "./token.ts";

/**
 * The faults one can switch on. `-after` modes act first, so that what the caller is told and what happened differ.
 * `token-...` modes are states of the Page's token and last until restored; `read-lag` makes reads miss new posts.
 */
export const FAULT_MODES = [
  "lost-after",
  "lost-before",
  "error-2-after",
  "error-1-99-after",
  "unavailable",
  "html-502",
  "html-502-after",
  "rate-limit-32",
  "rate-limit-80001",
  "app-limit-4",
  "token-expired",
  "token-password",
  "permission-lost",
  "blocked-368",
  "invalid-100-trace-490",
  "scrape-failed",
  "slow",
  "slow-before",
  "truncated-after",
  "no-id-after",
  "hold",
  "hold-after",
  "read-lag",
  "upload-cut",
  "film-refused",
] as const;

export type FaultMode = (typeof FAULT_MODES)[number];

export interface FaultRequest {
  mode: FaultMode;
  /** "photos", "photo_stories", "video_stories", "video_reels", "videos", "rupload", "photo", "video", "story",
   * "feed", "published_posts", "posts", "post", "page", "me", "me/accounts", "me/permissions", "debug_token", "link", "batch" or "*". */
  edge?: string;
  method?: string;
  /** Only calls about this Page. */
  pageId?: string;
  /** How many matching calls meet it; "forever" = until switched off. Default 1. */
  times?: number | "forever";
  /** Wait of the slow modes and lag of `read-lag`, milliseconds. */
  delayMs?: number;
  /** Length of the throttling of the limit modes, minutes; fractions allowed so that tests need not wait. */
  regainMinutes?: number;
}

export interface Fault {
  id: string;
  mode: FaultMode;
  edge: string;
  method: string;
  pageId?: string;
  /** Calls still to meet it; Infinity = until switched off. */
  remaining: number;
  delayMs: number;
  regainMinutes: number;
  /** Calls that met it. */
  met: number;
}

/** What a fault is matched against. */
export interface CallMark {
  method: string;
  edge: string;
  pageId?: string;
}

export const TOKEN_FAULTS: Partial<Record<FaultMode, TokenEnd>> = {
  "token-expired": "expired",
  "token-password": "password",
};

const DEFAULT_DELAY_MS: Partial<Record<FaultMode, number>> = {
  slow: 5000,
  "slow-before": 5000,
  "read-lag": 10_000,
};
const DEFAULT_EDGE: Partial<Record<FaultMode, string>> = {
  "read-lag": "*",
  "upload-cut": "rupload",
  "film-refused": "rupload",
};
/** Edges that are read under the same name they are written under: a fault meets the writing unless told otherwise. */
const WRITE_EDGES = new Set(["feed", "photos", "photo_stories", "video_stories", "video_reels", "videos"]);
const DEFAULT_REGAIN_MINUTES = 0.25;

/** The faults switched on at the moment, in the order they were switched on. */
export class FaultPlan {
  #faults: Fault[] = [];
  #count = 0;

  add(request: FaultRequest): Fault {
    this.#count += 1;
    const edge = request.edge ?? DEFAULT_EDGE[request.mode] ?? "feed";
    const fault: Fault = {
      id: `f${this.#count}`,
      mode: request.mode,
      edge,
      method: request.method?.toUpperCase() ?? (WRITE_EDGES.has(edge) ? "POST" : "*"),
      pageId: request.pageId,
      remaining: lasting(request),
      delayMs: request.delayMs ?? DEFAULT_DELAY_MS[request.mode] ?? 0,
      regainMinutes: request.regainMinutes ?? DEFAULT_REGAIN_MINUTES,
      met: 0,
    };
    this.#faults.push(fault);
    return fault;
  }

  /** The first fault this call meets, with one of its times used up; token states are met elsewhere. */
  take(call: CallMark): Fault | undefined {
    if (this.#faults.length === 0) return undefined;
    const fault = this.#faults.find((one) => !(one.mode in TOKEN_FAULTS) && matches(one, call));
    if (!fault) return undefined;
    fault.remaining -= 1;
    fault.met += 1;
    if (fault.remaining <= 0) this.#faults = this.#faults.filter((one) => one !== fault);
    return fault;
  }

  /** Gives a time back: the call failed by itself, so there was no success to hide. */
  giveBack(fault: Fault): void {
    fault.met -= 1;
    fault.remaining += 1;
    if (!this.#faults.includes(fault) && fault.remaining > 0) this.#faults.push(fault);
  }

  has(mode: FaultMode, pageId?: string): boolean {
    return this.#faults.some((one) => one.mode === mode && (!one.pageId || !pageId || one.pageId === pageId));
  }

  /** Removes one fault by id or all; returns those removed. */
  remove(id?: string): Fault[] {
    const gone = this.#faults.filter((one) => id === undefined || one.id === id);
    this.#faults = this.#faults.filter((one) => !gone.includes(one));
    return gone;
  }

  list(): readonly Fault[] {
    return this.#faults;
  }
}

function lasting(request: FaultRequest): number {
  if (request.mode in TOKEN_FAULTS || request.times === "forever") return Number.POSITIVE_INFINITY;
  return Math.max(1, Math.floor(request.times ?? 1));
}

function matches(fault: Fault, call: CallMark): boolean {
  if (fault.mode === "read-lag" && call.method !== "GET") return false;
  return (
    (fault.edge === "*" || fault.edge === call.edge) &&
    (fault.method === "*" || fault.method === call.method) &&
    (fault.pageId === undefined || fault.pageId === call.pageId)
  );
}
