import { EventEmitter } from "node:events";
import { Agent, request } from "undici";
import type { Clock } from "../clock.ts";
import { MESSENGER_PATIENCE_MS, nextAttempt } from "./retry-times.ts";

/** One POST to an app's callback address, with all its attempts. */
export interface Delivery {
  seq: number;
  appId: string;
  /** Page of a Messenger event; a POST of changes may be about several. */
  pageId?: string;
  way: "messaging" | "changes";
  url: string;
  headers: Record<string, string>;
  body: string;
  /** How many changes or messaging elements it holds. */
  events: number;
  /** Unix milliseconds of the first attempt. */
  firstAt: number;
  attempts: { at: number; status?: number; fault?: string; ms: number }[];
  /** "given-up": retried as long as Facebook does, or its Page was unsubscribed. "lost": never sent, by the weather. */
  state: "waiting" | "delivered" | "given-up" | "lost";
}

const IN_FLIGHT_MAX = 64;
const KEPT_MAX = 5_000;

interface SenderEvents {
  settled: [Delivery];
  /** Messenger events of a Page failed for an hour: the app must be unsubscribed from it. */
  "messenger-dead": [{ appId: string; pageId: string }];
}

/** Sends deliveries over real HTTP, with the deadline of section 15.3, and retries on the sandbox's clock. */
export class Sender extends EventEmitter<SenderEvents> {
  /** The newest deliveries. */
  readonly deliveries = new Set<Delivery>();
  readonly counts = { handed: 0, delivered: 0, "given-up": 0, lost: 0, attempts: 0, failures: 0 };
  deadlineMs = 5_000;
  readonly #clock: Clock;
  readonly #agent = new Agent({ connections: IN_FLIGHT_MAX, keepAliveTimeout: 10_000 });
  readonly #queue: Delivery[] = [];
  readonly #waiting = new Set<Delivery>();
  /** "app page" to the moment since which every Messenger event failed. */
  readonly #failingSince = new Map<string, number>();
  #inFlight = 0;
  #seq = 0;
  #closed = false;

  constructor(clock: Clock) {
    super();
    this.#clock = clock;
    this.setMaxListeners(0);
  }

  /** Takes a delivery and sends it as soon as it is its turn. */
  send(delivery: Omit<Delivery, "seq" | "attempts" | "state" | "firstAt">): Delivery {
    const added = this.#keep(delivery);
    this.#enqueue(added);
    return added;
  }

  /** Notes a delivery that the weather swallows. */
  lose(delivery: Omit<Delivery, "seq" | "attempts" | "state" | "firstAt">): void {
    this.#settle(this.#keep(delivery), "lost");
  }

  /** Resolves when nothing is on its way or in the queue; retries of a later moment are not waited for. */
  async idle(): Promise<void> {
    while (this.#inFlight > 0 || this.#queue.length > 0) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Whatever is still waiting for this Page and app is given up. */
  giveUp(appId: string, pageId: string): void {
    this.#failingSince.delete(`${appId} ${pageId}`);
    for (const delivery of [...this.#waiting]) {
      const concerned = delivery.way === "messaging" && delivery.pageId === pageId;
      if (concerned && delivery.appId === appId) this.#settle(delivery, "given-up");
    }
  }

  forget(): void {
    this.deliveries.clear();
    this.#waiting.clear();
    this.#queue.length = 0;
    this.#failingSince.clear();
    for (const name of Object.keys(this.counts)) this.counts[name as keyof typeof this.counts] = 0;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#queue.length = 0;
    await this.#agent.destroy();
  }

  #keep(delivery: Omit<Delivery, "seq" | "attempts" | "state" | "firstAt">): Delivery {
    this.#seq += 1;
    this.counts.handed += 1;
    const kept: Delivery = {
      ...delivery,
      seq: this.#seq,
      firstAt: this.#clock.now(),
      attempts: [],
      state: "waiting",
    };
    this.deliveries.add(kept);
    this.#waiting.add(kept);
    if (this.deliveries.size > KEPT_MAX) {
      const oldest = this.deliveries.values().next().value;
      if (oldest) this.deliveries.delete(oldest);
    }
    return kept;
  }

  #enqueue(delivery: Delivery): void {
    this.#queue.push(delivery);
    this.#next();
  }

  #next(): void {
    while (this.#inFlight < IN_FLIGHT_MAX) {
      const delivery = this.#queue.shift();
      if (!delivery || this.#closed) return;
      if (delivery.state !== "waiting") continue;
      this.#inFlight += 1;
      void this.#attempt(delivery).finally(() => {
        this.#inFlight -= 1;
        this.#next();
      });
    }
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const started = performance.now();
    const at = this.#clock.now();
    const outcome = await this.#post(delivery);
    if (this.#closed) return;
    this.counts.attempts += 1;
    delivery.attempts.push({ at, ...outcome, ms: Math.round((performance.now() - started) * 10) / 10 });
    if (outcome.status === 200) {
      this.#failingSince.delete(`${delivery.appId} ${delivery.pageId}`);
      this.#settle(delivery, "delivered");
      return;
    }
    this.counts.failures += 1;
    if (delivery.way === "messaging" && this.#isDead(delivery, at)) return;
    const next = nextAttempt(delivery.way, delivery.firstAt, this.#clock.now());
    if (next === undefined) this.#settle(delivery, "given-up");
    else this.#clock.at(next, () => this.#enqueue(delivery));
  }

  /** Anything but a 200 within the deadline is a failure; redirects are not followed. */
  async #post({ url, headers, body }: Delivery): Promise<{ status?: number; fault?: string }> {
    const signal = AbortSignal.timeout(this.deadlineMs);
    try {
      const response = await request(url, {
        method: "POST",
        headers: {
          ...headers,
          "content-type": "application/json",
          "user-agent": "facebookexternalua",
          accept: "*/*",
        },
        body,
        dispatcher: this.#agent,
        signal,
      });
      await response.body.dump();
      return { status: response.statusCode };
    } catch (error) {
      if (signal.aborted) return { fault: `no answer within ${this.deadlineMs} ms` };
      return { fault: (error as NodeJS.ErrnoException).code ?? (error as Error).name };
    }
  }

  #isDead({ appId, pageId }: Delivery, at: number): boolean {
    if (pageId === undefined) return false;
    const key = `${appId} ${pageId}`;
    const since = this.#failingSince.get(key);
    if (since === undefined) this.#failingSince.set(key, at);
    if (since === undefined || at - since < MESSENGER_PATIENCE_MS) return false;
    this.giveUp(appId, pageId);
    this.emit("messenger-dead", { appId, pageId });
    return true;
  }

  #settle(delivery: Delivery, state: "delivered" | "given-up" | "lost"): void {
    delivery.state = state;
    this.#waiting.delete(delivery);
    this.counts[state] += 1;
    this.emit("settled", delivery);
  }
}
