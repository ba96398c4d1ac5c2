import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, describe, expect, test, vi } from "vitest";
import { testDirectory } from "../../../test/databases.ts";
import { killServer, startCommitLoop } from "../../../test/killable.ts";
import { isLivingPostgres, postgresProcessesIn } from "./processes.ts";
import { type EmbeddedPostgres, eraseEmbedded, startEmbedded } from "./start-embedded.ts";

// Servers start in half a second, but not where others keep disk and processors busy.
vi.setConfig({ testTimeout: 90_000 });

const open: EmbeddedPostgres[] = [];

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

/** In haste unless a test is about durability: the disk is shared. */
async function start(dataDir: string, durable = false): Promise<EmbeddedPostgres> {
  const server = await startEmbedded({ dataDir, settings: durable ? {} : { fsync: "off" } });
  open.push(server);
  return server;
}

async function ask<T extends pg.QueryResultRow>(server: EmbeddedPostgres, text: string): Promise<T[]> {
  const client = new pg.Client(server.connection);
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

async function acknowledgedRows(server: EmbeddedPostgres): Promise<Set<string>> {
  const [found] = await ask<{ there: boolean }>(
    server,
    "select to_regclass('acknowledged') is not null as there",
  );
  if (found?.there !== true) return new Set();
  return new Set((await ask<{ n: string }>(server, "select n from acknowledged")).map(({ n }) => n));
}

describe("a life without accidents", () => {
  test("the first start makes a database, close stops it, the next start finds what was written", async () => {
    const dataDir = testDirectory();
    const first = await start(dataDir);
    expect(first.version).toMatch(/^\d+\.\d+$/);
    const pid = first.postmasterPid() ?? 0;
    await ask(first, "create table kept as select 42 as answer");
    await first.close();
    expect(isLivingPostgres(pid)).toBe(false);
    expect(first.postmasterPid()).toBeUndefined();
    const second = await start(dataDir);
    expect(await ask(second, "select answer from kept")).toEqual([{ answer: 42 }]);
  });

  test("commits wait for the disk, pages carry checksums and no network port is open", async () => {
    const server = await start(testDirectory(), true);
    const names = ["fsync", "synchronous_commit", "full_page_writes", "data_checksums", "listen_addresses"];
    const rows = await ask<{ name: string; setting: string }>(
      server,
      `select name, setting from pg_settings where name in (${names.map((name) => `'${name}'`).join()})`,
    );
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: "on",
      synchronous_commit: "on",
      full_page_writes: "on",
      data_checksums: "on",
      listen_addresses: "",
    });
  });

  test("of two handles in one process the last one closed stops the server", async () => {
    const dataDir = testDirectory();
    const [one, two] = await Promise.all([start(dataDir), start(dataDir)]);
    expect(one.postmasterPid()).toBe(two.postmasterPid());
    await one.close();
    await one.close();
    expect(await ask(two, "select 1 as one")).toEqual([{ one: 1 }]);
    const pid = two.postmasterPid() ?? 0;
    await two.close();
    expect(isLivingPostgres(pid)).toBe(false);
  });

  test("three processes that start at once share one server, and the last to end stops it", async () => {
    const dataDir = testDirectory();
    const three = [1, 2, 3].map(() => startCommitLoop(dataDir, "wait"));
    const pids = await Promise.all(three.map((each) => each.says(/^up/)));
    expect(new Set(pids).size).toBe(1);
    const postmaster = Number(pids[0]?.split(" ")[1]);
    const [first, second, last] = three;
    await Promise.all([first?.end("SIGTERM"), second?.end("SIGTERM")]);
    expect(isLivingPostgres(postmaster)).toBe(true);
    await last?.end("SIGTERM");
    expect(last?.said.at(-1)).toBe("closed");
    expect(isLivingPostgres(postmaster)).toBe(false);
    expect(readdirSync(path.join(dataDir, "postgres.users"))).toEqual([]);
  });

  test("a path too long for a socket gets a short private directory, the same at the next start", async () => {
    const dataDir = path.join(testDirectory(), "a".repeat(60), "b".repeat(60));
    const first = await start(dataDir);
    expect(first.connection.host.length).toBeLessThan(84);
    await first.close();
    const second = await start(dataDir);
    expect(second.connection.host).toBe(first.connection.host);
    await second.close();
    await eraseEmbedded(dataDir);
    expect(existsSync(first.connection.host)).toBe(false);
  });
});

