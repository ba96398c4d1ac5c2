import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import process from "node:process";
import { sql } from "kysely";
import { describe, expect, test, vi } from "vitest";
import { testDirectory } from "../../../test/databases.ts";
import { startCommitLoop } from "../../../test/killable.ts";
import { DatabaseProblem, isConnectionError, isDiskFullError, openDatabase } from "../database.ts";
import { systemBinaries } from "./binaries.ts";
import { isLivingPostgres } from "./processes.ts";
import { eraseEmbedded, startEmbedded } from "./start-embedded.ts";

// Servers start in half a second, but not where others keep disk and processors busy.
vi.setConfig({ testTimeout: 90_000 });

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65534, gid: 65534 };

const start = (dataDir: string) => startEmbedded({ dataDir, settings: { fsync: "off" } });

async function problemOf(dataDir: string): Promise<DatabaseProblem> {
  const outcome = await start(dataDir).then(
    (server) => server.close(),
    (error: unknown) => error,
  );
  if (!(outcome instanceof DatabaseProblem))
    throw new Error("it started, or failed without words", { cause: outcome });
  expect(outcome.words.it.length).toBeGreaterThan(20);
  expect(outcome.words.it).not.toBe(outcome.words.en);
  return outcome;
}

/** A cluster that somebody else's PostgreSQL is said to have made. */
function foreignCluster(major: string): string {
  const dataDir = testDirectory();
  const clusterDir = path.join(dataDir, "postgres");
  mkdirSync(dataDir);
  mkdirSync(clusterDir, { mode: 0o700 });
  writeFileSync(path.join(clusterDir, "PG_VERSION"), `${major}\n`);
  if (isRoot) chownSync(clusterDir, nobody.uid, nobody.gid);
  return dataDir;
}

describe.runIf(isRoot)("started by root", () => {
  test("the server runs as another user and its directory is closed to others", async () => {
    const server = await start(testDirectory());
    const pid = server.postmasterPid() ?? 0;
    expect(statSync(`/proc/${pid}`).uid).not.toBe(0);
    expect(statSync(server.clusterDir).mode & 0o077).toBe(0);
    expect(statSync(server.connection.host).mode & 0o077).toBe(0);
    await server.close();
  });

  test("behind a closed door the cluster goes elsewhere, is found again, and is erased with the rest", async () => {
    const closed = testDirectory();
    mkdirSync(closed, { mode: 0o700 });
    const dataDir = path.join(closed, "data");
    const first = await start(dataDir);
    expect(first.clusterDir.startsWith(closed)).toBe(false);
    await first.close();
    const second = await start(dataDir);
    expect(second.clusterDir).toBe(first.clusterDir);
    await second.close();
    await eraseEmbedded(dataDir);
    expect(existsSync(path.dirname(first.clusterDir))).toBe(false);
  });

  test("data that can no longer be reached are not left behind for an empty database", async () => {
    const dataDir = testDirectory();
    await (await start(dataDir)).close();
    chmodSync(dataDir, 0o700);
    expect((await problemOf(dataDir)).code).toBe("no-entry");
    chmodSync(dataDir, 0o755);
  });

  test("a cluster that root owns, as a careless copy makes it, is refused with what to do", async () => {
    const dataDir = foreignCluster("18");
    chownSync(path.join(dataDir, "postgres"), 0, 0);
    const problem = await problemOf(dataDir);
    expect(problem.code).toBe("wrong-owner");
    expect(problem.words.en).toContain("chown");
  });

  test("a user without privileges runs the server as itself; root then uses the same data", async () => {
    const dataDir = testDirectory();
    mkdirSync(dataDir);
    chownSync(dataDir, nobody.uid, nobody.gid);
    const humble = startCommitLoop(dataDir, "wait", nobody);
    await humble.says(/^up/);
    await humble.end("SIGTERM");
    expect(humble.said.at(-1)).toBe("closed");
    const server = await start(dataDir);
    expect(server.clusterDir).toBe(path.join(dataDir, "postgres"));
    await server.close();
  });

  test("a user who may not touch the data directory is told whose it is", async () => {
    const dataDir = testDirectory();
    await (await start(dataDir)).close();
    const other = startCommitLoop(dataDir, "wait", nobody);
    await expect(other.says(/^up/)).rejects.toThrow("Check the owner and the permissions");
  });

  test("a full disk is called by its name, and with space again the database starts", async ({ skip }) => {
    const disk = smallDisk("24m") ?? skip("this machine lets nobody mount a small disk");
    try {
      expect((await problemOf(disk.dataDir)).code).toBe("disk-full");
      disk.resize("200m");
      await (await start(disk.dataDir)).close();
      disk.fill();
      expect((await problemOf(disk.dataDir)).code).toBe("disk-full");
      disk.free();
      await (await start(disk.dataDir)).close();
    } finally {
      disk.unmount();
    }
  });

  test("a disk that fills under a running server loses no acknowledged commit, and all goes on when there is space", async ({
    skip,
  }) => {
    const disk = smallDisk("200m") ?? skip("this machine lets nobody mount a small disk");
    const database = await openDatabase({ dataDir: disk.dataDir });
    const acknowledged: string[] = [];
    const insert = async () => {
      const { rows } = await sql<{ n: string }>`
        insert into kept (filling) values (repeat(gen_random_uuid()::text, 2000)) returning n`.execute(
        database.db,
      );
      acknowledged.push(rows[0]?.n ?? "");
    };
    const tries = async (times: number) => {
      const errors: unknown[] = [];
      for (let n = 0; n < times; n++) await insert().catch((error: unknown) => errors.push(error));
      return errors;
    };
    try {
      await sql`create table kept (n bigint generated always as identity, filling text)`.execute(database.db);
      expect(await tries(10)).toEqual([]);
      disk.fill();
      const errors = await tries(400);
      expect(errors.length).toBeGreaterThan(0);
      expect(errors.filter((error) => !isDiskFullError(error) && !isConnectionError(error))).toEqual([]);
      disk.free();
      await expect.poll(() => tries(1), { timeout: 30_000, interval: 100 }).toEqual([]);
      const { rows } = await sql<{ n: string }>`select n from kept`.execute(database.db);
      const kept = new Set(rows.map(({ n }) => n));
      expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
    } finally {
      await database.close();
      disk.unmount();
    }
  });
});

