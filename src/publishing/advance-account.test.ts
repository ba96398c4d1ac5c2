import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { enginesUnderTest } from "../../test/databases.ts";
import { authorityId, offer, openWorld, type World } from "../../test/publishing-world.ts";
import { advanceAccount } from "./advance-account.ts";
import { giveBack, lease, renew } from "./lease-store.ts";
import { defaultPolicy } from "./policy.ts";

let world: World;
afterEach(async () => await world.close());

const advance = (more = {}) => advanceAccount({ ...world.tools, ...more }, world.account);
const titles = () => world.facebook.posts().map((post) => /Offerta (\w+)/.exec(post.message ?? "")?.[1]);
const standing = async () =>
  await world.database.db
    .selectFrom("account")
    .select(["state", "reason", "rest_until"])
    .executeTakeFirstOrThrow();

/** Lets every look of the policy come and go. */
async function lookThrough(): Promise<void> {
  for (const pause of defaultPolicy.lookAfterMs) {
    world.clock.moveBy(pause + 1);
    await advance();
  }
}

describe.each(enginesUnderTest())("an account's line on the %s engine", (engine) => {
  it("publishes everything once, in the portal's order", async () => {
    world = await openWorld({ engine });
    await world.publish([offer("c"), offer("b"), offer("a")]);
    await advance();
    await advance();
    expect(titles()).toEqual(["a", "b", "c"]);
    expect(await world.publications()).toEqual(
      Array.from({ length: 3 }, () => ({ state: "published", reason: null, attempts: 1, looks: 0 })),
    );
  });

  it("adopts a post whose answer was lost instead of sending it again, and holds the line meanwhile", async () => {
    world = await openWorld({ engine });
    world.facebook.addFault({ mode: "lost-after" });
    await world.publish([offer("b"), offer("a")]);
    await advance();
    expect((await world.publications()).map(({ state }) => state)).toEqual(["unknown", "due"]);
    expect(titles()).toEqual(["a"]);
    world.clock.moveBy(2_001);
    await advance();
    expect(titles()).toEqual(["a", "b"]);
    expect((await world.publications()).map(({ attempts }) => attempts)).toEqual([1, 1]);
  });

  it("sends again what surely never appeared, after all looks", async () => {
    world = await openWorld({ engine });
    world.facebook.addFault({ mode: "lost-before" });
    await world.publish([offer("a")]);
    await advance();
    expect(titles()).toEqual([]);
    await lookThrough();
    await advance();
    expect(titles()).toEqual(["a"]);
    const attempts = await world.database.db
      .selectFrom("attempt")
      .select(["kind", "outcome"])
      .orderBy("started_at")
      .execute();
    expect(attempts.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
      "publish unknown",
      ...defaultPolicy.lookAfterMs.map(() => "find absent"),
      "publish published",
    ]);
  });

  it("takes what a dead process left in the middle for uncertain, and finds it", async () => {
    world = await openWorld({ engine });
    await world.publish([offer("a")]);
    // A process that dies loses its connection with all else, so nothing of its end is noted.
    const death = Object.assign(new Error("died"), { code: "ECONNRESET" });
    const dies = {
      reached: (moment: string) => (moment === "answered" ? Promise.reject(death) : undefined),
    };
    await expect(advance(dies)).rejects.toThrow("died");
    expect((await world.publications())[0]?.state).toBe("sending");
    await advance();
    expect((await world.publications())[0]).toMatchObject({ state: "unknown", reason: "interrupted" });
    world.clock.moveBy(2_001);
    await advance();
    expect((await world.publications())[0]).toMatchObject({ state: "published", attempts: 1 });
    expect(titles()).toEqual(["a"]);
  });

  it("leaves the line alone while another worker holds it", async () => {
    world = await openWorld({ engine });
    await world.publish([offer("a")]);
    await lease(world.tools.db, world.account, randomUUID(), 60_000);
    await advance();
    expect(titles()).toEqual([]);
  });

  it("is not taken back by a renewal that comes after it was given back", async () => {
    world = await openWorld({ engine });
    const token = randomUUID();
    await lease(world.tools.db, world.account, token, 60_000);
    await giveBack(world.tools.db, world.account, token, null);
    await renew(world.tools.db, world.account, token, 60_000);
    await world.publish([offer("a")]);
    await advance();
    expect(titles()).toEqual(["a"]);
  });

  it("sends nothing with a lease that has run out", async () => {
    world = await openWorld({ engine });
    await world.publish([offer("a")]);
    await advance({ reached: (moment: string) => (moment === "line read" ? steal() : undefined) });
    expect(titles()).toEqual([]);
    expect((await world.publications())[0]?.state).toBe("due");
  });

  it("waits for the whole account when its limit is reached, and goes on by itself", async () => {
    world = await openWorld({ engine });
    world.facebook.addFault({ mode: "rate-limit-32", regainMinutes: 0.02 });
    await world.publish([offer("b"), offer("a")]);
    await advance();
    expect(await standing()).toMatchObject({ state: "resting" });
    expect((await world.publications()).map(({ state }) => state)).toEqual(["waiting", "due"]);
    // The pretend Facebook lives in real time, and the machine may be busy.
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    await advance();
    expect(titles()).toEqual(["a", "b"]);
    expect(await standing()).toMatchObject({ state: "active", reason: null });
  });

  it("pauses an account with a dead token, loses nothing, and publishes all once it works again", async () => {
    world = await openWorld({ engine });
    world.facebook.expireToken();
    await world.publish([offer("b"), offer("a")]);
    await advance();
    expect(await standing()).toMatchObject({ state: "disconnected" });
    world.clock.moveBy(defaultPolicy.reconnectProbeMs + 1);
    await advance();
    expect(await standing()).toMatchObject({ state: "disconnected" });
    world.facebook.restoreToken();
    world.clock.moveBy(defaultPolicy.reconnectProbeMs + 1);
    await advance();
    expect(titles()).toEqual(["a", "b"]);
  });

  it("asks a person about what will not pass, and goes on with the others", async () => {
    world = await openWorld({ engine });
    world.facebook.addFault({ mode: "invalid-100-trace-490" });
    await world.publish([offer("b"), offer("a")]);
    await advance();
    const [first, second] = await world.publications();
    expect(first).toMatchObject({ state: "refused" });
    expect(first?.reason).toBeTruthy();
    expect(second).toMatchObject({ state: "published" });
  });

  it("finishes the call under way and begins no other when told to stop", async () => {
    world = await openWorld({ engine });
    await world.publish([offer("b"), offer("a")]);
    const stop = new AbortController();
    const reached = (moment: string) => (moment === "claimed" ? stop.abort() : undefined);
    await advance({ stopping: stop.signal, reached });
    expect(titles()).toEqual(["a"]);
    expect((await world.publications()).map(({ state }) => state)).toEqual(["published", "due"]);
    const { lease_until } = await world.database.db
      .selectFrom("account")
      .select("lease_until")
      .executeTakeFirstOrThrow();
    expect(lease_until).toBeNull();
  });

  it("leaves its line when others wait for a turn, and takes it up again where it was", async () => {
    world = await openWorld({ engine });
    await world.publish([offer("c"), offer("b"), offer("a")]);
    await advance({ giveWay: () => true });
    expect(titles()).toEqual(["a"]);
    await advance();
    expect(titles()).toEqual(["a", "b", "c"]);
  });

  it("lets the database refuse states that contradict themselves", async () => {
    world = await openWorld({ engine });
    await world.publish([offer("a")]);
    const set = (values: object) => world.database.db.updateTable("publication").set(values).execute();
    await expect(set({ state: "published" })).rejects.toThrow(/check constraint/);
    await expect(set({ state: "sending", next_step_at: null })).rejects.toThrow(/sending_has_its_attempt/);
    await expect(set({ state: "refused", next_step_at: null, settled_at: new Date() })).rejects.toThrow(
      /reason/,
    );
    await expect(set({ next_step_at: null })).rejects.toThrow(/open_has_a_next_step/);
  });
});

/** Makes the lease another worker's, as when ours ran out while the process slept. */
async function steal(): Promise<void> {
  await world.database.db
    .updateTable("account")
    .set({ lease_token: randomUUID(), lease_until: new Date(Date.now() + 60_000) })
    .where("authority_id", "=", authorityId)
    .execute();
}
