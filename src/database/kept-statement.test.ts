import { sql } from "kysely";
import { afterEach, describe, expect, test, vi } from "vitest";
import { enginesUnderTest, testDatabase } from "../../test/databases.ts";
import type { Database } from "./database.ts";
import { kept } from "./kept-statement.ts";

vi.setConfig({ testTimeout: 90_000 });

const open: Database[] = [];

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

describe.each(enginesUnderTest())("a marked statement on %s", (engine) => {
  async function oneConnection() {
    const database = await testDatabase({ engine, poolMax: 1 });
    open.push(database);
    const { db } = database;
    const prepared = async () => {
      const { rows } = await sql<{ statement: string; plans: number }>`
        select statement, (generic_plans + custom_plans)::int as plans from pg_prepared_statements`.execute(
        db,
      );
      return rows;
    };
    const doubled = async (number: number) => {
      const { rows } = await sql<{ it: number }>`${kept}select ${number}::int * 2 as it`.execute(db);
      return rows[0]?.it;
    };
    return { db, prepared, doubled };
  }

  test("is prepared once and answers each time for its own values", async () => {
    const { prepared, doubled } = await oneConnection();
    expect([await doubled(1), await doubled(2), await doubled(3)]).toEqual([2, 4, 6]);
    expect(await prepared()).toEqual([{ statement: expect.stringContaining("* 2"), plans: 3 }]);
  });

  test("outlives an error and a transaction that was rolled back", async () => {
    const { db, prepared, doubled } = await oneConnection();
    const share = (of: number) => sql<{ it: number }>`${kept}select 12 / ${of}::int as it`;
    await expect(share(0).execute(db)).rejects.toThrow("division by zero");
    await expect(
      db.transaction().execute(async (trx) => {
        await share(3).execute(trx);
        await share(0).execute(trx);
      }),
    ).rejects.toThrow("division by zero");
    expect((await share(4).execute(db)).rows).toEqual([{ it: 3 }]);
    expect(await doubled(4)).toBe(8);
    expect(await prepared()).toHaveLength(2);
  });

  test("is the only kind that is kept", async () => {
    const { db, prepared } = await oneConnection();
    await sql`select ${1}::int as it`.execute(db);
    expect(await prepared()).toEqual([]);
  });
});