/** A disk of a given size under a data directory, in memory; undefined where mounting is not allowed. */
function smallDisk(size: string) {
  const dataDir = testDirectory();
  mkdirSync(dataDir);
  const filler = path.join(dataDir, "filler");
  const mount = (...options: string[]) => execFileSync("mount", options, { stdio: "ignore" });
  try {
    mount("-t", "tmpfs", "-o", `size=${size},mode=755`, "tmpfs", dataDir);
  } catch {
    return undefined;
  }
  return {
    dataDir,
    resize: (wanted: string) => mount("-o", `remount,size=${wanted}`, dataDir),
    fill: () => execFileSync("/bin/sh", ["-c", `cat /dev/zero > "${filler}" 2>/dev/null || true`]),
    free: () => rmSync(filler),
    unmount: () => execFileSync("umount", ["-l", dataDir]),
  };
}

test("data of a PostgreSQL that is not installed are refused, naming both versions", async () => {
  const problem = await problemOf(foreignCluster("11"));
  expect(problem.code).toBe("other-major");
  expect(problem.words.en).toContain("PostgreSQL 11");
  expect(problem.words.en).toContain("18");
});

test.runIf(systemBinaries().length > 0)(
  "data of a version the system has are served by its programs",
  async () => {
    const [oldest] = systemBinaries();
    const { binDir = "", major } = oldest ?? {};
    const dataDir = testDirectory();
    const clusterDir = path.join(dataDir, "postgres");
    mkdirSync(dataDir);
    mkdirSync(clusterDir, { mode: 0o700 });
    if (isRoot) chownSync(clusterDir, nobody.uid, nobody.gid);
    const initdb = [
      path.join(binDir, "initdb"),
      "-D",
      clusterDir,
      "-U",
      "bacheca",
      "-A",
      "trust",
      "-E",
      "UTF8",
    ];
    const [program = "", ...rest] = [...initdb, "--locale=C", "--no-sync"];
    execFileSync(program, rest, { cwd: "/", ...(isRoot ? nobody : {}) });
    const server = await start(dataDir);
    expect(server.version).toMatch(new RegExp(`^${major}\\.`));
    await server.close();
  },
);

test("a data directory that cannot be made is a problem of permission, not a crash", async () => {
  const file = testDirectory();
  writeFileSync(file, "");
  expect((await problemOf(path.join(file, "data"))).code).toBe("no-permission");
});

test("a database still used by another process is not erased", async () => {
  const dataDir = testDirectory();
  const user = startCommitLoop(dataDir, "wait");
  const pid = Number((await user.says(/^up/)).split(" ")[1]);
  await expect(eraseEmbedded(dataDir)).rejects.toMatchObject({ code: "still-used" });
  await user.end("SIGKILL");
  await eraseEmbedded(dataDir);
  expect(isLivingPostgres(pid)).toBe(false);
  expect(existsSync(path.join(dataDir, "postgres"))).toBe(false);
});

test("a server that cannot start says why and where to read more", async () => {
  const dataDir = testDirectory();
  const first = await start(dataDir);
  await first.close();
  const conf = path.join(first.clusterDir, "postgresql.conf");
  writeFileSync(conf, `${readFileSync(conf, "utf8")}\nno_such_setting = on\n`);
  const problem = await problemOf(dataDir);
  expect(problem.code).toBe("start-failed");
  expect(problem.words.en).toContain("postgres.log");
});
