import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, fstatSync, openSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseProblem } from "../database-problem.ts";
import type { Cluster } from "./cluster.ts";
import { isServerOf, postmasterPidOf, probe, socketDirOf } from "./probe.ts";
import { isLivingPostgres, postgresProcessesIn } from "./processes.ts";
import { bareEnvironment } from "./run.ts";
import { trimServerLog } from "./server-log.ts";
import { asArguments, serverSettings } from "./server-settings.ts";

export interface RunningServer {
  outcome: "started" | "adopted";
  postmasterPid: number;
  socketDir: string;
  version: string;
  /** The process, when it was us who started it: its end is then known at once. */
  child: ChildProcess | undefined;
}

const pollMs = 15;
const patienceMs = 30_000;
/** Crash recovery replays what was written since the last checkpoint: minutes on a slow disk. */
const recoveryPatienceMs = 600_000;
/** Orphans end by themselves as soon as they notice that the postmaster is gone; one busy with a query may not. */
const orphanPatienceMs = 3_000;

/**
 * Finds the cluster's server running or makes it run, whatever an earlier life left behind. Call only while holding
 * the start lock.
 *
 * `pg_ctl status` is no help: after a kill -9 the dead postmaster can stay a zombie for seconds (pid 1 reaps late) and
 * counts as alive there. So we look ourselves: who answers on the socket, else which living postgres processes work in
 * the directory, else nobody does and postmaster.pid is stale.
 */
export async function runServer(cluster: Cluster): Promise<RunningServer> {
  const since = Date.now();
  for (;;) {
    const adopted = await tryAdopt(cluster);
    if (adopted !== undefined) return adopted;
    const waited = Date.now() - since;
    if (postmasterLives(cluster.clusterDir)) {
      if (waited > recoveryPatienceMs) throw timedOut(cluster, waited);
    } else if (orphansLeft(cluster.clusterDir, waited)) {
      if (waited > patienceMs) throw timedOut(cluster, waited);
    } else {
      clearStaleFiles(cluster);
      const started = await tryStart(cluster);
      if (started !== undefined) return started;
      if (waited > patienceMs) throw timedOut(cluster, waited);
    }
    await sleep(pollMs);
  }
}

/** Stops the server as gently as it allows: sessions are cut, work in progress rolled back, all data flushed. */
export async function stopServer(clusterDir: string): Promise<void> {
  const pid = postmasterPidOf(clusterDir);
  if (pid === undefined || !postmasterLives(clusterDir)) return;
  // postmaster(1): SIGINT is "fast", SIGQUIT "immediate" (crash recovery at the next start, nothing lost).
  for (const { signal, ms } of [
    { signal: "SIGINT", ms: 60_000 },
    { signal: "SIGQUIT", ms: 10_000 },
  ] as const) {
    send(pid, signal);
    const deadline = Date.now() + ms;
    while (Date.now() < deadline) {
      if (!isLivingPostgres(pid)) return;
      await sleep(pollMs);
    }
  }
}

/** Whether the pid in postmaster.pid is a living postgres, in this directory as far as the system can tell. */
export function postmasterLives(clusterDir: string): boolean {
  const pid = postmasterPidOf(clusterDir);
  if (pid === undefined || !isLivingPostgres(pid)) return false;
  const inside = postgresProcessesIn(clusterDir);
  return inside === undefined || inside.includes(pid);
}

async function tryAdopt(cluster: Cluster): Promise<RunningServer | undefined> {
  // Asked first, before any look at pids: a server of another container on the same directory cannot be seen in ours,
  // but it answers.
  const socketDir = socketDirOf(cluster.clusterDir);
  if (socketDir === undefined) return undefined;
  const found = await probe(socketDir);
  const postmasterPid = postmasterPidOf(cluster.clusterDir);
  if (found.kind !== "accepting" || postmasterPid === undefined) return undefined;
  if (!isServerOf(cluster.clusterDir, found)) return undefined;
  return { outcome: "adopted", postmasterPid, socketDir, version: found.version, child: undefined };
}

/** Backends whose postmaster died. Past their time they are ended: nobody can hear from them any more. */
function orphansLeft(clusterDir: string, waitedMs: number): boolean {
  const orphans = postgresProcessesIn(clusterDir) ?? [];
  if (waitedMs > orphanPatienceMs) for (const pid of orphans) send(pid, "SIGKILL");
  return orphans.length > 0;
}

