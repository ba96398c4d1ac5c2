import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/databases.ts";
import { openVault } from "../platform/vault.ts";
import { adoptSecretKey, compareSecretKey, verifySecretKey } from "./verify-secret-key.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const ours = openVault(Buffer.alloc(32, 1));
const another = openVault(Buffer.alloc(32, 2));

test("the first key that meets a database is its key, until a person says that it is lost", async () => {
  const { db } = database;
  expect(await compareSecretKey(db, ours)).toBe("first-use");
  expect(await compareSecretKey(db, another)).toBe("first-use");
  const both = await Promise.all([verifySecretKey(db, ours), verifySecretKey(db, ours)]);
  expect(both.sort()).toEqual(["first-use", "ours"]);
  expect(await verifySecretKey(db, another)).toBe("another");
  expect(await verifySecretKey(db, ours)).toBe("ours");
  await adoptSecretKey(db, another);
  expect(await verifySecretKey(db, another)).toBe("ours");
  expect(await compareSecretKey(db, ours)).toBe("another");
});
