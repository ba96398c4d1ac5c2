import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { root, type Suite } from "./suites.ts";
import { judged, type Tally } from "./tally.ts";

// No step may hold up the run for ever; each is well below this on two cores.
const stepTimeoutMs = 15 * 60_000;

/** Runs a checking program, whose output people see as it comes. It counts as one test. */
export async function runCheck(command: string, ...options: string[]): Promise<Tally> {
  const exitCode = await run(command, options, {});
  return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: [] };
}

/** Runs the files of a suite with vitest. */
export async function runSuite(suite: Suite): Promise<Tally> {
  const folder = mkdtempSync(path.join(tmpdir(), "bacheca-tally-"));
  const file = path.join(folder, "tally.json");
  try {
    const reporters = [
      "--reporter=default",
      `--reporter=${path.join(import.meta.dirname, "tally-reporter.ts")}`,
    ];
    const exitCode = await run("vitest", ["run", ...reporters, ...suite.files], { BACHECA_TEST_TALLY: file });
    return judged(readTally(file), exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A run that broke off before its end has written nothing, and so has passed nothing. */
function readTally(file: string): Tally {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Tally;
  } catch {
    return { passed: 0, failed: 0, skipped: [] };
  }
}

async function run(command: string, options: string[], env: Record<string, string>): Promise<number> {
  const program = path.join(root, "node_modules", ".bin", command);
  const child = spawn(program, options, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    timeout: stepTimeoutMs,
    env: {
      ...process.env,
      ...env,
      PATH: `${path.dirname(program)}${path.delimiter}${process.env.PATH ?? ""}`,
    },
  });
  // Whoever ends us means the whole run: the step is ended first, so that nothing of it stays behind.
  const stop = () => {
    child.once("exit", () => process.exit(143));
    child.kill("SIGTERM");
  };
  process.once("SIGTERM", stop);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code) => resolve(code ?? 1));
    });
  } finally {
    process.off("SIGTERM", stop);
  }
}