/** Only after nobody was found in the directory: a zombie's or recycled pid would keep the new server from starting. */
function clearStaleFiles(cluster: Cluster): void {
  rmSync(path.join(cluster.clusterDir, "postmaster.pid"), { force: true });
  for (const name of [".s.PGSQL.5432", ".s.PGSQL.5432.lock"])
    rmSync(path.join(cluster.socketDir, name), { force: true });
}

async function tryStart(cluster: Cluster): Promise<RunningServer | undefined> {
  trimServerLog(cluster.logFile);
  const log = openSync(cluster.logFile, "a", 0o600);
  const logStart = fstatSync(log).size;
  const child = spawnServer(cluster, log);
  closeSync(log);
  let ended = child.pid === undefined;
  child.once("exit", () => {
    ended = true;
  });
  child.once("error", () => {
    ended = true;
  });
  const deadline = Date.now() + recoveryPatienceMs;
  while (!ended && Date.now() < deadline) {
    const found = existsSync(path.join(cluster.socketDir, ".s.PGSQL.5432"))
      ? await probe(cluster.socketDir)
      : undefined;
    if (found?.kind === "accepting" && child.pid !== undefined && isServerOf(cluster.clusterDir, found)) {
      const { socketDir } = cluster;
      return { outcome: "started", postmasterPid: child.pid, socketDir, version: found.version, child };
    }
    await sleep(pollMs);
  }
  if (!ended) throw timedOut(cluster, recoveryPatienceMs);
  refuseUnlessWorthRetrying(cluster, readFileSync(cluster.logFile).subarray(logStart).toString("utf8"));
  return undefined;
}

/**
 * As a child of ours rather than through pg_ctl: its death is then reported at once and leaves no zombie. Detached, in
 * a session of its own: Ctrl-C on our terminal is for us, and it survives us.
 */
function spawnServer(cluster: Cluster, log: number): ChildProcess {
  const settings = serverSettings(cluster.binaries.major, cluster.socketDir, cluster.settings);
  const as = cluster.user === undefined ? {} : { uid: cluster.user.uid, gid: cluster.user.gid };
  const child = spawn(
    path.join(cluster.binaries.binDir, "postgres"),
    ["-D", cluster.clusterDir, ...asArguments(settings)],
    { cwd: "/", env: bareEnvironment, detached: true, stdio: ["ignore", log, log], ...as },
  );
  child.unref();
  return child;
}

/** Throws what the server's own words mean for a person; returns when another try may go better. */
function refuseUnlessWorthRetrying(cluster: Cluster, said: string): void {
  const directory = cluster.clusterDir;
  const fatal =
    said
      .split("\n")
      .filter((line) => /FATAL|PANIC/.test(line))
      .at(-1) ?? "";
  const detail = fatal.replace(/^.*?(FATAL|PANIC): +/, "") || said.trim().split("\n").at(-1) || "?";
  // Left-overs of the last life that have not gone yet; where there is no /proc this is how we learn of them.
  if (/lock file ".*" already exists|pre-existing shared memory block/.test(said)) return;
  if (/No space left on device/.test(said)) throw new DatabaseProblem("disk-full", { directory });
  if (/incompatible with server|was initialized by PostgreSQL version/.test(said)) {
    const { version: found } = cluster.binaries;
    throw new DatabaseProblem("other-major", { directory, major: "?", found });
  }
  if (/Unix-domain socket|Unix socket|could not bind|no socket/i.test(detail)) {
    throw new DatabaseProblem("socket", { directory: cluster.socketDir, detail });
  }
  if (/Permission denied|wrong ownership|invalid permissions/.test(detail)) {
    throw new DatabaseProblem("no-permission", { directory, detail });
  }
  throw new DatabaseProblem("start-failed", { logFile: cluster.logFile, detail });
}

function timedOut(cluster: Cluster, waitedMs: number): DatabaseProblem {
  return new DatabaseProblem("start-timeout", {
    seconds: String(Math.round(waitedMs / 1000)),
    logFile: cluster.logFile,
  });
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Already gone.
  }
}
