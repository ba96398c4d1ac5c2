import type { GraphError } from "../graph-error.ts";
import { messengerLimit, tooOften } from "./refusals.ts";

/** Allowances of a Page on the Messenger Platform (section 17). */
export interface SendLimitSettings {
  /** Text, links, reactions, stickers. */
  textsPerSecond: number;
  /** Audio and video. */
  mediaPerSecond: number;
  privateRepliesPerHour: number;
  /** Reads of conversations, over ten seconds; Meta says two a second. */
  readsPerTenSeconds: number;
  /** The Messenger pool: 200 for each engaged user in 24 hours; how many those are is the sandbox's choice. */
  callsPerDay: number;
  /** To one person, in ten seconds: 613/2018338. */
  perThreadPerTenSeconds: number;
}

export const SEND_LIMITS: SendLimitSettings = {
  textsPerSecond: 300,
  mediaPerSecond: 10,
  privateRepliesPerHour: 750,
  readsPerTenSeconds: 20,
  callsPerDay: Number.POSITIVE_INFINITY,
  perThreadPerTenSeconds: Number.POSITIVE_INFINITY,
};

const SECOND_MS = 1000;

/** Counts in windows that slide over the sandbox's clock. */
export class SendLimits {
  settings: SendLimitSettings = { ...SEND_LIMITS };
  readonly #now: () => number;
  readonly #moments = new Map<string, number[]>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts one message of a Page, or throws 613 or 80006. */
  countSend(pageId: string, threadKey: string, kind: "text" | "media" | "private-reply"): void {
    const { settings } = this;
    this.#count(`day ${pageId}`, settings.callsPerDay, 24 * 3_600_000, messengerLimit);
    this.#count(`to ${threadKey}`, settings.perThreadPerTenSeconds, 10 * SECOND_MS, () => tooOften(2018338));
    if (kind === "media")
      this.#count(`media ${pageId}`, settings.mediaPerSecond, SECOND_MS, () => tooOften());
    else this.#count(`text ${pageId}`, settings.textsPerSecond, SECOND_MS, () => tooOften());
    if (kind === "private-reply")
      this.#count(`private ${pageId}`, settings.privateRepliesPerHour, 3_600_000, () => tooOften());
  }

  /** Counts one read of conversations. */
  countRead(pageId: string): void {
    this.#count(`read ${pageId}`, this.settings.readsPerTenSeconds, 10 * SECOND_MS, () => tooOften());
  }

  reset(): void {
    this.#moments.clear();
    this.settings = { ...SEND_LIMITS };
  }

  #count(key: string, limit: number, windowMs: number, refusal: () => GraphError): void {
    if (!Number.isFinite(limit)) return;
    const now = this.#now();
    const moments = this.#moments.get(key) ?? [];
    this.#moments.set(key, moments);
    while (moments[0] !== undefined && moments[0] <= now - windowMs) moments.shift();
    if (moments.length >= limit) throw refusal();
    moments.push(now);
  }
}
