import { createHmac } from "node:crypto";
import { createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { writeNetworkApp } from "../../connecting/network-app-store.ts";
import { clientConfig, openPool } from "../../database/pool.ts";
import { type PretendParts, pretendParts } from "../pretend-parts.ts";
import { startWeb, type Web } from "../server.ts";
import { addAccount, addAuthority } from "../test-rows.ts";

// What Facebook sees of us while something is broken: anything but a 200, soon, and the event is sent again.

const appSecret = "0123456789abcdef0123456789abcdef";
const key = { authorityId: "valdilago", channel: "facebook-page" };
const facebookWaitsMs = 5_000;

let database: TestDatabase;
let parts: PretendParts;
let web: Web;

beforeEach(async () => {
  database = await testDatabase();
  parts = pretendParts(database);
  web = await startWeb(parts, { port: 0 });
  await addAuthority(database, key.authorityId, "Provincia di Valdilago");
  await addAccount(database, key.authorityId, { external_id: "100" });
  await writeNetworkApp(database.db, parts.vault, key, { settings: { appId: "1" }, secrets: { appSecret } });
});

afterEach(async () => {
  await web.close();
  await database.close();
});

async function send(id: string, to = web.origin) {
  const value = { item: "comment", verb: "add", post_id: "100_1", comment_id: id, created_time: 1767225600 };
  const entry = [{ id: "100", time: 1767225603, changes: [{ field: "feed", value }] }];
  const body = JSON.stringify({ object: "page", entry });
  const startedAt = performance.now();
  const answer = await fetch(`${to}/hooks/${key.authorityId}/${key.channel}`, {
    method: "POST",
    body,
    headers: {
      "x-hub-signature-256": `sha256=${createHmac("sha256", appSecret).update(body).digest("hex")}`,
    },
  });
  await answer.arrayBuffer();
  return { status: answer.status, ms: performance.now() - startedAt };
}

async function commentIds(): Promise<string[]> {
  const rows = await database.db.selectFrom("event").select("reading").orderBy("seq").execute();
  return rows.map(({ reading }) => (reading as { commentId: string }).commentId);
}

describe("while the database", () => {
  const closing: (() => unknown)[] = [];
  afterAll(async () => {
    for (const close of closing) await close();
  });

  /** The same program over a database that listens at `port`, or does not. */
  async function startOver(port: number): Promise<Web> {
    const db = openPool(clientConfig({ host: "127.0.0.1", port, user: "bacheca" }), 2, () => {});
    const other = await startWeb({ ...parts, database: { ...database, db } }, { port: 0 });
    closing.push(() => other.close());
    return other;
  }

  async function listen(onSocket: (socket: Socket) => void): Promise<{ server: Server; port: number }> {
    const server = createServer(onSocket);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    return { server, port: typeof address === "object" && address ? address.port : 0 };
  }

  test("is away, events are answered 503 at once", async () => {
    const { server, port } = await listen(() => {});
    await new Promise((resolve) => server.close(resolve));
    const { status, ms } = await send("1", (await startOver(port)).origin);
    expect(status).toBe(503);
    expect(ms).toBeLessThan(facebookWaitsMs / 2);
  });

  test("takes connections and says nothing, events are answered 503 before Facebook stops waiting", async () => {
    const sockets = new Set<Socket>();
    const { server, port } = await listen((socket) => sockets.add(socket.on("error", () => {})));
    closing.push(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    const { status, ms } = await send("1", (await startOver(port)).origin);
    expect(status).toBe(503);
    expect(ms).toBeLessThan(facebookWaitsMs);
  });

  test("cannot write, events are answered 503 in time, and delivered again they are stored once", async () => {
    expect((await send("0")).status).toBe(200);
    const other = new pg.Client(database.connection);
    await other.connect();
    await other.query("begin; lock table event in access exclusive mode");
    const { status, ms } = await send("1");
    expect(status).toBe(503);
    expect(ms).toBeLessThan(facebookWaitsMs);
    await other.query("rollback");
    await other.end();
    expect((await send("1")).status).toBe(200);
    expect(await commentIds()).toEqual(["0", "1"]);
  });
});

test("a process that stops answers 200 to exactly what it has committed", async () => {
  const answers: Promise<{ id: string; status: number }>[] = [];
  const sendNext = () => {
    const id = String(answers.length);
    const answer = send(id).then(
      ({ status }) => ({ id, status }),
      () => ({ id, status: 0 }),
    );
    answers.push(answer);
    return answer;
  };
  const stopped = new AbortController();
  expect((await sendNext()).status).toBe(200);
  const stream = (async () => {
    while (!stopped.signal.aborted) {
      void sendNext();
      await sleep(1);
    }
  })();
  await sleep(20);
  await web.close();
  stopped.abort();
  await stream;
  expect((await sendNext()).status).toBe(0);
  const kept = (await Promise.all(answers)).filter(({ status }) => status === 200).map(({ id }) => id);
  expect((await commentIds()).toSorted()).toEqual(kept.toSorted());
});
