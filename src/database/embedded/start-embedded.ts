import pg from "pg";
import { DatabaseProblem } from "../database-problem.ts";
import type { Log } from "../pool.ts";
import {
  type Cluster,
  clusterDirOf,
  type DataFiles,
  locateCluster,
  prepareDataDir,
  removeCluster,
} from "./cluster.ts";
import { initCluster } from "./init-cluster.ts";
import { databaseName, socketConnection, socketPort, userName } from "./probe.ts";
import { type RunningServer, runServer, stopServer } from "./run-server.ts";
import { withStartLock } from "./start-lock.ts";
import { signIn, signOut, usersOf } from "./user-registry.ts";
import { ServerWatch } from "./watch-server.ts";

export interface EmbeddedPostgres {
  connection: { host: string; port: number; user: string; database: string };
  /** As the server says it: "18.4". */
  version: string;
  clusterDir: string;
  /** Of the server as last seen alive; undefined while it is down. */
  postmasterPid(): number | undefined;
  /** Stops the server if no other process or handle uses it. May be called twice. */
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  log?: Log;
  /** Server settings by name that replace ours; they hold only when this call is the one that starts the server. */
  settings?: Record<string, string>;
}

/**
 * Gives the data directory a running PostgreSQL: creates the cluster on the first call, adopts a server that runs
 * already (another process of ours, or one that died), starts it otherwise, and starts it again whenever it dies.
 *
 * Throws DatabaseProblem with words for people when the machine stands in the way.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => {});
  const files = prepareDataDir(options.dataDir);
  const started = withStartLock(files.lockFile, async () => {
    const cluster = await locateCluster(files, options.settings ?? {});
    const seat = signIn(files.usersDir);
    try {
      if (await initCluster(cluster))
        log("embedded PostgreSQL initialised", { clusterDir: cluster.clusterDir });
      const server = await runServer(cluster);
      await ensureDatabase(server.socketDir);
      log(`embedded PostgreSQL ${server.outcome}`, { pid: server.postmasterPid, version: server.version });
      return handle(files, cluster, server, seat, log);
    } catch (error) {
      signOut(seat);
      throw error;
    }
  });
  return started.catch((error: unknown) => {
    throw asProblem(error, files.dataDir);
  });
}

/** Deletes the database of a data directory for good, wherever its parts lie. Refused while another process uses it. */
export async function eraseEmbedded(dataDir: string): Promise<void> {
  const files = prepareDataDir(dataDir);
  await withStartLock(files.lockFile, async () => {
    const users = usersOf(files.usersDir);
    if (users.length > 0) {
      throw new DatabaseProblem("still-used", { directory: files.dataDir, pids: users.join(", ") });
    }
    await stopServer(clusterDirOf(files));
    removeCluster(files);
  });
}

function handle(
  files: DataFiles,
  cluster: Cluster,
  server: RunningServer,
  seat: string,
  log: Log,
): EmbeddedPostgres {
  const watch = new ServerWatch(server, files.logFile, log, () =>
    withStartLock(files.lockFile, () => runServer(cluster)),
  );
  let closing: Promise<void> | undefined;
  const close = async () => {
    await watch.stop();
    await withStartLock(files.lockFile, async () => {
      signOut(seat);
      const others = usersOf(files.usersDir);
      if (others.length > 0) return log("embedded PostgreSQL left to its other users", { pids: others });
      await stopServer(cluster.clusterDir);
      log("embedded PostgreSQL stopped", {});
    });
  };
  return {
    connection: { host: server.socketDir, port: socketPort, user: userName, database: databaseName },
    version: server.version,
    clusterDir: cluster.clusterDir,
    postmasterPid: () => watch.postmasterPid,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

/** What the file system refused, in words. */
function asProblem(error: unknown, directory: string): unknown {
  const { code = "", syscall } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EDQUOT") return new DatabaseProblem("disk-full", { directory }, error);
  const refused = ["EACCES", "EPERM", "EROFS"].includes(code) && syscall !== "connect";
  return refused ? new DatabaseProblem("no-permission", { directory, detail: code }, error) : error;
}

/**
 * A start that was killed may have left the very statement running in the server: ours waits for its end, and then the
 * database is there (42P04, or 23505 when both were under way).
 */
function unlessThere(error: unknown): void {
  const { code } = error as { code?: string };
  if (code !== "42P04" && code !== "23505") throw error;
}

/** initdb makes only `postgres`; the product keeps its tables in a database of its own. */
async function ensureDatabase(socketDir: string): Promise<void> {
  const client = new pg.Client(socketConnection(socketDir, "postgres"));
  client.on("error", () => {});
  try {
    await client.connect();
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`).catch(unlessThere);
  } finally {
    await client.end().catch(() => {});
  }
}
