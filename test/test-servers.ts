import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { findBinaries, systemBinaries, usable } from "../src/database/embedded/binaries.ts";
import { bareEnvironment, run } from "../src/database/embedded/run.ts";
import { chooseServerUser, type ServerUser } from "../src/database/embedded/server-user.ts";

/** Nothing a test writes outlives the run, so no commit waits for the disk. Durability tests start their own server. */
export const hastySettings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * A directory for all servers of a run, and a watchman outside this process: when the pipe to it closes, because we
 * ended well, were interrupted or were killed, it kills whatever server still works there and removes the directory.
 */
export function openRunDirectory(): { directory: string; close(): Promise<void> } {
  const directory = mkdtempSync(path.join(tmpdir(), "bacheca-test-"));
  chmodSync(directory, 0o755);
  const script = `cat >/dev/null
    for file in $(find "$1" -name postmaster.pid); do kill -QUIT "$(head -n 1 "$file")" 2>/dev/null; done
    awk -v under="$1/" 'index($2, under) == 1 { print $2 }' /proc/mounts 2>/dev/null | xargs -r umount -l
    sleep 0.1; rm -rf "$1"; [ -e "$1" ] && sleep 1 && rm -rf "$1"; exit 0`;
  const watchman = spawn("/bin/sh", ["-c", script, "watchman", directory], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  watchman.unref();
  return {
    directory,
    async close() {
      const ended = new Promise((resolve) => watchman.once("exit", resolve));
      watchman.ref();
      watchman.stdin.end();
      await ended;
    },
  };
}

/**
 * Starts a PostgreSQL reached by address and password, as an operator's would be: of the oldest version the system has
 * (15 or newer), else of the npm package. Gives its address; it ends with the run's directory.
 */
export async function startByAddress(runDirectory: string): Promise<string> {
  const home = path.join(runDirectory, "by-address");
  mkdirSync(home);
  const data = path.join(home, "data");
  const user = chooseServerUser(data);
  const binDir = await oldestBinaries(home, user);
  const password = randomBytes(12).toString("hex");
  await initialise(binDir, data, password, user);
  for (let tries = 5; ; tries--) {
    const port = await freePort();
    const url = `postgres://bacheca:${password}@127.0.0.1:${port}/postgres`;
    const server = launch(binDir, data, port, user);
    if (await answers(url, server)) return url;
    if (tries === 0) throw new Error(`PostgreSQL did not start: ${readFileSync(`${data}.log`, "utf8")}`);
  }
}

async function oldestBinaries(home: string, user: ServerUser | undefined): Promise<string> {
  const [oldest] = systemBinaries();
  if (oldest !== undefined) return (await usable(oldest.binDir, user)).binDir;
  return (await findBinaries({ clusterDir: path.join(home, "data"), user, copyDir: home })).binDir;
}

async function initialise(binDir: string, data: string, password: string, user?: ServerUser): Promise<void> {
  const passwordFile = `${data}.password`;
  writeFileSync(passwordFile, password, { mode: 0o644 });
  mkdirSync(data);
  chmodSync(path.dirname(data), 0o777);
  const names = ["-U", "bacheca", "-E", "UTF8", "--locale=C", "--no-sync"];
  const login = ["-A", "scram-sha-256", "--pwfile", passwordFile];
  const initdb = path.join(binDir, "initdb");
  const chown = user === undefined ? "" : `chown ${user.uid}:${user.gid} "${data}"`;
  await run("/bin/sh", ["-c", chown]);
  const { exitCode, stderr } = await run(initdb, ["-D", data, ...names, ...login], user);
  if (exitCode !== 0) throw new Error(`initdb: ${stderr}`);
}

function launch(binDir: string, data: string, port: number, user?: ServerUser): ChildProcess {
  const log = openSync(`${data}.log`, "a");
  const settings = {
    ...hastySettings,
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "200",
  };
  const server = spawn(
    path.join(binDir, "postgres"),
    ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    {
      cwd: "/",
      env: bareEnvironment,
      detached: true,
      stdio: ["ignore", log, log],
      ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
    },
  );
  server.unref();
  return server;
}

async function answers(url: string, server: ChildProcess): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    try {
      await client.connect();
      return true;
    } catch {
      await sleep(20);
    } finally {
      await client.end().catch(() => {});
    }
  }
  return false;
}

/** A port nobody listens on now; somebody else may take it first, so starting is tried again. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
