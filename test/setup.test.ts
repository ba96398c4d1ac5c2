import { spawn } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { root } from "./runner/suites.ts";

let checkout: string;

beforeEach(() => {
  checkout = mkdtempSync(path.join(tmpdir(), "bacheca-setup-"));
  copyFileSync(path.join(root, "setup.mjs"), path.join(checkout, "setup.mjs"));
  mkdirSync(path.join(checkout, "tools", "node"), { recursive: true });
  writeFileSync(path.join(checkout, "package-lock.json"), "{}");
  pretendNpm(`mkdir -p node_modules && echo there > node_modules/library`);
});

afterEach(() => rmSync(checkout, { recursive: true, force: true }));

/** An npm that notes how it was called, takes a moment, and does what the test says. */
function pretendNpm(script: string): void {
  const folder = path.join(checkout, "bin");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "npm");
  writeFileSync(file, `#!/bin/sh\necho "$@" >> "${checkout}/calls"\nsleep 0.2\n${script}\n`);
  chmodSync(file, 0o755);
}

function calls(): string[] {
  const file = path.join(checkout, "calls");
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
}

function setUp(...options: string[]): Promise<{ exitCode: number | null; said: string }> {
  const child = spawn(process.execPath, ["setup.mjs", ...options], {
    cwd: checkout,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, PATH: `${path.join(checkout, "bin")}:${process.env.PATH ?? ""}` },
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve) => child.once("close", (exitCode) => resolve({ exitCode, said })));
}

describe("set-up", () => {
  test("installs once, without install scripts, and then has nothing to do", async () => {
    expect((await setUp()).exitCode).toBe(0);
    expect(await setUp()).toEqual({ exitCode: 0, said: "" });
    expect(calls()).toEqual([expect.stringContaining("ci --ignore-scripts")]);
  });

  test("installs again when the lock file has changed", async () => {
    await setUp();
    writeFileSync(path.join(checkout, "package-lock.json"), "{ }");
    await setUp();
    expect(calls()).toHaveLength(2);
  });

  test("several at once make one installation, also where a dead one left its lock", async () => {
    mkdirSync(path.join(checkout, "tmp"));
    writeFileSync(path.join(checkout, "tmp", "setup.lock"), String(2 ** 22 + 1));
    const ends = await Promise.all(Array.from({ length: 5 }, () => setUp()));
    expect(ends.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0, 0]);
    expect(calls()).toHaveLength(1);
  });

  test("an installation that was broken off is made again", async () => {
    await setUp();
    pretendNpm("exit 1");
    writeFileSync(path.join(checkout, "package-lock.json"), "{ }");
    expect((await setUp()).exitCode).toBe(1);
    writeFileSync(path.join(checkout, "package-lock.json"), "{}");
    pretendNpm("mkdir -p node_modules");
    expect((await setUp()).exitCode).toBe(0);
    expect(calls()).toHaveLength(3);
  });

  test("a failure is told in both languages", async () => {
    pretendNpm("exit 1");
    const { exitCode, said } = await setUp();
    expect(exitCode).toBe(1);
    expect(said).toMatch(/Non riesco a installare/);
    expect(said).toMatch(/Could not install/);
  });

  test("a production installation leaves out what is for development, which comes when it is needed", async () => {
    await setUp("--production");
    expect(calls()[0]).toContain("--omit=dev");
    await setUp();
    expect(calls()[1]).toContain("--include=dev");
    await setUp("--production");
    expect(calls()).toHaveLength(2);
  });
});
