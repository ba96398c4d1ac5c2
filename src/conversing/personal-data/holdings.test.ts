import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { holdings, withoutPersons } from "./holdings.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

/** Columns in which people could stand, by their names; an id of a member of the staff is none. */
const peoples =
  /(^|_)(person|author(?!ity)|sender|recipient|citizen|contact|connected_by)(_|$)|(^|_)(name|text|body|message_id)$|^(reading|raw|evidence|content|payload|letter|detail|suggestions)$/;

test("every table in which a person could stand is in the list, or says why nobody does", async () => {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public'`.execute(database.db);
  const suspects = new Set(rows.filter(({ column }) => peoples.test(column)).map(({ table }) => table));
  const listed = Object.values(holdings).map(({ table }) => table as string);
  const known = new Set([...listed, ...Object.keys(withoutPersons)]);
  expect([...suspects].filter((table) => !known.has(table)).sort()).toEqual([]);
  expect(suspects.size).toBeGreaterThan(15);
});

test("nothing is listed that is not there", async () => {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public'`.execute(database.db);
  const there = new Set(rows.map(({ table, column }) => `${table}.${column}`));
  const listed = Object.values(holdings).flatMap(({ table, columns, orderBy }) =>
    [...columns, orderBy].map((column) => `${table}.${column}`),
  );
  expect(listed.filter((column) => !there.has(column))).toEqual([]);
});
