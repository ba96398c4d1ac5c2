import { parseArgs } from "node:util";
import { measureFreshClone } from "./footprint/fresh-clone.ts";
import { installedSize } from "./footprint/installed-size.ts";
import { measureProduct, type Together } from "./footprint/measure-product.ts";
import { printFigures, printTable } from "./print.ts";

/**
 * What the product takes: memory of `bacheca serve` with its embedded database, idle after 20 s and under 10 items a
 * second; start until ready, the first with a new database and later ones; size on disk; time from a fresh clone to the
 * first post on the wall. Promised: under 150 MB with the database. Linux only (reads /proc). Removes what it made.
 *
 * npm run bench:footprint -- [--without-clone]
 */
const { values } = parseArgs({ options: { "without-clone": { type: "boolean", default: false } } });

const promisedMb = 150;
const tell = (what: string) => console.log(`… ${what}`);

const product = await measureProduct(tell);
const size = installedSize();
const fresh = values["without-clone"] ? undefined : await measureFreshClone(tell);

const memoryRow = (when: string, { node, database, bothPssMb, databaseProcesses }: Together) => ({
  memory: when,
  "node MB": node.pssMb,
  "database MB": database.pssMb,
  "together MB": bothPssMb,
  processes: databaseProcesses + 1,
  "promised MB": promisedMb,
  promise: bothPssMb < promisedMb ? "kept" : "MISSED",
});
console.log("\nProportional memory (PSS), 10^6 bytes");
printTable([memoryRow("idle, after 20 s", product.idle), memoryRow("10 items/s, most", product.load)]);
console.log();
const seconds = (ms: number) => (ms / 1000).toFixed(2);
printTable([
  { "start until ready": "first, with a new database", s: seconds(product.firstStartMs) },
  { "start until ready": "later", s: seconds(product.restartMs) },
  ...(fresh
    ? [
        { "start until ready": "fresh clone: npm start told its addresses", s: seconds(fresh.readyMs) },
        { "start until ready": "fresh clone: git clone to the first post", s: seconds(fresh.firstPostMs) },
      ]
    : []),
]);
console.log();
printTable([
  { "on disk": "production dependencies, database included", MB: size.productionMb },
  { "on disk": "all dependencies", MB: size.allMb },
  { "on disk": "Node 24", MB: size.nodeMb },
  { "on disk": "the program", MB: size.sourceMb },
]);
console.log();
printFigures({
  idleMb: product.idle.bothPssMb,
  loadMb: product.load.bothPssMb,
  promisedMb,
  idle: product.idle,
  load: product.load,
  firstStartMs: Math.round(product.firstStartMs),
  restartMs: Math.round(product.restartMs),
  ...size,
  ...(fresh
    ? { freshReadyMs: Math.round(fresh.readyMs), freshFirstPostMs: Math.round(fresh.firstPostMs) }
    : {}),
  items: product.items,
  lost: product.lost,
});
if (product.lost > 0) process.exitCode = 1;
