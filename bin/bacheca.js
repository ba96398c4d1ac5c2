#!/usr/bin/env node
// The command `bacheca`. Plain JavaScript with built-in modules only, because it may be started by a Node too old to
// read the program (20.19 or newer): then the program runs on the Node 24 that the installation brought along.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { constants } from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import v8 from "node:v8";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const own = fileURLToPath(import.meta.url);
const major = Number(process.versions.node.split(".")[0]);

if (major >= 24) {
  beLean();
  await import("../src/main.ts");
} else {
  runOnNode24();
}

/** Both must come before the program is loaded, and both were measured (bench/footprint.ts). */
function beLean() {
  // What was compiled once is kept beside the libraries: later starts take half the time, and the compiler that turns
  // TypeScript into JavaScript, some 40 MB, is not loaded at all. Where the folder cannot be written, only that is lost.
  module.enableCompileCache(path.join(root, "node_modules", ".cache", "bacheca"));
  // The heap's nursery stays at its first size. Left to grow it takes up to 32 MB and keeps them, to save collections
  // that a program with a few items a second never misses.
  v8.setFlagsFromString("--semi-space-growth-factor=1");
}

function runOnNode24() {
  const node = path.join(root, "node_modules", ".bin", "node");
  if (!existsSync(node)) {
    console.error(
      `Qui c'è Node ${process.versions.node} e Bacheca gira su Node 24: eseguire prima «node setup.mjs» in ${root}.\n` +
        `This is Node ${process.versions.node} and Bacheca runs on Node 24: run "node setup.mjs" in ${root} first.`,
    );
    process.exit(1);
  }
  const hasChannel = process.send !== undefined;
  const child = spawn(node, [own, ...process.argv.slice(2)], {
    stdio: ["inherit", "inherit", "inherit", ...(hasChannel ? ["ipc"] : [])],
  });
  // The terminal sends Ctrl-C to both of us; the program takes two in a row for one.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  if (hasChannel) {
    child.on("message", (message) => process.send?.(message));
    process.on("message", (message) => child.send(message));
    process.on("disconnect", () => child.connected && child.disconnect());
  }
  child.on("error", (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}
