import fastify from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/databases.ts";
import { reservedIds } from "../authority/reserved-id.ts";
import { pretendParts } from "./pretend-parts.ts";
import { addRoutes } from "./routes.ts";
import { openHostNames } from "./site/host-names.ts";

// An authority called "desk" had its public pages hidden behind the desk.

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(async () => {
  await database.close();
});

test("no authority can have an id that stands for one of our own addresses", async () => {
  const paths: string[] = [];
  const app = fastify();
  app.addHook("onRoute", ({ path }) => void paths.push(path));
  const parts = pretendParts(database);
  addRoutes(app, parts, openHostNames(database.db, parts.publicUrl, Date.now));
  await app.ready();
  await app.close();
  const taken = new Set<string>();
  for (const path of paths) {
    const [first = "", second = ""] = path.split("/").slice(1);
    taken.add(first);
    // The only place below another where an authority is named at once.
    if (first === "hooks") taken.add(second);
  }
  const ids = [...taken].filter((part) => /^[a-z0-9][a-z0-9-]*$/.test(part));
  expect(ids.sort()).toEqual([...reservedIds].sort());
});
