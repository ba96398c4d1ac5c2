import { afterEach, expect, it } from "vitest";
import { addFeed, authorityId, openWorld, type World } from "../../test/publishing-world.ts";
import { pollSource } from "./poll-source.ts";
import { takeDueSources } from "./source-store.ts";

let world: World;
afterEach(async () => await world.close());

const take = () =>
  world.database.db.transaction().execute((trx) => takeDueSources(trx, world.clock.now(), 10));
const hourMs = 3_600_000;

it("is looked at once when its time has come", async () => {
  world = await openWorld();
  await addFeed(world, { next_look_at: world.clock.now(), every_seconds: 60 });
  expect(await take()).toEqual([{ authorityId, sourceId: "feed" }]);
  expect(await take()).toEqual([]);
  const { last_look_at } = await world.database.db
    .selectFrom("source")
    .select("last_look_at")
    .where("id", "=", "feed")
    .executeTakeFirstOrThrow();
  expect(last_look_at, "asked for is not yet looked at").toBeNull();
  world.clock.moveBy(61_000);
  expect(await take()).toHaveLength(1);
});

it("is looked at, once, when the clock was set back since the last look", async () => {
  // A machine that started with the clock of next year was silent for a year once its clock was put right.
  world = await openWorld();
  const wrong = new Date(world.clock.now().getTime() + 8760 * hourMs);
  await addFeed(world, { next_look_at: wrong, last_look_at: wrong, every_seconds: 60 });
  expect(await take()).toHaveLength(1);
  expect(await take()).toEqual([]);
});

it("says that something went wrong when a look ends in a fault of ours", async () => {
  world = await openWorld();
  await addFeed(world, { next_look_at: world.clock.now() });
  const { db, clock, log } = world.tools;
  const sources = { feed: { kind: "feed", look: () => Promise.reject(new TypeError("a bug")) } };
  const look = pollSource({ db, clock, log, queue: world.queue, sources }, authorityId, "feed");
  await expect(look).rejects.toThrow("a bug");
  const row = await db.selectFrom("source").selectAll().where("id", "=", "feed").executeTakeFirstOrThrow();
  expect(row).toMatchObject({ fault: "unexplained", faults: 1 });
});
