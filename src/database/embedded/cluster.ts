import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { DatabaseProblem } from "../database-problem.ts";
import { writeWhole } from "../write-whole.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import type { ServerUser } from "./run.ts";
import { canEnter, chooseServerUser } from "./server-user.ts";

/** Where an embedded database lives on this machine, who runs it and with which programs. */
export interface Cluster {
  clusterDir: string;
  socketDir: string;
  logFile: string;
  user: ServerUser | undefined;
  binaries: Binaries;
  settings: Record<string, string>;
}

/** The files beside the cluster that processes use to come to terms with each other. */
export interface DataFiles {
  dataDir: string;
  lockFile: string;
  usersDir: string;
  whereFile: string;
  logFile: string;
}

/** What differs from the usual places; kept in the data directory, so that every later start finds it. */
interface Where {
  clusterDir?: string;
  socket?: { clusterDir: string; socketDir: string };
}

/** For root, when the data directory lies behind a door closed to the server's user, as /root is. */
const openPlace = "/var/lib/bacheca";

/** sockaddr_un holds 107 bytes on Linux and 103 elsewhere, "/.s.PGSQL.5432.lock" included for safety. */
const socketDirBytesMax = 84;

/** Makes the data directory if need be and names the files we keep in it. */
export function prepareDataDir(wanted: string): DataFiles {
  const dataDir = makeDirectory(wanted);
  return {
    dataDir,
    lockFile: path.join(dataDir, "postgres.lock"),
    usersDir: path.join(dataDir, "postgres.users"),
    whereFile: path.join(dataDir, "postgres.json"),
    logFile: path.join(dataDir, "postgres.log"),
  };
}

/** Finds the places of a cluster, choosing them on the first start. Call only while holding the start lock. */
export async function locateCluster(files: DataFiles, settings: Record<string, string>): Promise<Cluster> {
  const clusterDir = await chooseClusterDir(files);
  const user = chooseServerUser(clusterDir);
  const copyDir = user === undefined ? files.dataDir : openPlace;
  const binaries = await findBinaries({ clusterDir, user, copyDir });
  const socketDir = prepareSocketDir(files, clusterDir, user);
  return { clusterDir, socketDir, logFile: files.logFile, user, binaries, settings };
}

function makeDirectory(wanted: string): string {
  try {
    mkdirSync(wanted, { recursive: true });
    return realpathSync(wanted);
  } catch (error) {
    throw new DatabaseProblem("no-permission", { directory: wanted, detail: codeOf(error) }, error);
  }
}

async function chooseClusterDir(files: DataFiles): Promise<string> {
  const usual = clusterDirOf(files);
  const parent = path.dirname(usual);
  const user = chooseServerUser(usual);
  if (await canEnter(user, parent)) return usual;
  // Data that exist are not left behind for an empty database elsewhere.
  if (existsSync(usual)) throw new DatabaseProblem("no-entry", { directory: parent, user: user?.name ?? "" });
  // A random name: whoever deletes the data directory to start over must not meet the old data again.
  const home = path.join(openPlace, randomBytes(8).toString("hex"));
  makeDirectory(home);
  // Whatever our umask says.
  for (const directory of [openPlace, home]) chmodSync(directory, 0o755);
  const clusterDir = path.join(home, "postgres");
  writeWhole(files.whereFile, JSON.stringify({ ...readWhere(files.whereFile), clusterDir } satisfies Where));
  return clusterDir;
}

function prepareSocketDir(files: DataFiles, clusterDir: string, user: ServerUser | undefined): string {
  const usual = path.join(path.dirname(clusterDir), "socket");
  if (Buffer.byteLength(usual) <= socketDirBytesMax) {
    if (!existsSync(usual)) makePrivate(usual, user);
    return usual;
  }
  const where = readWhere(files.whereFile);
  const known = where.socket;
  // The name must survive restarts of the server, or clients that wait to reconnect would look in the old place; but
  // a copy of the data directory must not share it with the original.
  if (known?.clusterDir === clusterDir && isPrivate(known.socketDir, user)) return known.socketDir;
  const socketDir = mkdtempSync(path.join(shortTemp(), "bacheca-"));
  if (user !== undefined) chownSync(socketDir, user.uid, user.gid);
  const socket = { clusterDir, socketDir };
  writeWhole(files.whereFile, JSON.stringify({ ...where, socket } satisfies Where));
  return socketDir;
}

function makePrivate(directory: string, user: ServerUser | undefined): void {
  mkdirSync(directory, { mode: 0o700 });
  if (user !== undefined) chownSync(directory, user.uid, user.gid);
}

/** In a folder everybody writes to, a directory counts only if it is really one, and closed to others. */
function isPrivate(directory: string, user: ServerUser | undefined): boolean {
  const seen = lstatSync(directory, { throwIfNoEntry: false });
  const owner = user?.uid ?? process.getuid?.();
  return seen?.isDirectory() === true && seen.uid === owner && (seen.mode & 0o077) === 0;
}

function shortTemp(): string {
  const temp = tmpdir();
  return Buffer.byteLength(temp) <= socketDirBytesMax - "/bacheca-XXXXXX".length ? temp : "/tmp";
}

function readWhere(whereFile: string): Where {
  try {
    return JSON.parse(readFileSync(whereFile, "utf8")) as Where;
  } catch {
    return {};
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

/** Where the cluster of a data directory is, or would usually be. */
export function clusterDirOf(files: DataFiles): string {
  return readWhere(files.whereFile).clusterDir ?? path.join(files.dataDir, "postgres");
}

/** Removes what a cluster left in the usual and unusual places. The server must be stopped. */
export function removeCluster(files: DataFiles): void {
  const where = readWhere(files.whereFile);
  const usual = ["postgres", "socket"].map((name) => path.join(files.dataDir, name));
  const elsewhere = where.clusterDir === undefined ? undefined : path.dirname(where.clusterDir);
  for (const directory of [...usual, elsewhere, where.socket?.socketDir, files.usersDir]) {
    if (directory !== undefined) rmSync(directory, { recursive: true, force: true });
  }
  for (const file of [files.whereFile, files.logFile, `${files.logFile}.1`]) rmSync(file, { force: true });
}
