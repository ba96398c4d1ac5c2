import { parseArgs } from "node:util";
import { openFilmProgram } from "../test/film-program.ts";
import { runAmendmentFaults } from "./faults/run-amendment-faults.ts";
import { runControl } from "./faults/run-control.ts";
import { formatPatterns, runFormatFaults } from "./faults/run-format-faults.ts";
import { runKills } from "./faults/run-kills.ts";
import {
  allNetworkFaults,
  type CaseResult,
  patterns,
  runNetworkFaults,
} from "./faults/run-network-faults.ts";
import { runSleepers, sleepersHurry } from "./faults/run-sleepers.ts";
import { printFigures, printTable } from "./print.ts";
import type { Engine } from "./stage/database-server.ts";
import { openStage, type Stage } from "./stage/stage.ts";

/**
 * Exactly once, proved: every fault of the network and every death of a process, on both databases, against the truth
 * log of the pretend Facebook. All pauses of publishing are divided by `hurry`, which keeps their proportions.
 *
 * npm run bench:faults -- [--engine embedded|postgres] [--only network|formats|amendments|kills|sleepers] [--mode lost-after] [--quick]
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

type Part = "network" | "formats" | "amendments" | "kills" | "sleepers";
const does = (part: Part) => !values.only || values.only === part;
const control = { doubled: 0, lost: 0 };
const films = await openFilmProgram();

for (const engine of engines) {
  const report = (result: CaseResult) => say(engine, result);
  const isShort = values.quick || engine !== engines[0];
  const few = isShort ? formatPatterns.slice(0, 1) : formatPatterns;
  const how = { patterns: few, mode: values.mode, clip: films.clip };
  const onePart = async (part: Part, run: (stage: Stage) => Promise<unknown>, factor = hurry) => {
    if (does(part)) await onStage(engine, factor, run);
  };
  // What is told by real time goes alone; the others mostly wait, each on a stage of its own.
  await onePart("sleepers", (stage) => runSleepers(stage, report), sleepersHurry);
  await Promise.all([
    onePart("network", async (stage) => {
      const faults = allNetworkFaults.filter((fault) => !values.mode || fault.mode === values.mode);
      await runNetworkFaults(
        stage,
        { faults, patterns: values.quick ? patterns.slice(0, 1) : patterns },
        report,
      );
      if (engine === engines[0]) Object.assign(control, await runControl(stage.facebook));
    }),
    onePart("formats", (stage) => runFormatFaults(stage, how, report)),
    onePart("amendments", (stage) => runAmendmentFaults(stage, how, report)),
    onePart("kills", (stage) =>
      runKills(stage, { occurrences: isShort ? [2] : [1, 4, 9], clip: films.clip }, report),
    ),
  ]);
}
films.remove();

function say(engine: Engine, result: CaseResult): void {
  results.push({ ...result, engine });
  const { planned, published, doubled, lost } = result.tally;
  const byHand =
    result.byHand.length > 0 ? `, by hand ${result.byHand.length} (${[...new Set(result.byHand)]})` : "";
  console.log(
    `${engine}: ${result.case}: ${published}/${planned}, doubled ${doubled}, lost ${lost}${byHand}`,
  );
}

async function onStage(
  engine: Engine,
  factor: number,
  run: (stage: Stage) => Promise<unknown>,
): Promise<void> {
  const stage = await openStage(engine, { hurry: factor });
  try {
    await run(stage);
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
  met: result.met ?? "–",
}));
console.log();
printTable(rows);
const sum = (name: "doubled" | "lost" | "unsettled" | "planned") =>
  rows.reduce((total, row) => total + row[name], 0);
const seconds = Math.round((performance.now() - startedAt) / 1000);
console.log(`\nControl, a loop that sends again: doubled ${control.doubled}, lost ${control.lost}`);
console.log(`${rows.length} cases, ${sum("planned")} publications, ${seconds} s`);
printFigures({
  doubled: sum("doubled"),
  lost: sum("lost"),
  cases: rows.length,
  publications: sum("planned"),
  unsettled: sum("unsettled"),
  unmet: rows.filter((row) => row.met === 0).length,
  controlDoubled: control.doubled,
  seconds,
});
// A control that doubles nothing means that this bench looked the wrong way.
const isControlled = control.doubled > 0 || !does("network");
if (sum("doubled") + sum("lost") + sum("unsettled") > 0 || !isControlled) process.exitCode = 1;
