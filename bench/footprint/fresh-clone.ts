import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";

export interface FreshClone {
  cloneMs: number;
  /** From `npm start` until it told its addresses: libraries, database, everything. */
  readyMs: number;
  /** From `git clone` until the first post stood on the wall. */
  firstPostMs: number;
}

const root = path.join(import.meta.dirname, "../..");
const patienceMs = 5 * 60_000;

/**
 * What a newcomer does: clones the repository (its last commit), types `npm start`, waits for the first post on the
 * wall. Home folder and npm's cache are empty, and everything made is removed. Downloads what the lock file names.
 */
export async function measureFreshClone(tell: (what: string) => void): Promise<FreshClone> {
  const home = mkdtempSync(path.join(tmpdir(), "bacheca-bench-fresh-"));
  const checkout = path.join(home, "bacheca");
  try {
    const startedAt = performance.now();
    tell("git clone");
    execFileSync("git", ["clone", "--quiet", "--no-hardlinks", root, checkout], { stdio: "inherit" });
    const cloneMs = performance.now() - startedAt;
    tell("npm start");
    return { cloneMs, ...(await firstPost(home, checkout, startedAt)) };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function firstPost(
  home: string,
  checkout: string,
  startedAt: number,
): Promise<Omit<FreshClone, "cloneMs">> {
  const npmStartAt = performance.now();
  const ports = ["--port", "0", "--portal-port", "0", "--wall-port", "0", "--every", "1"];
  const child = spawn("npm", ["start", "--", ...ports], {
    cwd: checkout,
    env: emptyEnvironment(home),
    stdio: ["ignore", "pipe", "inherit"],
    // A group of its own, so that whatever it starts can be ended with it.
    detached: true,
  });
  try {
    const wall = await wallOf(child);
    const readyMs = performance.now() - npmStartAt;
    while ((await postCount(wall)) === 0) await sleep(20);
    return { readyMs, firstPostMs: performance.now() - startedAt };
  } finally {
    await end(child);
  }
}

/** Nothing of this machine's own but where programs are; the tools of this checkout are not among them. */
function emptyEnvironment(home: string): NodeJS.ProcessEnv {
  const cache = path.join(home, "npm-cache");
  const own = path.join(home, "home");
  mkdirSync(own);
  const PATH = (process.env.PATH ?? "")
    .split(path.delimiter)
    .filter((folder) => !folder.includes("node_modules"))
    .join(path.delimiter);
  return { PATH, HOME: own, npm_config_cache: cache, LANG: "C.UTF-8" };
}

function wallOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const patience = setTimeout(() => reject(new Error(`npm start was not ready: ${text}`)), patienceMs);
    child.stdout?.on("data", (piece: Buffer) => {
      text += piece.toString();
      const wall = /wall\s+(http:\/\/\S+?)\/?\s/.exec(text)?.[1];
      if (!wall) return;
      clearTimeout(patience);
      resolve(wall);
    });
    child.once("exit", (code) => {
      clearTimeout(patience);
      reject(new Error(`npm start ended with ${code}: ${text}`));
    });
    child.once("error", reject);
  });
}

async function postCount(wall: string): Promise<number> {
  const answer = await fetch(`${wall}/_sandbox/posts`);
  return ((await answer.json()) as unknown[]).length;
}

/** As Ctrl-C does it; the whole group is ended when that is not enough. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGINT");
  if ((await Promise.race([ended, sleep(20_000, "late")])) !== "late") return;
  process.kill(-child.pid, "SIGKILL");
  await ended;
}
