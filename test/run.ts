// `npm test`: types, lint and every suite, in the order in which they tell most for least time. All are run even after
// a failure, so that one run shows everything there is to mend. `npm test -- pages types` runs only these.
import process from "node:process";
import { runCheck, runSuite } from "./runner/run-step.ts";
import { suites } from "./runner/suites.ts";
import { closingLine, gathered, sum, type Tally } from "./runner/tally.ts";

const steps: { name: string; heading: string; run: () => Promise<Tally> }[] = [
  { name: "types", heading: "Types", run: () => runCheck("tsc", "-p", ".") },
  { name: "lint", heading: "Lint and format", run: () => runCheck("biome", "check", ".") },
  ...suites().map((suite) => ({ name: suite.name, heading: suite.heading, run: () => runSuite(suite) })),
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `no step called ${unknown.join(", ")}; there are: ${steps.map((step) => step.name).join(", ")}`,
  );
  process.exit(2);
}

const begun = performance.now();
const tallies: (Tally & { heading: string; seconds: number })[] = [];
for (const step of steps) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue;
  console.log(`\n=== ${step.heading} ===`);
  const stepBegun = performance.now();
  const tally = await step.run();
  tallies.push({ ...tally, heading: step.heading, seconds: (performance.now() - stepBegun) / 1000 });
}

const total = sum(tallies);
console.log(`\n=== In all, ${((performance.now() - begun) / 1000).toFixed(0)} s ===`);
for (const { heading, seconds, ...tally } of tallies) {
  console.log(
    `${tally.failed > 0 ? "FAILED" : "ok    "}  ${heading} (${seconds.toFixed(1)} s): ${closingLine(tally)}`,
  );
}
if (total.skipped.length > 0) console.log(`\nNot run:\n${gathered(total.skipped).join("\n")}`);
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
