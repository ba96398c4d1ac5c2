import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/databases.ts";
import { openQueue, type Queue } from "../jobs/queue.ts";
import { type Push, pushItems } from "./push-items.ts";

let database: TestDatabase;
let queue: Queue;
let count = 0;
let push: Push;

const clock = { now: () => new Date("2026-11-20T09:00:00Z") };

beforeAll(async () => {
  database = await testDatabase();
  queue = await openQueue({ connection: database.connection, log: () => {} });
});

beforeEach(async () => {
  count += 1;
  const authorityId = `ente-${count}`;
  await database.db.insertInto("authority").values({ id: authorityId, name: "Ente" }).execute();
  await database.db
    .insertInto("account")
    .values({
      authority_id: authorityId,
      id: "pagina",
      channel: "facebook-page",
      external_id: "1",
      name: "Pagina",
    })
    .execute();
  const items = [{ id: "a", title: "Magazziniere", text: "" }];
  push = { authorityId, sourceId: undefined, idempotencyKey: "uno", requestHash: "h", items };
});

afterAll(async () => {
  await queue.close();
  await database.close();
});

async function rowsOf(table: "item" | "publication" | "push_receipt" | "source"): Promise<number> {
  const rows = await database.db
    .selectFrom(table)
    .select("authority_id")
    .where("authority_id", "=", push.authorityId)
    .execute();
  return rows.length;
}

test("items, publications, receipt and job come into being together", async () => {
  const waiting = new Promise<string>((resolve) => {
    void queue.take("advance-account", ({ authorityId }) => resolve(authorityId));
  });
  const result = await pushItems({ db: database.db, queue, clock }, push);
  expect(result).toMatchObject({ kind: "taken", status: 201 });
  expect(await Promise.all([rowsOf("item"), rowsOf("publication"), rowsOf("push_receipt")])).toEqual([
    1, 1, 1,
  ]);
  expect(await waiting).toBe(push.authorityId);
});

test("or not at all: where the job cannot be added, nothing is kept and the same push may come again", async () => {
  const broken = {
    async add() {
      throw new Error("no queue");
    },
  };
  await expect(pushItems({ db: database.db, queue: broken, clock }, push)).rejects.toThrow("no queue");
  const all = ["item", "publication", "push_receipt", "source"] as const;
  expect(await Promise.all(all.map(rowsOf))).toEqual([0, 0, 0, 0]);
  const again = await pushItems({ db: database.db, queue, clock }, push);
  expect(again).toMatchObject({ kind: "taken", status: 201 });
});

test("a conflict in the database is tried once more, a second one is told", async () => {
  const conflict = () => Object.assign(new Error("could not serialize access"), { code: "40001" });
  let adds = 0;
  const onceBroken: Pick<Queue, "add"> = {
    async add() {
      adds += 1;
      if (adds === 1) throw conflict();
    },
  };
  expect(await pushItems({ db: database.db, queue: onceBroken, clock }, push)).toMatchObject({ status: 201 });
  const alwaysBroken: Pick<Queue, "add"> = {
    async add() {
      throw conflict();
    },
  };
  const other = { ...push, idempotencyKey: "due", items: [{ id: "b", title: "Cuoco", text: "" }] };
  await expect(pushItems({ db: database.db, queue: alwaysBroken, clock }, other)).rejects.toThrow(
    "serialize",
  );
});

test("a push source makes room for a feed that is called push", async () => {
  await database.db
    .insertInto("source")
    .values({
      authority_id: push.authorityId,
      id: "push",
      kind: "feed",
      name: "Feed",
      url: "https://x.example",
    })
    .execute();
  const result = await pushItems({ db: database.db, queue, clock }, push);
  expect(result).toMatchObject({ answer: { source: "push-api" } });
});
