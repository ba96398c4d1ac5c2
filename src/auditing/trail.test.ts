import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { enginesUnderTest, type TestDatabase, testDatabase } from "../../test/databases.ts";
import { openLog } from "../platform/log.ts";
import { openVault } from "../platform/vault.ts";
import { hashOf } from "./entry.ts";
import { recordAct } from "./record-act.ts";
import { sealTrail } from "./seal-trail.ts";
import { findSealed, isSealingDue } from "./trail-store.ts";
import { verifyTrail } from "./verify-trail.ts";

const at = new Date("2026-11-27T10:00:00.123Z");
const vault = openVault(Buffer.alloc(32, 7));
let database: TestDatabase;

const tools = () => ({ db: database.db, vault, clock: { now: () => at }, log: openLog("silent") });

/** Enters acts of one authority, numbered from one. */
async function enter(count: number, authorityId: string | null = "valdilago"): Promise<void> {
  for (let index = 1; index <= count; index += 1) {
    const detail = { z: index, a: { rule: 6, hidden: true }, list: [1, "due", null] };
    await recordAct(database.db, {
      authorityId,
      at,
      by: "Marco",
      act: "comment-hidden",
      subject: `c${index}`,
      detail,
    });
  }
}

/** What the verification finds, in the words of the faults. */
async function faults() {
  return (await verifyTrail({ db: database.db, vault })).flatMap((chain) => chain.faults);
}

/** As somebody would who has the database and not the product. */
async function tamper(statement: string): Promise<void> {
  await sql.raw(statement).execute(database.db);
}

describe.each(enginesUnderTest())("the trail of acts, on the engine %s", (engine) => {
  beforeAll(async () => {
    database = await testDatabase({ engine });
  });
  beforeEach(() => tamper("truncate audit_entry, audit_seal"));
  afterAll(() => database.close());

  test("is whole after sealing, each authority's acts in a chain of their own", async () => {
    await enter(3);
    await enter(2, null);
    expect(await isSealingDue(database.db)).toBe(true);
    expect(await sealTrail(tools())).toBe(5);
    await enter(4);
    expect(await sealTrail(tools())).toBe(4);
    expect(await isSealingDue(database.db)).toBe(false);
    const chains = await verifyTrail({ db: database.db, vault });
    expect(
      chains.map(({ chain, entries, end, faults: found }) => [chain, entries, end.position, found]),
    ).toEqual([
      ["", 2, 2, []],
      ["valdilago", 7, 7, []],
    ]);
  });

  test("an act whose transaction is undone leaves no entry", async () => {
    const undone = database.db.transaction().execute(async (trx) => {
      await recordAct(trx, { authorityId: "valdilago", at, by: null, act: "sign-in", subject: "Marco" });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await isSealingDue(database.db)).toBe(false);
  });

  test("two processes that seal at once seal each entry once", async () => {
    await enter(40);
    const counts = await Promise.all([sealTrail(tools()), sealTrail(tools()), sealTrail(tools())]);
    await sealTrail(tools());
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(40);
    const [chain] = await verifyTrail({ db: database.db, vault });
    expect(chain).toMatchObject({ entries: 40, faults: [] });
  });

  test("whatever is changed in an entry is found and named", async () => {
    await enter(5);
    await sealTrail(tools());
    const changes = [
      "by = 'Anna'",
      "subject = 'c9'",
      "at = at + interval '1 minute'",
      "act = 'comment-shown'",
      `detail = '{"rule": 5}'`,
      "authority_id = 'altolago'",
    ];
    for (const change of changes) {
      await tamper("create table kept as select * from audit_entry");
      await tamper(`update audit_entry set ${change} where position = 3`);
      const found = await faults();
      expect(found.length, change).toBeGreaterThan(0);
      expect(JSON.stringify(found), change).toMatch(/"(position|from)":3/);
      await tamper("truncate audit_entry");
      await tamper("insert into audit_entry overriding system value select * from kept");
      await tamper("drop table kept");
    }
    expect(await faults()).toEqual([]);
  });

  test.each([1, 3, 5])("that entry %i of 5 was taken out is found and named", async (position) => {
    await enter(5);
    await sealTrail(tools());
    await tamper(`delete from audit_entry where position = ${position}`);
    expect(await faults()).toContainEqual({ kind: "missing", from: position, to: position });
  });

  test("an entry put in between, the others moved on, is found", async () => {
    await enter(5);
    await sealTrail(tools());
    await tamper("update audit_entry set position = position + 100 where position > 2");
    await tamper("update audit_entry set position = position - 99 where position > 100");
    await tamper(`insert into audit_entry (authority_id, at, by, act, subject, position, previous_hash, hash)
      select authority_id, at, by, act, 'forged', 3, hash, repeat('a', 64) from audit_entry where position = 2`);
    const found = await faults();
    expect(found).toContainEqual(
      expect.objectContaining({ kind: "changed", position: 3, act: "comment-hidden" }),
    );
    expect(found).toContainEqual(expect.objectContaining({ kind: "out-of-place", position: 4 }));
  });

  test("an entry put in at the end with a right hash lacks a seal", async () => {
    await enter(2);
    await sealTrail(tools());
    const [, last] = await findSealed(database.db, "valdilago", 0, 10);
    const forged = {
      id: "00000000-0000-4000-8000-000000000001",
      chain: "valdilago",
      position: 3,
      at,
      by: "Marco",
      act: "comment-shown",
      subject: "c1",
      detail: {},
      previousHash: last?.hash ?? "",
    };
    await tamper(`insert into audit_entry (id, authority_id, at, by, act, subject, position, previous_hash, hash) values
      ('${forged.id}', 'valdilago', '${at.toISOString()}', 'Marco', 'comment-shown', 'c1', 3,
      '${forged.previousHash}', '${hashOf(forged)}')`);
    expect(await faults()).toEqual([
      { kind: "not-sealed", position: 3, id: forged.id, act: "comment-shown", at },
    ]);
  });

  test("whoever chains everything anew without the key is found by the seals", async () => {
    await enter(3);
    await sealTrail(tools());
    await tamper("update audit_entry set position = null, previous_hash = null, hash = null, by = 'Anna'");
    await tamper("truncate audit_seal");
    await sealTrail({ ...tools(), vault: openVault(Buffer.alloc(32, 8)) });
    expect(await faults()).toEqual([{ kind: "seal-false", position: 3 }]);
  });

  test("a shortened trail, seals and all, shows by its end alone", async () => {
    await enter(2);
    await sealTrail(tools());
    await enter(2);
    await sealTrail(tools());
    const [before] = await verifyTrail({ db: database.db, vault });
    await tamper("delete from audit_entry where position > 2");
    await tamper("delete from audit_seal where to_position > 2");
    const [after] = await verifyTrail({ db: database.db, vault });
    expect(after?.faults).toEqual([]);
    expect(after?.end).not.toEqual(before?.end);
  });

  test("what becomes of a publication is entered by the row itself", async () => {
    const { rows } = await sql<{ tgname: string }>`
      select tgname from pg_trigger where tgrelid = 'publication'::regclass and not tgisinternal`.execute(
      database.db,
    );
    expect(rows).toContainEqual({ tgname: "publication_noted" });
  });
});
