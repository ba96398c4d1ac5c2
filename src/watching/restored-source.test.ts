import { afterEach, beforeEach, expect, it } from "vitest";
import { addFeed, authorityId, offer, openWorld, type World } from "../../test/publishing-world.ts";
import { holdRestored } from "../publishing/hold-restored.ts";
import type { Look } from "../sources/source.ts";
import type { FoundItem } from "./found-item.ts";
import { pollSource } from "./poll-source.ts";

// The first looks at a source after a backup was put in.

let world: World;
beforeEach(async () => {
  world = await openWorld();
  await addFeed(world, { baseline_at: world.clock.now() });
  await world.database.db.transaction().execute((trx) => holdRestored(trx, world.clock.now()));
});
afterEach(async () => await world.close());

const found = (...items: FoundItem[]): Look => ({ kind: "found", items, validators: {}, mended: [] });

async function look(answer: Look): Promise<string[]> {
  const { db, clock, log } = world.tools;
  const sources = { feed: { kind: "feed", look: async () => answer } };
  await pollSource({ db, clock, log, queue: world.queue, sources }, authorityId, "feed");
  return (await world.publications()).map(({ state, reason }) => `${state} ${reason ?? ""}`.trim());
}

it("hold what they find new, once", async () => {
  expect(await look(found(offer("a"), offer("b")))).toEqual(["held restored", "held restored"]);
  expect(await look(found(offer("a"), offer("b"), offer("c")))).toEqual([
    "held restored",
    "held restored",
    "due",
  ]);
});

it.each<[string, Look]>([
  ["finds nothing new", found()],
  ["is told that nothing has changed", { kind: "unchanged", validators: {} }],
])("a look that %s is the first one as well", async (_what, answer) => {
  await look(answer);
  expect(await look(found(offer("a")))).toEqual(["due"]);
});

it("a look that gave nothing does not count", async () => {
  expect(await look({ kind: "fault", fault: "timeout", detail: "" })).toEqual([]);
  expect(await look(found(offer("a")))).toEqual(["held restored"]);
});

it("a backfill that was asked for may have gone out as well", async () => {
  await world.database.db
    .updateTable("source")
    .set({ baseline_at: null, settings: JSON.stringify({ backfill: 1 }) })
    .where("id", "=", "feed")
    .execute();
  expect(await look(found(offer("a"), offer("b")))).toEqual(["held restored"]);
});

it("sources that push are not marked", async () => {
  const rows = await world.database.db
    .selectFrom("source")
    .select(["id", "restored_at"])
    .orderBy("id")
    .execute();
  expect(rows.map(({ id, restored_at }) => [id, restored_at !== null])).toEqual([
    ["feed", true],
    ["portale", false],
  ]);
});
