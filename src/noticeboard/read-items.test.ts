import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enginesUnderTest, type TestDatabase, testDatabase } from "../../test/databases.ts";
import { officeCalendar } from "../authority/calendar/office-calendar.ts";
import { writeOffice } from "../authority/office-store.ts";
import { countItems } from "./board-count-store.ts";
import { boardVersion, findItems } from "./board-store.ts";
import { addBoard, addItem } from "./pretend-rows.ts";
import type { Question } from "./question.ts";
import { readItems } from "./read-items.ts";
import { isItemUnread } from "./reading-store.ts";

const now = new Date("2026-11-20T09:32:00.000Z");
const reading = { authorityId: "valdilago", timeZone: "Europe/Rome", now };
const everything: Question = { search: "", state: "open", page: 1 };

describe.each(enginesUnderTest())("on %s", (engine) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase({ engine });
    for (const id of ["valdilago", "altocolle"]) await addBoard(database, id);
    const text = "Azienda di logistica di Lomazzo. Tempo determinato. Rivolgersi allo Sportello di Erba.";
    await addItem(
      database,
      "valdilago",
      { title: "Magazziniere", text: `${text} Scadenza: 24/11/2026` },
      now,
    );
    await addItem(database, "valdilago", { title: "Barista", text: "Scadenza: 10/11/2026" }, now);
    await addItem(
      database,
      "valdilago",
      { title: "Cuoco", text: "Scadenza: 10/11/2026", facts: { deadline: "2026-12-05", place: "Como" } },
      now,
    );
  });
  afterAll(async () => {
    await database.close();
  });

  const titles = async (question: Partial<Question>) => {
    const how = { wording: "exact" as const, limit: 50, offset: 0 };
    const items = await findItems(database.db, reading, { ...everything, ...question }, how);
    return items.map(({ title }) => title);
  };

  test("an item is on the board before it was read, and found by more afterwards", async () => {
    expect(await isItemUnread(database.db)).toBe(true);
    expect(await titles({})).toEqual(["Cuoco", "Barista", "Magazziniere"]);
    const before = await boardVersion(database.db, "valdilago");
    await readItems({ db: database.db });
    expect(await isItemUnread(database.db)).toBe(false);
    expect(await boardVersion(database.db, "valdilago")).not.toBe(before);
    expect(await titles({})).toEqual(["Cuoco", "Magazziniere"]);
    expect(await titles({ state: "soon" })).toEqual(["Magazziniere"]);
    expect(await titles({ place: "lomazzo" })).toEqual(["Magazziniere"]);
    expect(await titles({ contract: "fixed-term" })).toEqual(["Magazziniere"]);
    expect(await titles({ profession: "logistics" })).toEqual(["Magazziniere"]);
    expect(await titles({ profession: "logistics", place: "Como" })).toEqual([]);
    expect(await titles({ profession: "hospitality", state: "all" })).toEqual(["Cuoco", "Barista"]);
  });

  test("what a field says stands before what was read", async () => {
    const how = { wording: "exact" as const, limit: 1, offset: 0 };
    const [cook] = await findItems(database.db, reading, { ...everything, search: "cuoco" }, how);
    expect(cook?.facts).toEqual({ deadline: "2026-12-05", place: "Como" });
  });

  test("an office that is described later is found in texts that name it", async () => {
    expect(await titles({ office: "Sportello di Erba" })).toEqual([]);
    const calendar = officeCalendar.parse({});
    const office = { id: "erba", name: "Sportello di Erba", isDefault: true, calendar, contacts: {} };
    await writeOffice(database.db, "valdilago", office);
    await readItems({ db: database.db });
    expect(await titles({ office: "sportello di erba" })).toEqual(["Magazziniere"]);
    await writeOffice(database.db, "valdilago", office);
    expect(await isItemUnread(database.db)).toBe(false);
  });

  test("what was corrected is read again", async () => {
    await database.db
      .updateTable("item")
      .set({ body: "Si cerca personale a Cantù. Scadenza: 18/12/2026", title: "Magazziniere – Cantù" })
      .where("title", "=", "Magazziniere")
      .execute();
    expect(await isItemUnread(database.db)).toBe(true);
    await readItems({ db: database.db });
    expect(await titles({ place: "Cantù" })).toEqual(["Magazziniere – Cantù"]);
    expect(await titles({ place: "Lomazzo" })).toEqual([]);
  });

  test("professions, offices and places are counted, each item once for each of its own", async () => {
    await addItem(database, "altocolle", { title: "Cuoco" }, now);
    await addItem(
      database,
      "valdilago",
      { title: "Impiegato in cantiere", facts: { place: "CANTÙ", contract: "part-time" } },
      now,
    );
    await readItems({ db: database.db });
    const counts = await countItems(database.db, reading, everything, "exact");
    expect(Object.fromEntries(counts.professions)).toEqual({
      logistics: 1,
      hospitality: 1,
      office: 1,
      construction: 1,
    });
    expect(counts.places.find(({ name }) => name.toLowerCase() === "cantù")?.count).toBe(2);
    expect(counts.states).toEqual({ open: 3, soon: 0, all: 4 });
    expect(counts.offices).toEqual([]);
  });
});
