import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseProblem } from "../database-problem.ts";
import { isAlive, type ProcessIdentity, thisProcess } from "./processes.ts";

const pollMs = 20;
const patienceMs = 180_000;

/**
 * Does `work` while holding the lock file, so that starting, adopting and stopping one server never overlap, whichever
 * processes ask. A lock whose holder has died is taken over.
 *
 * Were two processes ever to hold it at once, PostgreSQL's own `postmaster.pid` still lets only one server start.
 */
export async function withStartLock<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  const mine = JSON.stringify({ ...thisProcess(), token: randomBytes(8).toString("hex") });
  const deadline = Date.now() + patienceMs;
  while (!tryTake(lockFile, mine)) {
    const held = read(lockFile);
    if (held !== undefined && !isAlive(held.holder)) breakStale(lockFile, held.text);
    else if (Date.now() > deadline) {
      throw new DatabaseProblem("start-locked", { lockFile, pid: String(held?.holder.pid ?? "?") });
    } else await sleep(pollMs);
  }
  try {
    return await work();
  } finally {
    if (read(lockFile)?.text === mine) rmSync(lockFile, { force: true });
  }
}

/** A link appears with its content already in it: nobody ever reads a half-written lock. */
function tryTake(lockFile: string, mine: string): boolean {
  const draft = `${lockFile}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, mine, { flag: "wx", mode: 0o644 });
  try {
    linkSync(draft, lockFile);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

function read(lockFile: string): { text: string; holder: ProcessIdentity } | undefined {
  try {
    const text = readFileSync(lockFile, "utf8");
    return { text, holder: parseHolder(text) };
  } catch {
    return undefined;
  }
}

function parseHolder(text: string): ProcessIdentity {
  try {
    const { pid, startedAt } = JSON.parse(text) as ProcessIdentity;
    return { pid: Number(pid), startedAt: String(startedAt) };
  } catch {
    // A file cut short by a power failure belongs to nobody alive.
    return { pid: 0, startedAt: "" };
  }
}

/** Moves the stale lock aside; of several who try, the one that moved somebody's fresh lock puts it back. */
function breakStale(lockFile: string, staleText: string): void {
  const aside = `${lockFile}.${randomBytes(6).toString("hex")}`;
  try {
    renameSync(lockFile, aside);
  } catch {
    return;
  }
  try {
    if (readFileSync(aside, "utf8") !== staleText) linkSync(aside, lockFile);
  } catch {
    // Somebody took the lock in between: theirs stands.
  } finally {
    rmSync(aside, { force: true });
  }
}
