import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { distribution } from "./distribution.ts";
import { type Arrival, letArrive, untilAllActed, type Way, watchPage } from "./latency/arrivals.ts";
import { buildTown } from "./latency/town.ts";
import { printFigures, printTable } from "./print.ts";
import type { Engine } from "./stage/database-server.ts";
import { startServe } from "./stage/serve.ts";
import { openStage } from "./stage/stage.ts";

/**
 * From the portal to the Page: 50 authorities, each with a source that is polled, a key to push with and a Page, on one
 * `bacheca serve` with the settings of production; 10 items a second arrive in all, pushed and polled in turn. What is
 * measured ends when the pretend Facebook has made the post. Promised: pushed p95 at most 1 s, polled p95 at most the
 * interval and 1 s.
 *
 * npm run bench:latency -- [--seconds 60] [--per-second 10] [--sources 50] [--every 2] [--engine embedded|postgres]
 */
const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    "per-second": { type: "string", default: "10" },
    sources: { type: "string", default: "50" },
    every: { type: "string", default: "2" },
    engine: { type: "string", default: "embedded" },
  },
});

const seconds = Number(values.seconds);
const perSecond = Number(values["per-second"]);
const everySeconds = Number(values.every);
const warmUpSeconds = 5;
const promisedBeyondMs = 1000;
const patienceMs = 20_000;

const arrivals = new Map<string, Arrival>();
const stage = await openStage(values.engine as Engine, { hurry: 1 });
let refused = 0;
try {
  const places = await buildTown(stage, Number(values.sources), everySeconds);
  const { BACHECA_SWEEP_MS: _, ...environment } = stage.environment;
  const served = await startServe(environment);
  try {
    // The first look records the archive; only then is an item news.
    await sleep(everySeconds * 1000 + 3000);
    const { origin } = served;
    watchPage(stage.facebook, arrivals);
    await letArrive(places, arrivals, { perSecond, seconds: warmUpSeconds, origin });
    await untilAllActed(arrivals, patienceMs);
    arrivals.clear();
    const onProgress = (arrived: number) => console.log(`${arrived} of ${perSecond * seconds} items arrived`);
    ({ refused } = await letArrive(places, arrivals, { perSecond, seconds, origin, onProgress }));
    await untilAllActed(arrivals, patienceMs);
  } finally {
    await served.stop();
    await Promise.all(places.map((place) => place.portal.close()));
  }
} finally {
  await stage.close();
}

const all = [...arrivals.values()];
const took = (way: Way) =>
  distribution(
    all.flatMap(({ way: own, actedAt, visibleAt }) =>
      own === way && actedAt !== undefined ? [actedAt - visibleAt] : [],
    ),
  );
const pushed = took("pushed");
const polled = took("polled");
const polledIntervalMs = everySeconds * 1000;
const promised = { pushed: promisedBeyondMs, polled: polledIntervalMs + promisedBeyondMs };
const never = all.filter((arrival) => arrival.actedAt === undefined).length;
const doubled = all.reduce((sum, arrival) => sum + arrival.doubled, 0);

console.log();
printTable(
  (["pushed", "polled"] as const).map((way) => {
    const { count, p50, p95, p99, max } = way === "pushed" ? pushed : polled;
    const verdict = p95 <= promised[way] ? "kept" : "MISSED";
    return {
      way,
      items: count,
      "p50 ms": p50,
      "p95 ms": p95,
      "p99 ms": p99,
      "max ms": max,
      "promised p95": promised[way],
      promise: verdict,
    };
  }),
);
console.log(
  `\n${all.length} items over ${seconds} s, ${values.sources} sources every ${everySeconds} s; never on the Page ${never}, doubled ${doubled}`,
);
printFigures({
  pushedP95Ms: pushed.p95,
  polledP95Ms: polled.p95,
  polledIntervalMs,
  items: all.length,
  pushed,
  polled,
  lost: never,
  doubled,
  refused,
});
if (never + doubled + refused > 0) process.exitCode = 1;
