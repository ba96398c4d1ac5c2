import { setTimeout as sleep } from "node:timers/promises";
import { startFacebook } from "../../sandbox/facebook/index.ts";
import { readConfig } from "../../src/config.ts";
import { openInstallation } from "../../src/installation.ts";
import { type Arrival, letArrive, untilAllActed, watchPage } from "../latency/arrivals.ts";
import { buildTown, type Place } from "../latency/town.ts";
import { type DatabaseServer, openServer } from "../stage/database-server.ts";
import { type Served, startServe } from "../stage/serve.ts";
import { environmentOf } from "../stage/stage.ts";
import { type Memory, memoryOf } from "./memory.ts";

export interface ProductFootprint {
  /** Nothing there yet: with initdb and all tables. */
  firstStartMs: number;
  restartMs: number;
  idle: Together;
  load: Together;
  /** Items that arrived under load, and how many of them did not reach their Page. */
  items: number;
  lost: number;
}

export interface Together {
  node: Memory;
  database: Memory;
  bothPssMb: number;
  databaseProcesses: number;
}

const idleSeconds = 20;
const loadSeconds = 30;
const perSecond = 10;
const sources = 10;
const everySeconds = 5;
const restarts = 3;

/** One `bacheca serve` on the embedded database, alone with it: nobody else is connected while it is measured. */
export async function measureProduct(tell: (what: string) => void): Promise<ProductFootprint> {
  const server = await openServer("embedded");
  const facebook = await startFacebook({ scrape: false });
  // As in production: no setting of the bench but where things are.
  const { BACHECA_SWEEP_MS: _, ...environment } = environmentOf(server, 1);
  let places: Place[] = [];
  try {
    tell("first start");
    const first = await startServe(environment);
    await first.stop();
    tell("restarts");
    const restartMs = await middleRestart(environment);
    places = await settle(server, environment, facebook);
    const served = await startServe(environment);
    try {
      tell(`idle for ${idleSeconds} s`);
      await sleep(idleSeconds * 1000);
      const idle = together(served, server);
      tell(`${perSecond} items a second for ${loadSeconds} s`);
      const arrivals = new Map<string, Arrival>();
      watchPage(facebook, arrivals);
      const load = await underLoad(served, server, places, arrivals);
      const lost = [...arrivals.values()].filter((arrival) => arrival.actedAt === undefined).length;
      return { firstStartMs: first.readyMs, restartMs, idle, load, items: arrivals.size, lost };
    } finally {
      await served.stop();
    }
  } finally {
    await Promise.all(places.map((place) => place.portal.close()));
    await facebook.close();
    await server.close();
  }
}

async function middleRestart(environment: Record<string, string>): Promise<number> {
  const took: number[] = [];
  for (let index = 0; index < restarts; index += 1) {
    const served = await startServe(environment);
    took.push(served.readyMs);
    await served.stop();
  }
  return took.toSorted((a, b) => a - b)[Math.floor(restarts / 2)] ?? 0;
}

/** Authorities, sources and Pages, written before the measured process starts. */
async function settle(
  server: DatabaseServer,
  environment: Record<string, string>,
  facebook: Awaited<ReturnType<typeof startFacebook>>,
): Promise<Place[]> {
  const installation = await openInstallation(readConfig(environment));
  try {
    const queue = await installation.queue();
    const stage = { server, facebook, installation, queue, environment, close: async () => {} };
    return await buildTown(stage, sources, everySeconds);
  } finally {
    await installation.close();
  }
}

/** The largest sum seen, looked at every second. */
async function underLoad(
  served: Served,
  server: DatabaseServer,
  places: Place[],
  arrivals: Map<string, Arrival>,
): Promise<Together> {
  let most = together(served, server);
  const looking = setInterval(() => {
    const now = together(served, server);
    if (now.bothPssMb > most.bothPssMb) most = now;
  }, 1000);
  try {
    await letArrive(places, arrivals, { perSecond, seconds: loadSeconds, origin: served.origin });
    await untilAllActed(arrivals, 20_000);
  } finally {
    clearInterval(looking);
  }
  return most;
}

function together(served: Served, server: DatabaseServer): Together {
  const pids = server.pids();
  const node = memoryOf([served.pid]);
  const database = memoryOf(pids);
  const bothPssMb = Math.round((node.pssMb + database.pssMb) * 10) / 10;
  return { node, database, bothPssMb, databaseProcesses: pids.length };
}
