import { randomBytes } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase, testDirectory } from "../../test/databases.ts";
import { addEverything } from "../../test/personal-rows.ts";
import { addHouse, addTalk } from "../../test/retained-rows.ts";
import { backup } from "../database/backup.ts";
import { restore } from "../database/restore.ts";
import { openVault } from "../platform/vault.ts";
import { eraseAgain } from "./erase-again.ts";
import { type ErasedList, readErasedList, writeErasedList } from "./erased-list.ts";
import { listErased } from "./list-erased.ts";
import { eraseOnRequest } from "./personal-data/erase-on-request.ts";
import { erasureSeen } from "./personal-data/erasure.ts";
import { foreseeErasure } from "./personal-data/foresee-erasure.ts";
import { personOf } from "./personal-data/person.ts";
import { readPerson } from "./personal-data/read-person.ts";

const authorityId = "valdilago";
const now = new Date("2026-11-22T09:00:00Z");
const clock = { now: () => now };
const vault = openVault(randomBytes(32));
const rosa = { authorityId, channel: "facebook-page", personId: "rosa" };
const youssef = { ...rosa, personId: "youssef" };

let lost: TestDatabase;
let found: TestDatabase;

beforeEach(async () => {
  lost = await testDatabase();
  found = await testDatabase({ empty: true });
  return async () => {
    await lost.close();
    await found.close();
  };
});

async function erase(person: typeof rosa): Promise<void> {
  const erasure = await foreseeErasure(lost.db, personOf(vault, person), now);
  const order = { ground: "not-needed", reference: null, by: "ferri", seen: erasureSeen(erasure) } as const;
  const end = await eraseOnRequest({ db: lost.db, vault, clock }, person, order);
  expect(end.kind).toBe("erased");
}

test("who was erased after the backup was made does not come back with it; others do, and nobody is erased twice", async () => {
  await addHouse(lost, authorityId);
  await addEverything(lost, vault, rosa, now);
  await addEverything(lost, vault, youssef, now);
  await addTalk(lost, authorityId, now, "ines");
  await erase({ ...rosa, personId: "ines" });
  const file = testDirectory();
  await backup(lost, file);
  await erase(rosa);
  const text = writeErasedList(await listErased(lost.db, { vault, clock }));
  expect(text).not.toContain("rosa");
  const { list } = readErasedList(text, vault.keyCheck()) as { list: ErasedList };
  expect(list.erased).toHaveLength(2);
  let again = 0;
  await restore(found, file, {
    finish: async (trx) => {
      again = await eraseAgain(trx, { vault, clock }, list);
    },
  });
  expect(again).toBe(1);
  const tools = { db: found.db, vault };
  expect((await readPerson(tools, rosa))?.counts).toMatchObject({ messages: 0, events: 0, deletions: 1 });
  expect((await readPerson(tools, youssef))?.counts).toMatchObject({ messages: 2, notes: 1 });
  const evidence = await found.db.selectFrom("decision").select("evidence").execute();
  expect(JSON.stringify(evidence)).not.toContain("rosa");
});

test("a list of another key, or anything else, is refused", () => {
  const list: ErasedList = {
    format: "bacheca-erased-1",
    madeAt: now.toISOString(),
    keyCheck: "x",
    erased: [],
  };
  expect(readErasedList(writeErasedList(list), vault.keyCheck())).toEqual({ kind: "another-key" });
  for (const text of ["", "{}", "[1]", '{"format":"bacheca-erased-2"}'])
    expect(readErasedList(text, vault.keyCheck())).toEqual({ kind: "no-list" });
});
