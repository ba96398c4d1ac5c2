import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { enginesUnderTest, type TestDatabase, testDatabase } from "../../test/databases.ts";
import type { ArrivedEvent } from "./event-store.ts";
import { takeInEvents } from "./take-in-events.ts";

const at = new Date("2026-11-22T09:32:00.000Z");

function event(key: string, more: Partial<ArrivedEvent> = {}): ArrivedEvent {
  return {
    authorityId: "valdilago",
    channel: "facebook-page",
    externalId: "100",
    kind: "comment-added",
    key,
    happenedAt: new Date("2026-11-22T09:31:00.000Z"),
    receivedAt: at,
    reading: { text: `L'ora "giusta" {è} \\ ${key}`, person: { id: "7", isPage: false } },
    raw: { field: "feed", list: ["a,b", null, "{}"] },
    ...more,
  };
}

describe.each(enginesUnderTest())("events, on the engine %s", (engine) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase({ engine });
    for (const id of ["valdilago", "altocolle"]) {
      await database.db.insertInto("authority").values({ id, name: id }).execute();
      await database.db
        .insertInto("account")
        .values({
          authority_id: id,
          id: "pagina",
          channel: "facebook-page",
          external_id: "100",
          name: "Pagina",
        })
        .execute();
    }
  });
  beforeEach(() => database.db.deleteFrom("event").execute());
  afterAll(() => database.close());

  const rows = () => database.db.selectFrom("event").selectAll().orderBy("seq").execute();

  test("are kept as they were read and as they arrived", async () => {
    const one = event("comment-added:1");
    expect(await takeInEvents(database.db, [one])).toEqual({ stored: 1, duplicates: 0, notOurs: 0 });
    expect(await rows()).toEqual([
      expect.objectContaining({
        authority_id: "valdilago",
        account_id: "pagina",
        key: one.key,
        kind: one.kind,
        happened_at: one.happenedAt,
        received_at: at,
        reading: one.reading,
        raw: one.raw,
        handled_at: null,
      }),
    ]);
  });

  test("that come twice, in one commit or later, are one", async () => {
    const both = [event("a"), event("b"), event("a")];
    expect(await takeInEvents(database.db, both)).toEqual({ stored: 2, duplicates: 1, notOurs: 0 });
    expect(await takeInEvents(database.db, both)).toEqual({ stored: 0, duplicates: 3, notOurs: 0 });
    expect((await rows()).map(({ key }) => key)).toEqual(["a", "b"]);
  });

  test("with one key on accounts of two authorities are two", async () => {
    const both = [event("a"), event("a", { authorityId: "altocolle" })];
    expect(await takeInEvents(database.db, both)).toMatchObject({ stored: 2 });
  });

  test.each<[string, Partial<ArrivedEvent>]>([
    ["another Page", { externalId: "999" }],
    ["another kind of network", { channel: "radio" }],
    ["no authority", { authorityId: "nessuno" }],
  ])("of %s are left out and cost the others nothing", async (_what, more) => {
    const taken = await takeInEvents(database.db, [event("a", more), event("b")]);
    expect(taken).toEqual({ stored: 1, duplicates: 0, notOurs: 1 });
  });

  test("stored by several processes at once, in opposite orders, are one each", async () => {
    const events = Array.from({ length: 300 }, (_, index) => event(`k${index}`));
    const all = await Promise.all(
      Array.from({ length: 3 }, (_, index) =>
        takeInEvents(database.db, index % 2 ? events.toReversed() : events),
      ),
    );
    expect(all.reduce((sum, { stored }) => sum + stored, 0)).toBe(300);
    expect(await rows()).toHaveLength(300);
  });

  test("that the database refuses are told of without a word of what people wrote", async () => {
    const refused = await takeInEvents(database.db, [event("", { reading: { text: "segretissimo" } })]).catch(
      (error: Error) => error,
    );
    const told = refused as Error;
    expect(told.message).toBe("events were not stored: SQLSTATE 23514");
    expect(JSON.stringify({ ...told, stack: told.stack, cause: told.cause })).not.toContain("segretissimo");
  });
});
