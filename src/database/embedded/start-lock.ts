import { randomBytes } from "node:crypto";
import { readlinkSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseProblem } from "../database-problem.ts";
import { isAlive, type ProcessIdentity, thisProcess } from "./processes.ts";

const pollMs = 20;
const patienceMs = 180_000;

/**
 * Does `work` while holding the lock, so that starting, adopting and stopping one server never overlap, whichever
 * processes ask. A lock whose holder has died is taken over.
 *
 * The lock is a symbolic link that points to the words "pid startedAt token": made in one step with what it says, or
 * not at all if there is one, and even where the disk is full, when a server still has to be stopped. Were two
 * processes ever to hold it at once, PostgreSQL's own postmaster.pid still lets only one server start.
 */
export async function withStartLock<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  const { pid, startedAt } = thisProcess();
  const mine = `${pid} ${startedAt} ${randomBytes(6).toString("hex")}`;
  const deadline = Date.now() + patienceMs;
  while (!tryTake(lockFile, mine)) {
    const held = read(lockFile);
    if (held !== undefined && !isAlive(holderOf(held))) breakStale(lockFile, held);
    else if (Date.now() > deadline) {
      throw new DatabaseProblem("start-locked", { lockFile, pid: held?.split(" ")[0] ?? "?" });
    } else await sleep(pollMs);
  }
  try {
    return await work();
  } finally {
    if (read(lockFile) === mine) rmSync(lockFile, { force: true });
  }
}

function tryTake(lockFile: string, mine: string): boolean {
  try {
    symlinkSync(mine, lockFile);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function read(lockFile: string): string | undefined {
  try {
    return readlinkSync(lockFile);
  } catch (error) {
    // EINVAL: a file of that name which is no link, and so nobody's lock.
    return (error as NodeJS.ErrnoException).code === "EINVAL" ? "" : undefined;
  }
}

function holderOf(held: string): ProcessIdentity {
  const [pid, startedAt = ""] = held.split(" ");
  return { pid: Number(pid), startedAt };
}

/** Moves the stale lock aside; of several who try, the one that moved somebody's fresh lock puts it back. */
function breakStale(lockFile: string, stale: string): void {
  const aside = `${lockFile}.${randomBytes(6).toString("hex")}`;
  try {
    renameSync(lockFile, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved !== undefined && moved !== stale) tryTake(lockFile, moved);
  rmSync(aside, { force: true });
}
