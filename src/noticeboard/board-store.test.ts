import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enginesUnderTest, type TestDatabase, testDatabase } from "../../test/databases.ts";
import { countItems } from "./board-count-store.ts";
import { byLikeness, findItem, findItems, knowsLikeness } from "./board-store.ts";
import { closesText, closingOf } from "./closing.ts";
import { addBoard, addItem, holdItem, type PretendItem } from "./pretend-rows.ts";
import type { Question } from "./question.ts";

const now = new Date("2026-11-20T09:32:00.000Z");
const reading = { authorityId: "valdilago", timeZone: "Europe/Rome", now };
const everything: Question = { search: "", state: "all", page: 1 };

describe.each(enginesUnderTest())("on %s", (engine) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase({ engine });
    for (const id of ["valdilago", "altocolle"]) await addBoard(database, id);
  });
  afterAll(async () => {
    await database.close();
  });

  const add = (item: PretendItem, authority = "valdilago") => addItem(database, authority, item, now);
  const titles = async (question: Partial<Question>, wording: "exact" | "alike" = "exact") => {
    const how = { wording, limit: 50, offset: 0 };
    const find = (db: typeof database.db) => findItems(db, reading, { ...everything, ...question }, how);
    const items = wording === "alike" ? await byLikeness(database.db, find) : await find(database.db);
    return items.map(({ title }) => title);
  };
  const change = (itemId: string, kind: string, at = now) =>
    database.db
      .insertInto("change")
      .values({ authority_id: "valdilago", item_id: itemId, kind, at })
      .execute();

  test.each([
    "2026-12-05",
    "2026-03-29",
    "2026-10-25",
    "2026-02-31",
    "2028-02-29",
    "2026-13-01",
    "2026-12-05T12:00:00+01:00",
    "2026-12-05T12:00+0100",
    "2026-12-05T23:30:00Z",
    "2026-12-05T10:00:00.123-05:00",
    "2026-12-05T12:00",
    "2026-12-05T25:00Z",
    "entro dicembre",
    `"><script>alert(1)</script>`,
    "2026-12-05\n",
    "",
    "0001-01-01",
    "9999-12-31",
  ])("the database and the rules read %o alike", async (deadline) => {
    const item = await add({ facts: { deadline, place: "Altrove" } });
    const { closes } = await database.db
      .selectFrom("item")
      .select("closes")
      .where("id", "=", item.id)
      .executeTakeFirstOrThrow();
    const closing = closingOf(deadline, "Europe/Rome");
    expect(closes ?? undefined).toBe(closing && (closing.hasHour ? closesText(closing.at) : closing.lastDay));
  });

  test("items are found by the stem, without accents and by every fact", async () => {
    await add({
      title: "Saldatori per cantiere navale",
      text: "Disponibilità ai turni.",
      facts: { place: "Cantù" },
    });
    for (const search of ["saldatore", "cantu", "DISPONIBILITA", "saldatore navali", '"cantiere navale"']) {
      expect(await titles({ search })).toEqual(["Saldatori per cantiere navale"]);
    }
    expect(await titles({ search: "saldatore -navale" })).toEqual([]);
    expect(await titles({ search: "' or 1=1; -- & | ! ( <-> %" })).toEqual([]);
  });

  test("a word with a typing error is found by its likeness", async () => {
    expect(await knowsLikeness(database.db)).toBe(true);
    await add({ title: "Carrellista con patentino", facts: { place: "Pieve Alta" } });
    for (const search of ["carelista", "carrelista pieve", "patentio"]) {
      expect(await titles({ search })).toEqual([]);
      expect(await titles({ search }, "alike")).toEqual(["Carrellista con patentino"]);
    }
    expect(await titles({ search: "astronauta" }, "alike")).toEqual([]);
  });

  test("what has closed, and what closes soon, is told apart and counted", async () => {
    const facts = (deadline?: string) => ({ place: "Sorico", ...(deadline && { deadline }) });
    await add({ title: "chiusa", facts: facts("2026-11-19") });
    await add({ title: "oggi", facts: facts("2026-11-20") });
    await add({ title: "lontana", facts: facts("2027-01-20") });
    await add({ title: "senza fine", facts: facts() });
    const ended = await add({ title: "chiusa prima", facts: facts("2027-01-20") });
    await change(ended.id, "closed");
    const place = "sorico";
    expect(await titles({ place, state: "open" })).toEqual(["senza fine", "lontana", "oggi"]);
    expect(await titles({ place, state: "soon" })).toEqual(["oggi"]);
    const counts = await countItems(database.db, reading, { ...everything, place, state: "open" }, "exact");
    expect(counts.states).toEqual({ open: 3, soon: 1, all: 5 });
    await change(ended.id, "reopened", new Date(now.getTime() + 1000));
    expect(await titles({ place, state: "open" })).toContain("chiusa prima");
  });

  test("kinds, places and contracts are counted as they are written", async () => {
    const facts = { place: "Gravedona", contract: "Tempo indeterminato, part-time" };
    await add({ title: "impiegata", facts });
    await add({ title: "corso", kind: "course", facts: { place: "GRAVEDONA " } });
    const question = { ...everything, place: "Gravedona" };
    const counts = await countItems(database.db, reading, everything, "exact");
    expect(counts.places.find(({ name }) => /gravedona/i.test(name))?.count).toBe(2);
    expect(counts.kinds.get("course")).toBe(1);
    expect(counts.contracts.get("permanent")).toBe(1);
    expect(counts.contracts.get("fixed-term")).toBeUndefined();
    expect(await titles({ ...question, contract: "part-time" })).toEqual(["impiegata"]);
  });

  test("what a rule or a person objects to is not shown, what only waits is", async () => {
    const objected = await add({ title: "discriminante", facts: { place: "Nesso" } });
    await holdItem(database, "valdilago", objected, "unlawful");
    const many = await add({ title: "una di tante", facts: { place: "Nesso" } });
    await holdItem(database, "valdilago", many, "flood");
    expect(await titles({ place: "Nesso" })).toEqual(["una di tante"]);
    expect(await findItem(database.db, reading, objected.seq)).toBeUndefined();
  });

  test("what was withdrawn or erased is gone, and another authority's is not here", async () => {
    const [withdrawn, erased, foreign] = [await add({}), await add({}), await add({}, "altocolle")];
    expect(await findItem(database.db, reading, withdrawn.seq)).toMatchObject({ seq: withdrawn.seq });
    await change(withdrawn.id, "withdrawn");
    await database.db.deleteFrom("item").where("id", "=", erased.id).execute();
    expect(await findItem(database.db, reading, withdrawn.seq)).toBe("gone");
    expect(await findItem(database.db, reading, erased.seq)).toBe("gone");
    expect(await findItem(database.db, reading, foreign.seq)).toBeUndefined();
    expect(await findItem(database.db, reading, "999999999999999999")).toBeUndefined();
  });
});
