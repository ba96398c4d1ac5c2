import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { fillDecisions } from "../../../test/pages/decisions-cast.ts";
import { now } from "../../../test/pages/site-cast.ts";
import { valdilago } from "../../../test/people.ts";
import { isReviewTermDue, raiseReviewTerms } from "./review-term-store.ts";

let database: TestDatabase;

beforeEach(async () => {
  database = await testDatabase();
  const { db } = database;
  await db
    .insertInto("authority")
    .values({ id: valdilago.id, name: valdilago.name, settings: JSON.stringify(valdilago.settings) })
    .execute();
  const account = {
    channel: "facebook-page",
    external_id: "1",
    name: "Pagina",
    settings: "{}",
    origin: "file" as const,
  };
  await db
    .insertInto("account")
    .values({ authority_id: valdilago.id, id: "pagina", ...account })
    .execute();
  await fillDecisions(database);
});

afterEach(async () => await database.close());

const told = () =>
  database.db
    .selectFrom("alert")
    .select(["kind", "detail"])
    .where("kind", "like", "review-%")
    .orderBy("kind")
    .execute();

test("of a review that nobody has decided is told once before its term ends and once after, and of a decided one never", async () => {
  const { db } = database;
  const due = new Date("2026-11-30T23:00:00Z");
  const before = (days: number) => new Date(due.getTime() - days * 86_400_000);
  expect(now < due).toBe(true);
  expect(await isReviewTermDue(db, before(4))).toBe(false);
  for (const moment of [before(2), before(1)]) await raiseReviewTerms(db, moment);
  expect(await isReviewTermDue(db, before(1))).toBe(false);
  expect(await told()).toEqual([{ kind: "review-due", detail: { dueOn: "2026-11-30" } }]);
  for (const moment of [before(0), before(-5)]) await raiseReviewTerms(db, moment);
  expect((await told()).map(({ kind }) => kind)).toEqual(["review-due", "review-late"]);
});
