import { readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import pg from "pg";

/** What knocking at the server's door tells us. */
export type Probe =
  | { kind: "accepting"; version: string; dataDirectory: string }
  | { kind: "starting" }
  | { kind: "absent"; detail: string };

const answerMs = 5_000;

/** The names of the product's own user and database in the embedded server. */
export const userName = "bacheca";
export const databaseName = "bacheca";
export const socketPort = 5432;

/** How to reach a database of the embedded server. */
export function socketConnection(socketDir: string, database: string) {
  // ssl and password are named so that PGSSLMODE and PGPASSWORD of the environment have no say.
  return { host: socketDir, port: socketPort, user: userName, database, ssl: false, password: "" };
}

/** Connects once and asks the server who it is. */
export async function probe(socketDir: string): Promise<Probe> {
  const client = new pg.Client({
    ...socketConnection(socketDir, "postgres"),
    connectionTimeoutMillis: answerMs,
    query_timeout: answerMs,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ directory: string; version: string }>(
      "select current_setting('data_directory') as directory, current_setting('server_version') as version",
    );
    return { kind: "accepting", version: rows[0]?.version ?? "", dataDirectory: rows[0]?.directory ?? "" };
  } catch (error) {
    // 57P03 cannot_connect_now: starting, recovering or shutting down.
    if ((error as { code?: string }).code === "57P03") return { kind: "starting" };
    return { kind: "absent", detail: (error as Error).message };
  } finally {
    await client.end().catch(() => {});
  }
}

/** The pid in postmaster.pid, alive or not; undefined when there is no such file. */
export function postmasterPidOf(clusterDir: string): number | undefined {
  return postmasterFile(clusterDir)?.pid;
}

/** Where the running server listens: it may have been started by a process that chose another directory. */
export function socketDirOf(clusterDir: string): string | undefined {
  return postmasterFile(clusterDir)?.socketDir;
}

/** Whether a server that answered is the one of this cluster. */
export function isServerOf(clusterDir: string, found: { dataDirectory: string }): boolean {
  try {
    return realpathSync(found.dataDirectory) === realpathSync(clusterDir);
  } catch {
    return false;
  }
}

/** Lines: pid, data directory, start time, port, socket directory, listen address, shared memory, status. */
function postmasterFile(clusterDir: string): { pid: number; socketDir: string | undefined } | undefined {
  try {
    const lines = readFileSync(path.join(clusterDir, "postmaster.pid"), "utf8").split("\n");
    const pid = Math.abs(Number.parseInt(lines[0] ?? "", 10));
    return Number.isInteger(pid) && pid > 0 ? { pid, socketDir: lines[4] || undefined } : undefined;
  } catch {
    return undefined;
  }
}
