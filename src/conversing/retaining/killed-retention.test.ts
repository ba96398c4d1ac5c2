// A real process is killed at each statement of a night; others go on with it. What is old goes once and is counted once.
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "../../../test/databases.ts";
import { addHouse, addTalk } from "../../../test/retained-rows.ts";
import { runDying } from "../../../test/run-dying.ts";
import { findAuthority } from "../../authority/authority-store.ts";
import { foreseeRetention } from "./foresee-retention.ts";
import { findRetentionRuns } from "./retention-run-store.ts";

const authorityId = "valdilago";
const now = new Date("2026-11-22T02:00:00Z");

test("a night whose process is killed at one statement after the other is gone on with, and counts each thing once", async () => {
  const database = await testDatabase();
  await addHouse(database, authorityId);
  const [old, young] = [new Date("2023-01-10T10:00:00Z"), new Date("2026-11-01T10:00:00Z")];
  for (let index = 0; index < 70; index += 1) {
    await addTalk(database, authorityId, old, `vecchia-${index}`);
    if (index % 10 === 0) await addTalk(database, authorityId, young, `nuova-${index}`);
  }
  const authority = await findAuthority(database.db, authorityId);
  if (!authority) throw new Error("no authority");
  const told = await foreseeRetention(database.db, authority, now);
  expect(told.privateConversations).toBe(70);
  const common = { connection: database.connection, work: "apply-retention", authorityId } as const;
  const order = { ...common, key: randomBytes(32).toString("hex"), now: now.toISOString() };
  let kills = 0;
  for (let statement = 1, end = "killed"; end === "killed"; statement += 1) {
    const side = statement % 2 === 0 ? "before" : "after";
    end = await runDying({ ...order, dieAt: { statement, side } });
    if (end === "done") break;
    kills += 1;
    // Its term, over at once.
    await database.db
      .updateTable("retention_run")
      .set({ lease_until: new Date(0) })
      .where("ended_at", "is", null)
      .execute();
  }
  expect(kills).toBeGreaterThan(10);
  const [run] = await findRetentionRuns(database.db, authorityId, 1);
  expect(run?.counts).toEqual(told);
  expect(run?.endedAt).toEqual(now);
  const left = await database.db.selectFrom("conversation").select("person_id").execute();
  expect(left.map(({ person_id }) => person_id?.startsWith("nuova"))).toEqual(Array(7).fill(true));
  const acts = await database.db.selectFrom("audit_entry").select("act").execute();
  expect(acts).toEqual([{ act: "retention-applied" }]);
  await database.close();
}, 180_000);
