import { parseArgs } from "node:util";
import { printFigures, printTable } from "./print.ts";
import type { Engine } from "./stage/database-server.ts";
import { startRemoteFacebook } from "./stage/remote-facebook.ts";
import { type BareReport, startBareLoop } from "./throughput/run-bare.ts";
import { openPlant, type Plant, type ProductReport, runProduct } from "./throughput/run-product.ts";

/**
 * Durable publications a second: 2,000 over 20 Pages, and 2,000 on one Page, through the product's worker processes
 * with fsync on (each claimed in a committed row before its call and settled after it), beside a bare loop that sends
 * the same posts through the same HTTP client to the same Facebook and remembers nothing. Rounds are interleaved; of
 * each way the median counts. Ratios are to the bare loop of the same load.
 *
 * npm run bench:throughput -- [--publications 2000] [--rounds 3] [--engine embedded|postgres] [--workers 1,2,4]
 */
const { values } = parseArgs({
  options: {
    publications: { type: "string", default: "2000" },
    rounds: { type: "string", default: "3" },
    engine: { type: "string" },
    workers: { type: "string", default: "1,2,4" },
    pages: { type: "string", default: "20,1" },
  },
});

interface Way {
  name: string;
  pages: number;
  /** Absent: the bare loop. */
  plant?: Plant;
  workers: number;
}

interface Result {
  perSecond: number;
  processorMsEach: number;
  databaseMsEach: number;
  commitsEach: number;
  doubled: number;
  lost: number;
}

const publications = Number(values.publications);
const rounds = Number(values.rounds);
const engines: Engine[] = values.engine ? [values.engine as Engine] : ["embedded", "postgres"];
const workerCounts = values.workers.split(",").map(Number);

const facebook = await startRemoteFacebook();
const bare = startBareLoop();
const plants: Plant[] = [];
const results = new Map<Way, Result[]>();
try {
  for (const engine of engines) plants.push(await openPlant(engine, facebook));
  const ways = waysOf(plants);
  // The first run of each process pays for compiling; it does not count.
  await bare.run(facebook, 20, 10);
  for (let round = 1; round <= rounds; round += 1) {
    for (const way of ways) {
      const result = await runOnce(way);
      results.set(way, [...(results.get(way) ?? []), result]);
      console.log(`round ${round}, ${way.pages} Pages, ${way.name}: ${Math.round(result.perSecond)}/s`);
    }
  }
} finally {
  bare.close();
  for (const plant of plants) await plant.close();
  await facebook.close();
}
report();

function waysOf(all: Plant[]): Way[] {
  return values.pages.split(",").flatMap((text) => {
    const pages = Number(text);
    // One Page is one line, and one line is one worker's at a time.
    const counts = pages === 1 ? workerCounts.slice(0, 1) : workerCounts;
    const product = all.flatMap((plant) =>
      counts.map((workers) => ({ name: `${plant.engine}, ${workers} workers`, pages, plant, workers })),
    );
    return [{ name: "bare loop", pages, workers: 1 }, ...product];
  });
}

async function runOnce({ plant, workers, pages }: Way): Promise<Result> {
  const perPage = Math.ceil(publications / pages);
  const total = perPage * pages;
  if (!plant) {
    await facebook.forget();
    return ofBare(await bare.run(facebook, pages, perPage), total);
  }
  return ofProduct(await runProduct(plant, { workers, pages, perPage }), total);
}

function ofBare({ tookMs, processorMs }: BareReport, total: number): Result {
  const nothing = { databaseMsEach: 0, commitsEach: 0, doubled: 0, lost: 0 };
  return { perSecond: (total * 1000) / tookMs, processorMsEach: processorMs / total, ...nothing };
}

function ofProduct(report: ProductReport, total: number): Result {
  return {
    perSecond: (total * 1000) / report.tookMs,
    processorMsEach: report.workerMs / total,
    databaseMsEach: report.databaseMs / total,
    commitsEach: report.commits / total,
    doubled: report.doubled,
    lost: report.lost,
  };
}

function report(): void {
  const medians = [...results].map(([way, all]) => ({ way, ...medianOf(all) }));
  const rows = medians.map((one) => {
    const bound = medians.find((other) => !other.way.plant && other.way.pages === one.way.pages);
    return { ...one, ratio: one.perSecond / (bound?.perSecond ?? one.perSecond) };
  });
  console.log();
  printTable(
    rows.map(({ way, ...one }) => ({
      Pages: way.pages,
      way: way.name,
      "per s": Math.round(one.perSecond),
      "of bare loop": one.ratio.toFixed(2),
      "worker ms each": one.processorMsEach.toFixed(2),
      "database ms each": one.databaseMsEach.toFixed(2),
      "commits each": one.commitsEach.toFixed(2),
      doubled: one.doubled,
      lost: one.lost,
    })),
  );
  const doubled = rows.reduce((sum, row) => sum + row.doubled, 0);
  const lost = rows.reduce((sum, row) => sum + row.lost, 0);
  console.log(`\n${publications} publications a run, ${rounds} rounds interleaved, median`);
  printFigures({
    publications,
    rounds,
    doubled,
    lost,
    runs: rows.map(({ way, perSecond, ratio, commitsEach }) => ({
      way: way.name,
      pages: way.pages,
      perSecond: Math.round(perSecond),
      ratioToBareLoop: Number(ratio.toFixed(3)),
      commitsEach: Number(commitsEach.toFixed(2)),
    })),
  });
  if (doubled + lost > 0) process.exitCode = 1;
}

/** Of speeds the median round; of doubled and lost the sum of all rounds. */
function medianOf(all: Result[]): Result {
  const middle = all.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(all.length / 2)];
  if (!middle) throw new Error("no round was run");
  const sum = (name: "doubled" | "lost") => all.reduce((total, one) => total + one[name], 0);
  return { ...middle, doubled: sum("doubled"), lost: sum("lost") };
}
