import { parseArgs } from "node:util";
import { callbackAddress } from "../src/conversing/callback-address.ts";
import { distribution } from "./distribution.ts";
import { insertBare } from "./inbox/bare-insert.ts";
import { openDeskEye, type Watched } from "./inbox/desk-eye.ts";
import { countKept, signIn, untilHandled, watchMemory } from "./inbox/product-side.ts";
import { ownSets, readOwnSet } from "./moderation/own-sets.ts";
import { printFigures, printTable } from "./print.ts";
import type { Engine } from "./stage/database-server.ts";
import { type Served, startServe } from "./stage/serve.ts";
import { openStage } from "./stage/stage.ts";
import { type Delivered, deliver } from "./webhooks/deliver.ts";
import { inventHappenings } from "./webhooks/happenings.ts";
import { type Packing, type Parcel, pack } from "./webhooks/parcels.ts";
import { buildPlaces, type Place } from "./webhooks/places.ts";

/**
 * A year of comments and messages in one run, 76,000 unless told otherwise, against one `bacheca serve` with the settings
 * of production, which stores, sorts and judges each and gives notices. First most of them as fast as the answers come:
 * events a second until all stand in the Inbox, beside the same parcels written down and nothing else (the bound).
 * Then the rest at a steady rate: how long until one of them can be read at the desk. 5 % are delivered twice.
 *
 * npm run bench:inbox -- [--events 76000] [--calm 12000] [--calm-per-second 100] [--pages 10]
 *   [--engine embedded|postgres]
 */
const { values } = parseArgs({
  options: {
    events: { type: "string", default: "76000" },
    calm: { type: "string", default: "12000" },
    "calm-per-second": { type: "string", default: "100" },
    pages: { type: "string", default: "10" },
    engine: { type: "string", default: "embedded" },
  },
});

const total = Number(values.events);
const calm = Number(values.calm);
const calmPerSecond = Number(values["calm-per-second"]);
/** POSTs without an answer at once; the bound has as many commits under way. */
const atOnce = 16;
/** One in so many is watched until it can be read. */
const watchedEvery = 10;
const duplicates = 0.05;

const stage = await openStage(values.engine as Engine, { hurry: 1 });
try {
  report(await run(await buildPlaces(stage, Number(values.pages))));
} finally {
  await stage.close();
}

type Part = Awaited<ReturnType<typeof send>>;

interface Seen {
  flood: Part;
  calm: Part;
  barePerSecond: number;
  memoryMb: number;
  kept: { events: number; messages: number; doubled: number; lost: number };
}

async function run(places: Place[]): Promise<Seen> {
  const { db } = stage.installation.database;
  const texts = ownSets.flatMap(({ name }) => readOwnSet(name).map(({ text }) => text));
  const pageIds = places.map(({ pageId }) => pageId);
  const happenings = inventHappenings(pageIds, total, texts);
  const packing: Packing = {
    ...{ appSecret: stage.facebook.seed.app.secret, repeated: duplicates },
    ...{ batched: 0.2, batchSize: 20 },
  };
  const parcels = pack(happenings.slice(0, total - calm), packing);
  console.log("… written down and nothing else");
  const barePerSecond = await insertBare(db, parcels, atOnce);
  const { BACHECA_SWEEP_MS: _, ...environment } = stage.environment;
  const served = await startServe(environment);
  const memory = watchMemory(() => [served.pid, ...stage.server.pids()]);
  try {
    const at = { places, served, headers: await signIn(db, places) };
    console.log("… as fast as the answers come");
    const flood = await send(parcels, { eventsPerSecond: Number.POSITIVE_INFINITY, atOnce }, at);
    console.log(`… ${calmPerSecond} a second`);
    const rest = pack(happenings.slice(total - calm), { ...packing, batched: 0 });
    const steady = await send(rest, { eventsPerSecond: calmPerSecond }, at);
    const acknowledged = new Set([...flood.delivered.acknowledged, ...steady.delivered.acknowledged]);
    const kept = await countKept(db, acknowledged);
    return { flood, calm: steady, barePerSecond, memoryMb: memory.most(), kept };
  } finally {
    memory.stop();
    await served.stop();
  }
}

