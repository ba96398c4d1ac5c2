import { afterEach, expect, it } from "vitest";
import { authorityId, offer, openWorld, type World } from "../../test/publishing-world.ts";
import { advanceAccount } from "./advance-account.ts";
import { discardHeld } from "./discard-held.ts";
import { discardPublication } from "./discard-publication.ts";
import { holdRestored } from "./hold-restored.ts";
import { defaultPolicy } from "./policy.ts";
import { releaseHeld } from "./release-held.ts";
import { releasePublication } from "./release-publication.ts";
import { sendAgain } from "./send-again.ts";

let world: World;
afterEach(async () => await world.close());

const restore = () => world.database.db.transaction().execute((trx) => holdRestored(trx, world.clock.now()));
const states = async () =>
  (await world.publications()).map(({ state, reason }) => `${state} ${reason ?? ""}`.trim());
const acts = () => ({ db: world.database.db, queue: world.queue, clock: world.clock, by: null });

it("holds what waits to leave, in every state of waiting, and leaves the rest to itself", async () => {
  world = await openWorld();
  await world.publish(
    ["due", "planned", "waiting", "held", "published", "refused"].map((name) => offer(name)),
  );
  const now = world.clock.now();
  const settled = { next_step_at: null, settled_at: now };
  for (const [title, columns] of Object.entries({
    planned: { state: "planned" },
    waiting: { state: "waiting", reason: "token-expired", detail: "190/463" },
    held: { state: "held", reason: "flood", next_step_at: null },
    published: { state: "published", external_id: "1_9", ...settled },
    refused: { state: "refused", reason: "invalid-parameter", ...settled },
  } as const)) {
    await world.database.db
      .updateTable("publication")
      .set(columns)
      .where("item_id", "in", (eb) =>
        eb.selectFrom("item").select("id").where("title", "=", `Offerta ${title}`),
      )
      .execute();
  }
  expect(await restore()).toBe(4);
  expect((await states()).sort()).toEqual([
    ...Array(4).fill("held restored"),
    "published",
    "refused invalid-parameter",
  ]);
});

it("looks for what was in the middle of a call on the Page, and finds it there", async () => {
  world = await openWorld();
  await world.publish([offer("a"), offer("b")]);
  world.facebook.addFault({ mode: "lost-after" });
  await advanceAccount(world.tools, world.account);
  expect(await states()).toEqual(["unknown answer-lost", "due"]);
  expect(await restore()).toBe(1);
  world.clock.moveBy(defaultPolicy.lookAfterMs[0] + 1);
  await advanceAccount(world.tools, world.account);
  expect(await states()).toEqual(["published", "held restored"]);
  expect(world.facebook.posts()).toHaveLength(1);
});

it("lets go what a person releases, and never what a person dismissed", async () => {
  world = await openWorld();
  await world.publish([offer("a"), offer("b"), offer("c")]);
  await restore();
  const rows = await world.database.db.selectFrom("publication").select("id").orderBy("position").execute();
  const [a, b] = rows.map(({ id }) => ({ authorityId, id }));
  if (!a || !b) throw new Error("not planned");
  expect(await releasePublication(acts(), a)).toBe(true);
  expect(await discardPublication(acts(), b)).toBe(true);
  expect(await discardPublication(acts(), b)).toBe(false);
  expect(await sendAgain(acts(), b)).toBe(false);
  await advanceAccount(world.tools, world.account);
  expect(await states()).toEqual(["published", "refused discarded", "held restored"]);
  expect(await discardHeld(acts(), authorityId, "restored")).toBe(1);
  expect(await releaseHeld(acts(), authorityId, "restored")).toBe(0);
  await advanceAccount(world.tools, world.account);
  expect(world.facebook.posts()).toHaveLength(1);
});

it("of a person who dismisses and one who sends again at the same moment, one is told to be late", async () => {
  world = await openWorld();
  await world.publish([offer("a")]);
  const refused = {
    state: "refused",
    reason: "invalid-parameter",
    next_step_at: null,
    settled_at: new Date(),
  } as const;
  for (let round = 0; round < 10; round += 1) {
    await world.database.db.updateTable("publication").set(refused).execute();
    const { id } = await world.database.db.selectFrom("publication").select("id").executeTakeFirstOrThrow();
    const done = await Promise.all([
      discardPublication(acts(), { authorityId, id }),
      sendAgain(acts(), { authorityId, id }),
    ]);
    expect(done.filter(Boolean)).toHaveLength(1);
  }
});
