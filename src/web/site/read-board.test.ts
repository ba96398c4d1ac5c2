import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { addAuthority, addItem, addSource } from "../test-rows.ts";
import { openBoardReader } from "./read-board.ts";

const now = new Date("2026-11-20T22:59:30.000Z");
const reading = { authorityId: "valdilago", timeZone: "Europe/Rome", now };
const question = { search: "", state: "open" as const, page: 1 };
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await addAuthority(database, "valdilago", "Valdilago");
  await addSource(database, "valdilago");
});
afterAll(async () => {
  await database.close();
});

test("what was read serves until something on the board changes, or the minute is over", async () => {
  const boards = openBoardReader(database.db);
  const titles = async (at = now) => {
    const { items, found } = await boards.read({ ...reading, now: at }, question);
    expect(found).toBe(items.length);
    return items.map(({ title }) => title);
  };
  expect(await titles()).toEqual([]);
  const item = await addItem(database, "valdilago", {
    title: "Cuoca",
    facts: { deadline: "2026-11-20" },
    seenAt: now,
  });
  expect(await titles()).toEqual(["Cuoca"]);
  expect(await boards.read(reading, question)).toBe(await boards.read(reading, question));

  const change = { authority_id: "valdilago", item_id: item.id, kind: "corrected", at: now };
  await database.db.updateTable("item").set({ title: "Cuoca o cuoco" }).where("id", "=", item.id).execute();
  await database.db.insertInto("change").values(change).execute();
  expect(await titles()).toEqual(["Cuoca o cuoco"]);

  expect(await titles(new Date(now.getTime() + 60_000))).toEqual([]);
  await database.db.deleteFrom("item").where("id", "=", item.id).execute();
  expect(await titles()).toEqual([]);
});
