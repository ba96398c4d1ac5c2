import { setTimeout as sleep } from "node:timers/promises";
import type { FacebookSandbox } from "../../sandbox/facebook/index.ts";
import { pushItem } from "../stage/push-item.ts";
import type { Place } from "./town.ts";

export type Way = "pushed" | "polled";

/** One item on its way from the portal to the Page; moments on the clock of performance.now(). */
export interface Arrival {
  way: Way;
  pageId: string;
  /** Stands in its title and in no other's. */
  token: string;
  visibleAt: number;
  actedAt?: number;
  /** Posts of it beyond the first. */
  doubled: number;
}

export interface ArrivalOptions {
  perSecond: number;
  seconds: number;
  /** The product's own address. */
  origin: string;
  onProgress?: (arrived: number) => void;
}

/** Notes the moment at which the pretend Facebook has made each post. */
export function watchPage(facebook: FacebookSandbox, arrivals: Map<string, Arrival>): void {
  facebook.on("acted", (entry) => {
    if (entry.did.kind !== "created") return;
    const token = /zq\d+z/.exec(entry.message ?? "")?.[0];
    const arrival = token === undefined ? undefined : arrivals.get(token);
    if (!arrival) return;
    if (arrival.actedAt === undefined) arrival.actedAt = performance.now();
    else arrival.doubled += 1;
  });
}

let count = 0;

/**
 * Lets items arrive at an even pace, pushed and polled in turn, one place after the other. What is polled counts from
 * the moment it stands on the portal, what is pushed from the moment the request leaves.
 */
export async function letArrive(
  places: Place[],
  arrivals: Map<string, Arrival>,
  options: ArrivalOptions,
): Promise<{ refused: number }> {
  const total = options.perSecond * options.seconds;
  const startedAt = performance.now();
  const pushes: Promise<boolean>[] = [];
  for (let index = 0; index < total; index += 1) {
    await sleep(Math.max(0, startedAt + (index * 1000) / options.perSecond - performance.now()));
    const place = places[Math.floor(index / 2) % places.length];
    if (!place) break;
    const way: Way = index % 2 === 0 ? "pushed" : "polled";
    count += 1;
    const token = `zq${count}z`;
    const visibleAt = performance.now();
    arrivals.set(token, { way, pageId: place.pageId, token, visibleAt, doubled: 0 });
    if (way === "pushed") pushes.push(push(options.origin, place, token).catch(noAnswer));
    else place.portal.publish(draft(token));
    if (index % (options.perSecond * 10) === 0) options.onProgress?.(index);
  }
  const accepted = await Promise.all(pushes);
  return { refused: accepted.filter((isAccepted) => !isAccepted).length };
}

function noAnswer(error: Error): boolean {
  console.error(`a push got no answer: ${error.cause ?? error}`);
  return false;
}

function draft(token: string) {
  return {
    kind: "offer" as const,
    title: `Magazziniere a Cantù ${token}`,
    text: "Azienda di logistica cerca magazziniere con patentino per il muletto. Orario a giornata.",
    place: "Cantù",
    contract: "Tempo determinato 6 mesi",
  };
}

async function push(origin: string, place: Place, token: string): Promise<boolean> {
  const { title, text, kind } = draft(token);
  const item = { id: token, title, text, kind, link: `https://portale.example/${token}` };
  const answer = await pushItem(origin, place, item);
  if (!answer.isOk) console.error(`a push was answered ${answer.status}: ${answer.text.slice(0, 200)}`);
  return answer.isOk;
}

/** Waits until every item stands on its Page, or for as long as given. */
export async function untilAllActed(arrivals: Map<string, Arrival>, forMs: number): Promise<void> {
  const until = performance.now() + forMs;
  while (performance.now() < until) {
    if ([...arrivals.values()].every((arrival) => arrival.actedAt !== undefined)) return;
    await sleep(50);
  }
}