describe("accidents", () => {
  test("a server whose process was killed is adopted, running, and then stopped by its adopter", async () => {
    const dataDir = testDirectory();
    const lost = startCommitLoop(dataDir, "wait");
    const postmaster = Number((await lost.says(/^up/)).split(" ")[1]);
    await lost.end("SIGKILL");
    const adopter = await start(dataDir);
    expect(adopter.postmasterPid()).toBe(postmaster);
    await adopter.close();
    expect(isLivingPostgres(postmaster)).toBe(false);
  });

  test("killing our process at any moment loses no acknowledged commit", async () => {
    await killAndCompare(4, () => {});
  });

  test("killing our process and the whole server at any moment loses no acknowledged commit", async () => {
    await killAndCompare(4, (clusterDir) => killServer(clusterDir));
  });

  async function killAndCompare(rounds: number, alsoKill: (clusterDir: string) => void): Promise<void> {
    const dataDir = testDirectory();
    const acknowledged: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const writer = startCommitLoop(dataDir);
      await writer.says(/^\d+$/);
      await sleep(Math.random() * 250);
      alsoKill(path.join(dataDir, "postgres"));
      await writer.end("SIGKILL");
      acknowledged.push(...writer.said.filter((line) => /^\d+$/.test(line)));
    }
    const server = await start(dataDir, true);
    const rows = await acknowledgedRows(server);
    expect(acknowledged.length).toBeGreaterThan(rounds);
    expect(acknowledged.filter((n) => !rows.has(n))).toEqual([]);
  }

  test("a first start killed at any moment leaves nothing in the way of the next", async () => {
    for (const afterMs of [200, 400, 600]) {
      const dataDir = testDirectory();
      const first = startCommitLoop(dataDir, "wait");
      await sleep(afterMs);
      await first.end("SIGKILL");
      const server = await start(dataDir);
      expect(await ask(server, "select 1 as one")).toEqual([{ one: 1 }]);
      await server.close();
      // The killed starter's initdb may have been writing on; what it left goes at a later start.
      const drafts = async () => {
        await (await start(dataDir)).close();
        return readdirSync(dataDir).filter((name) => name.includes("init"));
      };
      await expect.poll(drafts, { timeout: 10_000 }).toEqual([]);
    }
  });

  test("a server that dies under a living process is brought back, and keeps what it had", async () => {
    const server = await start(testDirectory());
    await ask(server, "create table kept as select 42 as answer");
    for (let round = 0; round < 2; round++) {
      const before = server.postmasterPid();
      killServer(server.clusterDir);
      let answer: unknown;
      while (answer === undefined) {
        answer = await ask(server, "select answer from kept").catch(() => sleep(20));
      }
      expect(answer).toEqual([{ answer: 42 }]);
      await expect.poll(() => server.postmasterPid() ?? before).not.toBe(before);
    }
  });

  test("the postmaster alone killed, its orphans still busy, is replaced all the same", async () => {
    const server = await start(testDirectory());
    const busy = new pg.Client(server.connection);
    busy.on("error", () => {});
    await busy.connect();
    const sleeping = busy.query("select pg_sleep(60)").catch(() => "cut");
    await sleep(50);
    process.kill(server.postmasterPid() ?? 0, "SIGKILL");
    expect(await sleeping).toBe("cut");
    let answer: unknown;
    while (answer === undefined) answer = await ask(server, "select 1 as one").catch(() => sleep(20));
    expect(answer).toEqual([{ one: 1 }]);
  });

  test("postmaster.pid that names another program is no reason not to start", async () => {
    const dataDir = testDirectory();
    const first = await start(dataDir);
    await first.close();
    const lines = [process.pid, first.clusterDir, 1, 5432, first.connection.host, "", "  1 1", "ready   "];
    writeFileSync(path.join(first.clusterDir, "postmaster.pid"), `${lines.join("\n")}\n`);
    const second = await start(dataDir);
    expect(await ask(second, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("a lock left by a dead starter is taken over", async () => {
    const dataDir = testDirectory();
    await (await start(dataDir)).close();
    const lock = path.join(dataDir, "postgres.lock");
    for (const left of ["999999999 1 x", `${process.pid} 1 x`, "nonsense"]) {
      symlinkSync(left, lock);
      await (await start(dataDir)).close();
    }
    writeFileSync(lock, "left by somebody's editor");
    await (await start(dataDir)).close();
    expect(existsSync(lock)).toBe(false);
  });

  test("after close nothing of the server is left running", async () => {
    const dataDir = testDirectory();
    const server = await start(dataDir);
    await server.close();
    expect(postgresProcessesIn(server.clusterDir)).toEqual([]);
    expect(readFileSync(path.join(dataDir, "postgres.log"), "utf8")).toContain(
      "database system is shut down",
    );
  });
});
