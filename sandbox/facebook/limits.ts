import { GraphError } from "./graph-error.ts";

/** A Page's allowance of calls (graph-api.md section 17). */
export interface PageLimit {
  /** Calls allowed in one window. */
  calls: number;
  /** Length of the window, milliseconds; default 24 hours. */
  windowMs?: number;
  /** How long the Page stays throttled once the allowance is used, minutes; default the rest of the window. */
  regainMinutes?: number;
  /** Minutes added by each call made while throttled ("lengthens the block"); default 0. */
  penaltyMinutes?: number;
}

export type LimitCode = 4 | 32 | 80001;

interface Usage {
  windowFrom: number;
  calls: number;
  throttledUntil: number;
  code: LimitCode;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const WORDS: Record<LimitCode, string> = {
  4: "(#4) Application request limit reached",
  32: "(#32) Page request limit reached",
  80001:
    "There have been too many calls to this Page account. Wait a bit and try again. For more info, please refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting.",
};

/** Counts calls per Page, throttles, and writes the usage headers. */
export class Limits {
  readonly #limit?: PageLimit;
  readonly #now: () => number;
  readonly #usage = new Map<string, Usage>();

  constructor(now: () => number, limit?: PageLimit) {
    this.#now = now;
    this.#limit = limit;
  }

  /** Counts one call on a Page and throws when the Page is throttled. */
  count(pageId: string): void {
    const usage = this.#usage.get(pageId);
    if (!usage && !this.#limit) return;
    const counted = usage ?? this.#fresh(pageId);
    const now = this.#now();
    if (counted.throttledUntil > now) {
      counted.throttledUntil += (this.#limit?.penaltyMinutes ?? 0) * MINUTE_MS;
      throw this.#refusal(pageId, counted);
    }
    if (this.#limit) this.#spend(pageId, counted, this.#limit, now);
  }

  /** Throttles a Page from now on and returns what the call that met it is answered. */
  throttle(pageId: string, code: LimitCode, regainMinutes: number): GraphError {
    const usage = this.#usage.get(pageId) ?? this.#fresh(pageId);
    usage.code = code;
    usage.throttledUntil = this.#now() + regainMinutes * MINUTE_MS;
    return this.#refusal(pageId, usage);
  }

  isThrottled(pageId: string): boolean {
    return (this.#usage.get(pageId)?.throttledUntil ?? 0) > this.#now();
  }

  /** Lifts every throttling; the counts of the windows stay. */
  lift(): void {
    for (const usage of this.#usage.values()) usage.throttledUntil = 0;
  }

  forget(): void {
    this.#usage.clear();
  }

  /** Pages throttled at the moment: id to unix milliseconds. */
  throttled(): Map<string, number> {
    const now = this.#now();
    return new Map(
      [...this.#usage]
        .filter(([, usage]) => usage.throttledUntil > now)
        .map(([pageId, usage]) => [pageId, usage.throttledUntil]),
    );
  }

  /** Usage headers of an answer about a Page; none without a limit, as Graph sends none to those who call little. */
  headers(pageId: string): Record<string, string> {
    const usage = this.#usage.get(pageId);
    return usage ? this.#headers(pageId, usage) : {};
  }

  #spend(pageId: string, usage: Usage, limit: PageLimit, now: number): void {
    const windowMs = limit.windowMs ?? DAY_MS;
    if (now - usage.windowFrom >= windowMs) {
      usage.windowFrom = now;
      usage.calls = 0;
    }
    if (usage.calls >= limit.calls) {
      usage.code = 80001;
      usage.throttledUntil =
        limit.regainMinutes === undefined
          ? usage.windowFrom + windowMs
          : now + limit.regainMinutes * MINUTE_MS;
      // The allowance comes back when the block ends, even where that is sooner than the window.
      usage.windowFrom = usage.throttledUntil;
      usage.calls = 0;
      throw this.#refusal(pageId, usage);
    }
    usage.calls += 1;
  }

  #refusal(pageId: string, usage: Usage): GraphError {
    const subcode =
      usage.code === 80001 ? { error_subcode: 2446079, error_user_title: "Too many calls" } : {};
    return new GraphError(
      {
        message: WORDS[usage.code],
        type: "OAuthException",
        code: usage.code,
        is_transient: usage.code === 4,
        ...subcode,
      },
      usage.code === 80001 ? 400 : 403,
      this.#headers(pageId, usage),
    );
  }

  #headers(pageId: string, usage: Usage): Record<string, string> {
    const regainMs = Math.max(0, usage.throttledUntil - this.#now());
    const throttled = regainMs > 0;
    const share = this.#limit ? Math.min(100, Math.floor((usage.calls * 100) / this.#limit.calls)) : 0;
    const percent = throttled ? 100 : share;
    const page = {
      type: "pages",
      call_count: percent,
      total_cputime: Math.floor(percent / 2),
      total_time: Math.floor(percent / 2),
      estimated_time_to_regain_access: minutes(regainMs),
    };
    const headers: Record<string, string> = {
      "x-business-use-case-usage": JSON.stringify({ [pageId]: [page] }),
    };
    if (throttled && usage.code === 4) {
      headers["x-app-usage"] = JSON.stringify({ call_count: 100, total_cputime: 40, total_time: 40 });
    }
    return headers;
  }

  #fresh(pageId: string): Usage {
    const usage: Usage = { windowFrom: this.#now(), calls: 0, throttledUntil: 0, code: 80001 };
    this.#usage.set(pageId, usage);
    return usage;
  }
}

/** Whole minutes, rounded up, as Graph writes them; below one minute the exact fraction, for tests. */
function minutes(ms: number): number {
  const exact = ms / MINUTE_MS;
  return exact >= 1 ? Math.ceil(exact) : Math.ceil(exact * 10_000) / 10_000;
}
