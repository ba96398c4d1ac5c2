import { afterEach, expect, it } from "vitest";
import { offer, openWorld, type World } from "../../test/publishing-world.ts";
import type { AnyChannel } from "../channels/registry.ts";
import { advanceAccount } from "./advance-account.ts";
import { defaultPolicy } from "./policy.ts";

// Answers that come after others have decided, clocks that jump, and machines that sleep.

let world: World;
afterEach(async () => await world.close());

const advance = (more = {}) => advanceAccount({ ...world.tools, ...more }, world.account);
const hourMs = 3_600_000;

function channelWith(changes: Partial<AnyChannel>): { channels: Record<string, AnyChannel> } {
  const channel = world.tools.channels["facebook-page"] as AnyChannel;
  return { channels: { "facebook-page": { ...channel, ...changes } } };
}

it("believes that it was published even when all looks were empty and it was due again", async () => {
  // A worker stopped in the middle of its call came back when the others had searched in vain: its answer was thrown
  // away, and the item appeared twice.
  world = await openWorld();
  await world.publish([offer("a")]);
  let isDecided = false;
  const decidedByOthers = async (moment: string) => {
    if (moment !== "answered" || isDecided) return;
    isDecided = true;
    await world.database.db
      .updateTable("publication")
      .set({ state: "due", next_step_at: new Date(), reason: "interrupted", looks: 5, retries: 1 })
      .execute();
  };
  await advance({ reached: decidedByOthers });
  expect((await world.publications())[0]).toMatchObject({ state: "published", attempts: 1 });
  expect(world.facebook.posts()).toHaveLength(1);
});

it("looks far back before it sends again, for the clock may have been set back since the attempt", async () => {
  // The attempt was noted at a moment that, by the right clock, was still to come: the post was older than the search.
  world = await openWorld();
  const searchedSince: Date[] = [];
  const channel = channelWith({
    async findPublished(_post, _account, since) {
      searchedSince.push(since);
      return { kind: "absent" };
    },
    publish: async () => ({ kind: "retry", reason: "link", detail: "", scope: "publication" }),
  });
  world.facebook.addFault({ mode: "lost-after" });
  world.clock.moveBy(2 * hourMs);
  await world.publish([offer("a")]);
  await advance();
  const attemptedAt = world.clock.now();
  for (const pause of defaultPolicy.lookAfterMs) {
    world.clock.moveBy(pause + 1);
    await advance(channel);
  }
  const last = searchedSince.at(-1);
  expect(searchedSince).toHaveLength(defaultPolicy.lookAfterMs.length);
  expect(attemptedAt.getTime() - (last?.getTime() ?? 0)).toBeGreaterThan(12 * hourMs);
});

it("does not act on a claim when the machine slept after it, though the steady clock slept too", async () => {
  world = await openWorld();
  await world.publish([offer("a")]);
  let sleeps = 1;
  const sleepsOnce = (moment: string) => {
    if (moment === "claimed" && sleeps-- > 0) world.clock.moveBy(hourMs);
  };
  await advance({ reached: sleepsOnce });
  expect(world.facebook.posts()).toHaveLength(0);
  expect((await world.publications())[0]).toMatchObject({ state: "due", reason: "slept" });
});

it("counts the day's posts anew when midnight passes while it publishes", async () => {
  // The third of three posts was held back a whole day: the count of the day before was held against the new one.
  world = await openWorld();
  const { db } = world.database;
  await db
    .updateTable("account")
    .set({ pacing: JSON.stringify({ dailyMax: 2 }) })
    .execute();
  const midnight = new Date(world.clock.now());
  midnight.setUTCHours(23, 0, 0, 0);
  world.clock.moveBy(midnight.getTime() - 1_500 - world.clock.now().getTime());
  await db
    .updateTable("authority")
    .set({ settings: JSON.stringify({ timeZone: "Etc/GMT-1" }) })
    .execute();
  await world.publish([offer("c"), offer("b"), offer("a")]);
  let answers = 0;
  const passesMidnight = (moment: string) => {
    if (moment === "answered" && ++answers === 2) world.clock.moveBy(2_000);
  };
  await advance({ reached: passesMidnight });
  expect(world.facebook.posts()).toHaveLength(3);
});