async function send(
  parcels: readonly Parcel[],
  pace: { eventsPerSecond: number; atOnce?: number },
  { places, served, headers }: { places: Place[]; served: Served; headers: { cookie: string } },
) {
  const { db } = stage.installation.database;
  const unseen: Watched[] = [];
  const known = new Set<string>();
  const eye = openDeskEye(db, unseen, { address: `${served.origin}/desk/inbox`, headers });
  const authorityOf = new Map(places.map((place) => [place.pageId, place.authorityId]));
  const events = parcels.reduce((sum, { ids }) => sum + ids.length, 0);
  const startedAt = performance.now();
  const delivered = await deliver(
    parcels,
    (pageId) =>
      callbackAddress(served.origin, {
        authorityId: authorityOf.get(pageId) ?? "",
        channel: "facebook-page",
      }),
    {
      ...pace,
      onProgress: (sent) => console.log(`${sent} of ${events} events sent`),
      onSend({ ids, pageId }, sentAt) {
        const account = { authorityId: authorityOf.get(pageId) ?? "", accountId: `p${pageId}` };
        for (const id of ids) {
          // A second delivery is no second event.
          if (known.has(id)) continue;
          known.add(id);
          if (known.size % watchedEvery === 0) unseen.push({ ...account, id, sentAt });
        }
      },
    },
  );
  await untilHandled(db);
  const seconds = (performance.now() - startedAt) / 1000;
  await eye.close();
  return { events: known.size, delivered, seconds, perSecond: known.size / seconds, eye };
}

function report({ flood, calm: steady, barePerSecond, memoryMb, kept }: Seen): void {
  console.log();
  printTable([rowOf("as fast as answered", flood), rowOf(`${calmPerSecond} a second`, steady)]);
  console.log("\nKept");
  printTable([kept]);
  const ratio = flood.perSecond / barePerSecond;
  console.log("\nBeside the same written down and nothing else");
  printTable([
    {
      "events/s until all stand in the Inbox": Math.round(flood.perSecond),
      "bare insert/s": Math.round(barePerSecond),
      ratio: ratio.toFixed(2),
      "memory at most, MB": memoryMb,
    },
  ]);
  console.log();
  printFigures({
    events: total,
    eventsPerSecond: Math.round(flood.perSecond),
    ackP95Ms: distribution([...flood.delivered.tookMs, ...steady.delivered.tookMs]).p95,
    calmAckP95Ms: distribution(steady.delivered.tookMs).p95,
    visibleP95Ms: distribution(steady.eye.visibleMs).p95,
    floodVisibleP95Ms: distribution(flood.eye.visibleMs).p95,
    inboxPageP95Ms: distribution([...flood.eye.pageMs, ...steady.eye.pageMs]).p95,
    lost: kept.lost,
    doubled: kept.doubled,
    refused: sum(flood.delivered.refused) + sum(steady.delivered.refused),
    memoryMb,
    barePerSecond: Math.round(barePerSecond),
    ratioToBareInsert: Number(ratio.toFixed(3)),
  });
  if (kept.lost + kept.doubled > 0) process.exitCode = 1;
}

function rowOf(pace: string, { events, delivered, seconds, perSecond, eye }: Part) {
  const answered = distribution(delivered.tookMs);
  const visible = distribution(eye.visibleMs);
  const page = distribution(eye.pageMs);
  return {
    ...{ pace, events, "s until all stand there": seconds.toFixed(1), "events/s": Math.round(perSecond) },
    ...{ "answered p50 ms": answered.p50, p95: answered.p95, max: answered.max },
    ...{ "at the desk p50 ms": visible.p50, "p95 ": visible.p95 },
    ...{ "Inbox page p50 ms": page.p50, " p95": page.p95, "otherwise answered": sum(delivered.refused) },
  };
}

function sum(counts: Delivered["refused"]): number {
  return [...counts.values()].reduce((all, count) => all + count, 0);
}
