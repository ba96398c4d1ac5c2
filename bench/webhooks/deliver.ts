import { setTimeout as sleep } from "node:timers/promises";
import { Agent, request } from "undici";
import type { Parcel } from "./parcels.ts";

export interface Delivered {
  /** Of each answer with 200, milliseconds from sending to its last byte. */
  tookMs: number[];
  /** Events answered with 200, at the first delivery or at a later one. */
  acknowledged: Set<string>;
  /** Answers other than 200, by what they were. */
  refused: Map<string, number>;
  seconds: number;
}

export interface Pace {
  /** Sent at this rate, whatever the answers are and however long they take. */
  eventsPerSecond: number;
  /** Unless so many POSTs are without an answer; without bound where absent. */
  atOnce?: number;
  onProgress(events: number): void;
  /** Before a parcel is sent for the first time; `at` by the monotonic clock, milliseconds. */
  onSend?(parcel: Parcel, at: number): void;
}

/** Facebook waits this long, and sends again what got no 200: at once, and a few times more. */
const patienceMs = 5_000;
const redeliverAfterMs = [100, 1_000, 3_000];

/** How often it says how far it is. */
const progressEveryMs = 10_000;

/** Sends parcels at the pace that is asked for. */
export async function deliver(
  parcels: readonly Parcel[],
  addressOf: (pageId: string) => string,
  pace: Pace,
): Promise<Delivered> {
  const agent = new Agent({ connections: 128, keepAliveTimeout: 10_000 });
  const result: Delivered = { tookMs: [], acknowledged: new Set(), refused: new Map(), seconds: 0 };
  const startedAt = performance.now();
  const underWay = new Set<Promise<void>>();
  let events = 0;
  let toldAt = startedAt;
  for (const parcel of parcels) {
    const dueAt = startedAt + (events * 1000) / pace.eventsPerSecond;
    const early = dueAt - performance.now();
    if (early >= 1) await sleep(early);
    while (underWay.size >= (pace.atOnce ?? Number.POSITIVE_INFINITY)) await Promise.race(underWay);
    const now = performance.now();
    pace.onSend?.(parcel, now);
    const delivery = deliverOne(agent, addressOf(parcel.pageId), parcel, result);
    underWay.add(delivery);
    void delivery.then(() => underWay.delete(delivery));
    events += parcel.ids.length;
    if (now - toldAt < progressEveryMs) continue;
    toldAt = now;
    pace.onProgress(events);
  }
  result.seconds = (performance.now() - startedAt) / 1000;
  await Promise.all(underWay);
  await agent.close();
  return result;
}

async function deliverOne(agent: Agent, address: string, parcel: Parcel, result: Delivered): Promise<void> {
  for (const pauseMs of [0, ...redeliverAfterMs]) {
    if (pauseMs > 0) await sleep(pauseMs);
    const startedAt = performance.now();
    const answer = await post(agent, address, parcel);
    if (answer === "200") {
      result.tookMs.push(performance.now() - startedAt);
      for (const id of parcel.ids) result.acknowledged.add(id);
      return;
    }
    result.refused.set(answer, (result.refused.get(answer) ?? 0) + 1);
  }
}

async function post(agent: Agent, address: string, { body, headers }: Parcel): Promise<string> {
  try {
    const answer = await request(address, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json", "user-agent": "facebookexternalua" },
      body,
      dispatcher: agent,
      signal: AbortSignal.timeout(patienceMs),
    });
    await answer.body.dump();
    return String(answer.statusCode);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? (error as Error).name;
  }
}
