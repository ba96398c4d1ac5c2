import { writeFileSync } from "node:fs";
import process from "node:process";
import type { Reporter, TestModule } from "vitest/node";
import type { Tally } from "./tally.ts";

/**
 * Writes the tally of a vitest run to the file that BACHECA_TEST_TALLY names. Vitest's own JSON report leaves out
 * why a test was skipped.
 */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const file = process.env.BACHECA_TEST_TALLY;
    if (!file) return;
    const tally: Tally = { passed: 0, failed: unhandled.length, skipped: [] };
    for (const module of modules) count(module, tally);
    writeFileSync(file, JSON.stringify(tally));
  }
}

function count(module: TestModule, tally: Tally): void {
  // A file that does not load, or whose preparation fails, fails as such: its tests only appear as skipped.
  tally.failed += module.errors().length;
  for (const suite of module.children.allSuites()) tally.failed += suite.errors().length;
  for (const test of module.children.allTests()) {
    const result = test.result();
    if (result.state === "passed") tally.passed += 1;
    else if (result.state === "failed") tally.failed += 1;
    else
      tally.skipped.push(
        skipped(module, test.fullName, result.state === "skipped" ? result.note : undefined),
      );
  }
}

function skipped(module: TestModule, title: string, reason: string | undefined): string {
  return `${module.relativeModuleId}: ${title}${reason ? ` (${reason})` : ""}`;
}
