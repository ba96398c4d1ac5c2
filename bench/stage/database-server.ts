import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { findBinaries, systemBinaries, usable } from "../../src/database/embedded/binaries.ts";
import { bareEnvironment, run } from "../../src/database/embedded/run.ts";
import { chooseServerUser, type ServerUser } from "../../src/database/embedded/server-user.ts";

export type Engine = "embedded" | "postgres";

/** A database the bench may kill. Durable (fsync on), unlike those of the tests. */
export interface DatabaseServer {
  engine: Engine;
  /** Settings that make the product use it. */
  environment: Record<string, string>;
  /** All its processes at the moment. */
  pids(): number[];
  /** kill -9 of the whole process tree. By address it comes back after a moment, as an operator's would. */
  kill(): Promise<void>;
  /** After the product has closed its own connections. */
  close(): Promise<void>;
}

export async function openServer(engine: Engine): Promise<DatabaseServer> {
  const home = mkdtempSync(path.join(tmpdir(), "bacheca-bench-"));
  chmodSync(home, 0o755);
  return engine === "embedded" ? embedded(home) : await byAddress(home);
}

/** The product's own supervisor starts it, and starts it again when we kill it: nothing to do here but to kill. */
function embedded(home: string): DatabaseServer {
  return {
    engine: "embedded",
    environment: { BACHECA_DATA_DIR: path.join(home, "data") },
    pids: () => postgresBelow(home),
    async kill() {
      for (const pid of postgresBelow(home)) killNow(pid);
    },
    async close() {
      for (const pid of postgresBelow(home)) killNow(pid);
      await sleep(200);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function byAddress(home: string): Promise<DatabaseServer> {
  const data = path.join(home, "cluster");
  const user = chooseServerUser(data);
  const binDir = await oldestBinaries(home, user);
  const port = await freePort();
  await initialise(binDir, data, user);
  const url = `postgres://bacheca@127.0.0.1:${port}/postgres`;
  let server = launch(binDir, data, port, user);
  await untilItAnswers(url);
  return {
    engine: "postgres",
    environment: { BACHECA_DATA_DIR: path.join(home, "data"), DATABASE_URL: url },
    pids: () => postgresBelow(home),
    async kill() {
      for (const pid of postgresBelow(home)) killNow(pid);
      await ended(server);
      await sleep(300);
      rmSync(path.join(data, "postmaster.pid"), { force: true });
      server = launch(binDir, data, port, user);
      await untilItAnswers(url);
    },
    async close() {
      for (const pid of postgresBelow(home)) killNow(pid);
      await ended(server);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The oldest PostgreSQL the system has (15 or newer), else the npm package's. */
async function oldestBinaries(home: string, user: ServerUser | undefined): Promise<string> {
  const [oldest] = systemBinaries();
  if (oldest) return (await usable(oldest.binDir, user)).binDir;
  return (await findBinaries({ clusterDir: path.join(home, "cluster"), user, copyDir: home })).binDir;
}

async function initialise(binDir: string, data: string, user: ServerUser | undefined): Promise<void> {
  mkdirSync(data);
  if (user) chownSync(data, user.uid, user.gid);
  const names = ["-U", "bacheca", "-E", "UTF8", "--locale=C", "-A", "trust"];
  const { exitCode, stderr } = await run(path.join(binDir, "initdb"), ["-D", data, ...names], user);
  if (exitCode !== 0) throw new Error(`initdb: ${stderr}`);
}

function launch(binDir: string, data: string, port: number, user: ServerUser | undefined): ChildProcess {
  const log = openSync(`${data}.log`, "a");
  const settings = [
    `listen_addresses=127.0.0.1`,
    `port=${port}`,
    "unix_socket_directories=",
    "max_connections=200",
  ];
  return spawn(
    path.join(binDir, "postgres"),
    ["-D", data, ...settings.flatMap((setting) => ["-c", setting])],
    {
      cwd: "/",
      env: bareEnvironment,
      stdio: ["ignore", log, log],
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    },
  );
}

async function untilItAnswers(url: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    try {
      await client.connect();
      return;
    } catch {
      await sleep(50);
    } finally {
      await client.end().catch(() => {});
    }
  }
  throw new Error("PostgreSQL did not answer within 20 seconds");
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    await new Promise((resolve) => server.once("exit", resolve));
  }
}

/** Every PostgreSQL process, postmaster first, that works in a cluster below this folder. */
function postgresBelow(home: string): number[] {
  const pids: number[] = [];
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(`/proc/${name}/status`, "utf8");
      const command = readFileSync(`/proc/${name}/cmdline`, "utf8");
      if (!/^Name:\s+postgres/m.test(status) || /^State:\s+Z/m.test(status)) continue;
      if (command.includes(home)) pids.unshift(Number(name));
      else if (isBelow(name, home)) pids.push(Number(name));
    } catch {
      // It ended while we looked.
    }
  }
  return pids;
}

function isBelow(pid: string, home: string): boolean {
  const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  const command =
    parent && existsSync(`/proc/${parent}/cmdline`) ? readFileSync(`/proc/${parent}/cmdline`, "utf8") : "";
  return command.includes(home);
}

function killNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone already.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
