import { parseArgs } from "node:util";
import { callbackAddress } from "../src/conversing/callback-address.ts";
import { type Distribution, distribution } from "./distribution.ts";
import { printFigures, printTable } from "./print.ts";
import type { Engine } from "./stage/database-server.ts";
import { startServe } from "./stage/serve.ts";
import { openStage, type Stage, untilSettled } from "./stage/stage.ts";
import { tally } from "./stage/tally.ts";
import { type Delivered, deliver } from "./webhooks/deliver.ts";
import { inventHappenings } from "./webhooks/happenings.ts";
import { pack } from "./webhooks/parcels.ts";
import { buildPlaces, type Place, pushMeanwhile } from "./webhooks/places.ts";

/**
 * People write faster than ever: 20,000 events, of which 1,000 are second deliveries, at a steady 500 a second, signed as
 * Facebook signs them, most alone in their POST and some in batches, against one `bacheca serve` with the settings of
 * production, which publishes what portals push meanwhile. Promised: no event that was answered 200 is missing, none is
 * there twice, p95 of the answers below 50 ms.
 *
 * npm run bench:webhooks -- [--events 20000] [--per-second 500] [--pages 10] [--push-per-second 5]
 *   [--engine embedded|postgres]
 */
const { values } = parseArgs({
  options: {
    events: { type: "string", default: "20000" },
    "per-second": { type: "string", default: "500" },
    pages: { type: "string", default: "10" },
    "push-per-second": { type: "string", default: "5" },
    engine: { type: "string", default: "embedded" },
  },
});

const total = Number(values.events);
const perSecond = Number(values["per-second"]);
const pushPerSecond = Number(values["push-per-second"]);
/** Of all that is sent. */
const duplicates = 0.05;
const promisedP95Ms = 50;
const stillMs = 20_000;
const warmUpEvents = perSecond * 2;

const stage = await openStage(values.engine as Engine, { hurry: 1 });
let seen: Seen;
try {
  const places = await buildPlaces(stage, Number(values.pages));
  const { BACHECA_SWEEP_MS: _, ...environment } = stage.environment;
  const served = await startServe(environment);
  try {
    seen = await run(places, served.origin);
  } finally {
    await served.stop();
  }
} finally {
  await stage.close();
}

report(seen);

interface Seen {
  requests: number;
  sent: number;
  delivered: Delivered;
  stored: Stored;
  publishing: Publishing;
}

async function run(places: Place[], origin: string): Promise<Seen> {
  const distinct = Math.round(total * (1 - duplicates));
  const happenings = inventHappenings(
    places.map(({ pageId }) => pageId),
    warmUpEvents + distinct,
  );
  const appSecret = stage.facebook.seed.app.secret;
  const packing = { appSecret, repeated: duplicates / (1 - duplicates), batched: 0.2, batchSize: 20 };
  const warmUp = pack(happenings.slice(0, warmUpEvents), { ...packing, repeated: 0 });
  const parcels = pack(happenings.slice(warmUpEvents), packing);
  const authorityOf = new Map(places.map((place) => [place.pageId, place.authorityId]));
  const addressOf = (pageId: string) =>
    callbackAddress(origin, { authorityId: authorityOf.get(pageId) ?? "", channel: "facebook-page" });
  await deliver(warmUp, addressOf, { eventsPerSecond: perSecond, onProgress: () => {} });
  await stage.installation.database.db.deleteFrom("event").execute();

  const enough = new AbortController();
  const pushing = pushMeanwhile(origin, places, pushPerSecond, enough.signal);
  const sent = parcels.reduce((sum, { ids }) => sum + ids.length, 0);
  const delivered = await deliver(parcels, addressOf, {
    eventsPerSecond: perSecond,
    onProgress: (events) => console.log(`${events} of ${sent} events sent`),
  });
  enough.abort();
  const pushed = await pushing;
  for (const place of places) await untilSettled(stage, place, stillMs);
  const [stored, publishing] = [await readStored(stage), await judge(stage, places, pushed)];
  return { requests: parcels.length, sent, delivered, stored, publishing };
}

interface Stored {
  rows: number;
  ids: Set<string>;
}

async function readStored({ installation }: Stage): Promise<Stored> {
  const rows = await installation.database.db.selectFrom("event").select("reading").execute();
  const ids = rows.map(({ reading }) => {
    const { commentId, messageId } = reading as { commentId?: string; messageId?: string };
    return commentId ?? messageId ?? "";
  });
  return { rows: rows.length, ids: new Set(ids) };
}

interface Publishing {
  pushed: number;
  published: number;
  doubled: number;
  lost: number;
}

/** What the pretend Facebook says of the publications; an accepted push without one is lost as well. */
async function judge(stage: Stage, places: Place[], pushed: number): Promise<Publishing> {
  const all = await Promise.all(places.map((place) => tally(stage, place)));
  const sum = (read: (one: (typeof all)[number]) => number) =>
    all.reduce((total, one) => total + read(one), 0);
  const missing = Math.max(pushed - sum((one) => one.planned), 0);
  const published = sum((one) => one.published);
  const lost = sum((one) => one.lost + one.stopped.length) + missing;
  return { pushed, published, doubled: sum((one) => one.doubled), lost };
}

function report({ requests, sent, delivered, stored, publishing }: Seen): void {
  const took = distribution(delivered.tookMs);
  const events = {
    sent,
    requests,
    stored: stored.rows,
    duplicates: sent - delivered.acknowledged.size,
    lost: [...delivered.acknowledged].filter((id) => !stored.ids.has(id)).length,
    doubled: stored.rows - stored.ids.size,
    rate: Math.round(sent / delivered.seconds),
  };
  print(events, took, delivered.refused, publishing);
  printFigures({
    ...events,
    ackP50Ms: took.p50,
    ackP95Ms: took.p95,
    ackP99Ms: took.p99,
    ackMaxMs: took.max,
    published: publishing.published,
    publicationsDoubled: publishing.doubled,
    publicationsLost: publishing.lost,
  });
  if (events.lost + events.doubled + publishing.lost + publishing.doubled > 0) process.exitCode = 1;
}

function print(
  events: Record<string, number>,
  { p50, p95, p99, max }: Distribution,
  refused: Delivered["refused"],
  publishing: Publishing,
): void {
  const promise = p95 < promisedP95Ms ? "kept" : "MISSED";
  const otherwise = [...refused].map(([what, count]) => `${count} × ${what}`).join(", ");
  console.log("\nEvents");
  printTable([{ ...events }]);
  console.log("\nUntil they were answered, milliseconds");
  printTable([{ p50, p95, p99, max, "promised p95": promisedP95Ms, promise }]);
  console.log(`answered otherwise than 200: ${otherwise || "none"}`);
  console.log("\nPublished meanwhile");
  printTable([{ ...publishing }]);
  console.log();
}
