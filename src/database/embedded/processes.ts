import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import process from "node:process";

const hasProc = existsSync("/proc/self/stat");

/** A process told apart from a later one that was given the same pid. `startedAt` is an opaque word without spaces. */
export interface ProcessIdentity {
  pid: number;
  startedAt: string;
}

interface ProcessState {
  command: string;
  zombie: boolean;
  startedAt: string;
}

/** What the system says of a pid now; undefined when there is no such process. */
function readState(pid: number): ProcessState | undefined {
  return hasProc ? readStateFromProc(pid) : readStateFromPs(pid);
}

function readStateFromProc(pid: number): ProcessState | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return undefined;
  }
  // proc(5): "pid (comm) state ... starttime(22nd) ..."; comm may itself hold blanks and parentheses.
  const end = text.lastIndexOf(")");
  const fields = text.slice(end + 2).split(" ");
  return {
    command: text.slice(text.indexOf("(") + 1, end),
    zombie: fields[0] === "Z" || fields[0] === "X",
    startedAt: fields[19] ?? "",
  };
}

function readStateFromPs(pid: number): ProcessState | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return undefined;
  }
  try {
    const line = execFileSync("ps", ["-o", "stat=,lstart=,comm=", "-p", String(pid)], {
      encoding: "utf8",
    }).trim();
    // "Ss   Sun Nov 22 11:17:20 2026 /usr/lib/postgresql/15/bin/postgres"
    const [state = "", ...rest] = line.split(/\s+/);
    const command = rest.slice(5).join(" ").split("/").at(-1) ?? "";
    return { command, zombie: state.startsWith("Z"), startedAt: rest.slice(0, 5).join("_") };
  } catch {
    return undefined;
  }
}

/** This very process. */
export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, startedAt: readState(process.pid)?.startedAt ?? "" };
}

/** Whether the very process meant still lives (a zombie does not). */
export function isAlive(identity: ProcessIdentity): boolean {
  const state = readState(identity.pid);
  return state !== undefined && !state.zombie && state.startedAt === identity.startedAt;
}

/** Whether a pid is a living `postgres` program, and not a zombie or some program that got the number later. */
export function isLivingPostgres(pid: number): boolean {
  const state = readState(pid);
  return state !== undefined && !state.zombie && state.command === "postgres";
}

/**
 * Pids of all living `postgres` processes that work in a cluster directory, postmaster and orphans alike (each has it
 * as its current directory). Undefined where the system cannot tell.
 */
export function postgresProcessesIn(clusterDir: string): number[] | undefined {
  if (!hasProc) return undefined;
  const found: number[] = [];
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    try {
      if (readlinkSync(`/proc/${pid}/cwd`) === clusterDir && isLivingPostgres(pid)) found.push(pid);
    } catch {
      // Gone meanwhile, a zombie (which has no cwd), or another user's: none of them works in our directory.
    }
  }
  return found;
}
