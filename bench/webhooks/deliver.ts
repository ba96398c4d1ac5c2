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
  eventsPerSecond: number;
  onProgress(events: number): void;
}

/** Facebook waits this long, and sends again what got no 200: at once, and a few times more. */
const patienceMs = 5_000;
const redeliverAfterMs = [100, 1_000, 3_000];

/** Sends parcels at an even pace, whatever the answers are and however long they take. */
export async function deliver(
  parcels: readonly Parcel[],
  addressOf: (pageId: string) => string,
  pace: Pace,
): Promise<Delivered> {
  const agent = new Agent({ connections: 128, keepAliveTimeout: 10_000 });
  const result: Delivered = { tookMs: [], acknowledged: new Set(), refused: new Map(), seconds: 0 };
  const startedAt = performance.now();
  const underWay: Promise<void>[] = [];
  let events = 0;
  for (const parcel of parcels) {
    const dueAt = startedAt + (events * 1000) / pace.eventsPerSecond;
    const early = dueAt - performance.now();
    if (early >= 1) await sleep(early);
    underWay.push(deliverOne(agent, addressOf(parcel.pageId), parcel, result));
    const tens = Math.floor(events / (pace.eventsPerSecond * 10));
    events += parcel.ids.length;
    if (Math.floor(events / (pace.eventsPerSecond * 10)) > tens) pace.onProgress(events);
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
