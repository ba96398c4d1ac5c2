import { afterEach, expect, it } from "vitest";
import { offer, openWorld, type World } from "../../test/publishing-world.ts";
import type { AnyChannel } from "../channels/registry.ts";
import { advanceAccount } from "./advance-account.ts";
import { findDueAccounts } from "./line-store.ts";
import { defaultPolicy } from "./policy.ts";

// Accounts that cannot be worked on, and accounts that people change while they are worked on.

let world: World;
afterEach(async () => await world.close());

const advance = (more = {}) => advanceAccount({ ...world.tools, ...more }, world.account);
const standing = async () =>
  await world.database.db
    .selectFrom("account")
    .select(["state", "reason", "detail", "rest_until"])
    .executeTakeFirstOrThrow();
const change = (values: object) => world.database.db.updateTable("account").set(values).execute();
const due = () => findDueAccounts(world.tools.db, world.clock.now());

it("rests with a reason, longer and longer, when something of it cannot be read; then goes on by itself", async () => {
  // Taken up and broken off twice a second, for ever, and the Today page said that all was well.
  world = await openWorld();
  await world.publish([offer("a")]);
  const { secrets } = await world.database.db
    .selectFrom("account")
    .select("secrets")
    .executeTakeFirstOrThrow();
  await change({ secrets: Buffer.from("not sealed by us") });
  const rests: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    expect(await due()).toHaveLength(1);
    await expect(advance()).rejects.toThrow();
    expect(await due()).toEqual([]);
    const { state, reason, rest_until } = await standing();
    expect({ state, reason }).toEqual({ state: "resting", reason: "unexplained" });
    rests.push(Math.round(((rest_until?.getTime() ?? 0) - world.clock.now().getTime()) / 1000));
    world.clock.moveBy(rests.at(-1) === undefined ? 0 : (rests.at(-1) ?? 0) * 1000 + 1000);
  }
  expect(rests).toEqual([5, 10, 20]);
  await change({ secrets });
  await advance();
  expect(world.facebook.posts()).toHaveLength(1);
  expect(await standing()).toMatchObject({ state: "active", reason: null });
});

it("stays off when it was switched off during a call that failed", async () => {
  world = await openWorld();
  await world.publish([offer("b"), offer("a")]);
  world.facebook.addFault({ mode: "rate-limit-32", regainMinutes: 1 });
  const switchedOff = (moment: string) =>
    moment === "claimed" ? change({ state: "off", lease_token: null, lease_until: null }) : undefined;
  await advance({ reached: switchedOff });
  expect(await standing()).toMatchObject({ state: "off" });
});

it("stays connected when it was connected again during a call with the old token", async () => {
  world = await openWorld();
  await world.publish([offer("a")]);
  world.facebook.expireToken();
  const connectedAgain = async (moment: string) => {
    if (moment !== "answered") return;
    world.facebook.restoreToken();
    await change({ lease_token: null, lease_until: null });
  };
  await advance({ reached: connectedAgain });
  expect(await standing()).toMatchObject({ state: "active" });
  await advance();
  expect(world.facebook.posts()).toHaveLength(1);
});

it("is not taken for connected because the network could not be asked about it", async () => {
  // A dead token and a network that was away: the account was called well, and its real trouble was forgotten.
  world = await openWorld();
  await world.publish([offer("a")]);
  world.facebook.expireToken();
  await advance();
  const before = await standing();
  world.clock.moveBy(defaultPolicy.reconnectProbeMs + 1);
  const channel = world.tools.channels["facebook-page"] as AnyChannel;
  const checkHealth = async () => [
    { name: "page", state: "warning", reason: "unreachable", detail: "" } as const,
  ];
  await advance({ channels: { "facebook-page": { ...channel, checkHealth } } });
  const after = await standing();
  expect(after).toMatchObject({ state: "disconnected", reason: before.reason, detail: before.detail });
  expect(after.rest_until?.getTime()).toBeGreaterThan(world.clock.now().getTime());
  expect((await world.publications())[0]?.attempts).toBe(1);
});

it("does not wait for a moment that a wrong clock once named", async () => {
  world = await openWorld();
  await world.publish([offer("a")]);
  await change({ idle_until: new Date(world.clock.now().getTime() + 365 * 24 * 60 * 60_000) });
  expect(await due()).toHaveLength(1);
  expect(defaultPolicy.holdLineMs).toBeLessThan(25 * 60 * 60_000);
});
