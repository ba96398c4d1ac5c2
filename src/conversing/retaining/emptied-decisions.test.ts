import { beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { addDecision, addReview } from "../../../test/record-rows.ts";
import { addHouse } from "../../../test/retained-rows.ts";
import { silentLog } from "../../platform/log.ts";
import { applyRetention } from "./apply-retention.ts";
import type { Counts } from "./retention.ts";
import { findRetentionRuns } from "./retention-run-store.ts";

const authorityId = "valdilago";
const now = new Date("2026-11-22T02:00:00Z");
const dayMs = 86_400_000;
/** The 22nd, so many months ago, at midnight of a winter in Rome, and so many days from there. */
const monthsAgo = (months: number, days = 0) => new Date(Date.UTC(2026, 10 - months, 21, 23) + days * dayMs);

let database: TestDatabase;

beforeEach(async () => {
  database = await testDatabase();
  await addHouse(database, authorityId);
  return () => database.close();
});

async function night(): Promise<Counts> {
  await applyRetention({ db: database.db, clock: { now: () => now }, log: silentLog }, { authorityId });
  const [run] = await findRetentionRuns(database.db, authorityId, 1);
  return run?.counts ?? {};
}

describe("the texts of a decision", () => {
  const old = monthsAgo(24, -1);
  const hash = Buffer.from("whoever");
  const rowOf = (id: string) =>
    database.db
      .selectFrom("decision")
      .select(["evidence", "person_hash", "evidence_hash", "emptied_at", "reason"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();

  test("go after their own term; the hash, the reason and the row of the register stay", async () => {
    const id = await addDecision(database, authorityId, old, { person_hash: hash, review_until: old });
    await addReview(database, authorityId, id, old);
    const young = await addDecision(database, authorityId, monthsAgo(24), { person_hash: hash });
    expect(await night()).toEqual({ evidence: 1 });
    expect(await rowOf(id)).toEqual({
      ...{ evidence: null, person_hash: null, evidence_hash: "0".repeat(64), emptied_at: now },
      reason: "Ripetuto più volte.",
    });
    const review = await database.db.selectFrom("decision_review").selectAll().executeTakeFirstOrThrow();
    expect(review).toMatchObject({ text: null, contact: null, outcome: "upheld" });
    expect(await rowOf(young)).toMatchObject({ evidence: { text: "Parole" }, person_hash: hash });
  });

  test("go the next night once they are final, where the person was erased; what counts against nobody stays", async () => {
    const at = monthsAgo(1);
    const erased = await addDecision(database, authorityId, at, { person_hash: hash });
    const pending = await addDecision(database, authorityId, at, {
      ...{ person_hash: hash, review_until: monthsAgo(-1) },
    });
    const other = await addDecision(database, authorityId, at, { person_hash: Buffer.from("other") });
    await database.db
      .insertInto("deletion_request")
      .values({
        ...{ authority_id: authorityId, code: "x".repeat(20), channel: "facebook-page" },
        ...{ person_hash: hash, asked_at: now, done_at: now, deleted: 1 },
      })
      .execute();
    expect(await night()).toEqual({ evidence: 1 });
    expect(await rowOf(erased)).toMatchObject({ evidence: null, person_hash: hash });
    expect(await rowOf(pending)).toMatchObject({ emptied_at: null });
    expect(await rowOf(other)).toMatchObject({ emptied_at: null });
  });

  test("stay with whom they name as long as a block lasts", async () => {
    const id = await addDecision(database, authorityId, old, {
      ...{ action: "block", ends_at: now, person_sealed: Buffer.from("sealed") },
      ...(await ruled()),
    });
    expect(await night()).toEqual({});
    await addDecision(database, authorityId, monthsAgo(0, -1), {
      ...{ action: "unblock", follows: id, ...(await ruled()) },
    });
    await database.db.deleteFrom("retention_run").execute();
    expect(await night()).toEqual({ evidence: 1 });
  });

  async function ruled() {
    await database.db
      .insertInto("conversation_rule")
      .values({
        ...{ authority_id: authorityId, number: 6, version: 1, topic: "offence", valid_from: "2020-01-01" },
        ...{
          text: "{}",
          examples: "[]",
          default_action: "hide",
          may_act_by_itself: false,
          origin: "starter",
        },
        changed_at: old,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return { rule: 6, rule_version: 1, topic: "offence" };
  }
});
