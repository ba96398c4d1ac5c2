import { parseArgs } from "node:util";
import { runKills } from "./faults/run-kills.ts";
import {
  allNetworkFaults,
  type CaseResult,
  patterns,
  runNetworkFaults,
} from "./faults/run-network-faults.ts";
import { printFigures, printTable } from "./print.ts";
import type { Engine } from "./stage/database-server.ts";
import { openStage } from "./stage/stage.ts";

/**
 * Exactly once, proved: every fault of the network and every death of a process, on both databases, against the truth
 * log of the pretend Facebook. All pauses of publishing are divided by `hurry`, which keeps their proportions.
 *
 * npm run bench:faults -- [--engine embedded|postgres] [--only network|kills] [--quick]
 */
const { values } = parseArgs({
  options: {
    engine: { type: "string" },
    only: { type: "string" },
    quick: { type: "boolean", default: false },
    mode: { type: "string" },
  },
});

const hurry = 100;
const engines: Engine[] = values.engine ? [values.engine as Engine] : ["embedded", "postgres"];
const results: (CaseResult & { engine: Engine })[] = [];
const startedAt = performance.now();

for (const engine of engines) {
  const stage = await openStage(engine, { hurry });
  const report = (result: CaseResult) => {
    results.push({ ...result, engine });
    const { planned, published, doubled, lost } = result.tally;
    const byHand =
      result.byHand.length > 0 ? `, by hand ${result.byHand.length} (${[...new Set(result.byHand)]})` : "";
    console.log(
      `${engine}: ${result.case}: ${published}/${planned}, doubled ${doubled}, lost ${lost}${byHand}`,
    );
  };
  try {
    if (values.only !== "kills") {
      const faults = allNetworkFaults.filter((fault) => !values.mode || fault.mode === values.mode);
      const chosen = values.quick ? patterns.slice(0, 1) : patterns;
      await runNetworkFaults(stage, { faults, patterns: chosen }, report);
    }
    if (values.only !== "network") await runKills(stage, values.quick ? [2] : [1, 4, 9], report);
  } finally {
    await stage.close();
  }
}

const rows = results.map((result) => ({
  engine: result.engine,
  case: result.case,
  planned: result.tally.planned,
  published: result.tally.published,
  doubled: result.tally.doubled,
  lost: result.tally.lost,
  unsettled: result.tally.stopped.length,
  "by hand": result.byHand.length,
}));
console.log();
printTable(rows);
const sum = (name: "doubled" | "lost" | "unsettled" | "planned") =>
  rows.reduce((total, row) => total + row[name], 0);
const seconds = Math.round((performance.now() - startedAt) / 1000);
console.log(`\n${rows.length} cases, ${sum("planned")} publications, ${seconds} s`);
printFigures({
  doubled: sum("doubled"),
  lost: sum("lost"),
  cases: rows.length,
  publications: sum("planned"),
  unsettled: sum("unsettled"),
  seconds,
});
if (sum("doubled") + sum("lost") > 0) process.exitCode = 1;
