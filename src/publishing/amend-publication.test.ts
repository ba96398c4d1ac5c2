import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FaultRequest, offer, openWorld, type World } from "../../test/publishing-world.ts";
import { advanceAccount } from "./advance-account.ts";
import { lateCallMs } from "./amendment.ts";
import { findAmendingAccounts } from "./amendment-store.ts";
import { dropWish } from "./drop-wish.ts";
import { defaultPolicy } from "./policy.ts";
import { tryWishAgain } from "./try-wish-again.ts";
import { wantEdit } from "./want-edit.ts";
import { wantRemoval } from "./want-removal.ts";

// What a live post is to become, against the pretend Facebook: what the Page shows in the end decides.

let world: World;
let key: { authorityId: string; id: string };

const quarter = 15 * 60_000;
const advance = (more = {}) => advanceAccount({ ...world.tools, ...more }, world.account);
const tools = () => ({ ...world.tools, queue: world.queue });
const due = () => findAmendingAccounts(world.tools.db, world.clock.now());
const row = async () =>
  await world.database.db
    .selectFrom("publication")
    .selectAll()
    .where("id", "=", key.id)
    .executeTakeFirstOrThrow();
const attempts = async () =>
  await world.database.db
    .selectFrom("attempt")
    .select(["kind", "outcome", "reason"])
    .where("kind", "in", ["edit", "remove"])
    .orderBy("started_at")
    .execute();
const texts = () => world.facebook.posts().map((post) => post.message);
/** Met by whatever edits or removes a post. */
const fault = (request: FaultRequest) => world.facebook.addFault({ edge: "post", method: "*", ...request });

beforeEach(async () => {
  world = await openWorld();
  await world.publish([offer("a")]);
  await advance();
  const { id } = await world.database.db.selectFrom("publication").select("id").executeTakeFirstOrThrow();
  key = { authorityId: world.account.authorityId, id };
  world.clock.moveBy(lateCallMs(defaultPolicy));
});
afterEach(async () => await world.close());

describe("an edit", () => {
  it("gives the post its text, once, and the row remembers both", async () => {
    expect(await wantEdit(tools(), key, "CHIUSA")).toEqual({ kind: "wanted" });
    expect(world.jobs.at(-1)).toBe("advance-account");
    await advance();
    expect(texts()).toEqual(["CHIUSA"]);
    expect(await row()).toMatchObject({ state: "published", wanted: null, amend_next_at: null });
    expect((await row()).post?.text).toBe("CHIUSA");
    expect(await attempts()).toEqual([{ kind: "edit", outcome: "done", reason: null }]);
    expect(await due()).toEqual([]);
  });

  it.each<[string, FaultRequest]>([
    ["lost after acting", { mode: "lost-after" }],
    ["lost before acting", { mode: "lost-before" }],
    ["an error although it acted", { mode: "error-2-after" }],
    ["a proxy's page", { mode: "html-502" }],
    ["cut in half", { mode: "truncated-after" }],
  ])("whose answer is %s is made again until the text stands there", async (_name, request) => {
    fault(request);
    await wantEdit(tools(), key, "PROROGATA");
    await advance();
    expect(await row()).toMatchObject({ state: "published", amend_retries: 1 });
    expect(await due()).toEqual([]);
    world.clock.moveBy(quarter);
    expect(await due()).toHaveLength(1);
    await advance();
    expect(texts()).toEqual(["PROROGATA"]);
    expect((await row()).wanted).toBeNull();
  });

  it("wanted while the answer to an older one is on its way is carried out too", async () => {
    await wantEdit(tools(), key, "primo");
    const newer = async (moment: string) => {
      if (moment === "amend answered" && texts()[0] === "primo") await wantEdit(tools(), key, "secondo");
    };
    await advance({ reached: newer });
    expect(texts()).toEqual(["secondo"]);
    expect((await row()).wanted).toBeNull();
  });

  it("is made once more when an older one, whose end nobody knows, may still have undone it", async () => {
    // The call for "primo" was given up and acted later, after "secondo": the Page showed what was wanted before.
    fault({ mode: "lost-before" });
    await wantEdit(tools(), key, "primo");
    await advance();
    world.clock.moveBy(1000);
    await wantEdit(tools(), key, "secondo");
    await advance();
    expect((await row()).wanted).not.toBeNull();
    world.facebook.world.editPost(world.facebook.posts()[0] as never, { message: "primo" });
    world.clock.moveBy(lateCallMs(defaultPolicy));
    await advance();
    expect(texts()).toEqual(["secondo"]);
    expect((await row()).wanted).toBeNull();
  });

  it("of a post that somebody took off tells that it is gone", async () => {
    world.facebook.world.deletePost(world.facebook.posts()[0] as never);
    await wantEdit(tools(), key, "CHIUSA");
    await advance();
    expect(await row()).toMatchObject({ state: "removed", wanted: null });
    expect((await row()).removed_at).not.toBeNull();
  });
});

describe("a removal", () => {
  it("takes the post off; wanted again it changes nothing", async () => {
    expect(await wantRemoval(tools(), key)).toEqual({ kind: "wanted" });
    expect(await wantRemoval(tools(), key)).toEqual({ kind: "wanted" });
    await advance();
    expect(texts()).toEqual([]);
    const removed = await row();
    expect(removed).toMatchObject({ state: "removed", wanted: null, external_id: expect.any(String) });
    expect(await wantRemoval(tools(), key)).toEqual({ kind: "nothing" });
    expect(await wantEdit(tools(), key, "x")).toEqual({ kind: "impossible", reason: "no-post" });
  });

  it("whose answer was lost is made again, and the second one finds nothing left to do", async () => {
    fault({ mode: "lost-after" });
    await wantRemoval(tools(), key);
    await advance();
    expect((await row()).state).toBe("published");
    world.clock.moveBy(quarter);
    await advance();
    expect((await row()).state).toBe("removed");
    expect(texts()).toEqual([]);
  });

  it("is not believed while the post still stands on the Page", async () => {
    // Facebook says "not there" of what a token may not see any more: the row said removed, and the post stood there.
    const channel = world.tools.channels["facebook-page"];
    const remove = async () => ({ kind: "gone" }) as const;
    await wantRemoval(tools(), key);
    await advance({ channels: { "facebook-page": { ...channel, remove } } });
    expect(await row()).toMatchObject({ state: "published", amend_reason: "still-there" });
    expect(texts()).toHaveLength(1);
  });

  it("of what has not left means that it never leaves", async () => {
    await world.publish([offer("b")]);
    const waiting = await world.database.db
      .selectFrom("publication")
      .select("id")
      .where("state", "=", "due")
      .executeTakeFirstOrThrow();
    expect(await wantRemoval(tools(), { ...key, id: waiting.id })).toEqual({ kind: "discarded" });
    await advance();
    expect(texts()).toHaveLength(1);
  });
});

describe("a wish", () => {
  it("is carried out before what is new, and the new ones follow", async () => {
    await world.publish([offer("b"), offer("c")]);
    await wantRemoval(tools(), key);
    await advance();
    expect(texts()).toHaveLength(2);
    expect((await row()).state).toBe("removed");
    const calls = world.facebook
      .truth()
      .filter(({ did }) => did.kind === "created" || did.kind === "deleted");
    expect(calls.map(({ did }) => did.kind)).toEqual(["created", "deleted", "created", "created"]);
  });

  it("that fails holds nothing back", async () => {
    fault({ mode: "lost-before", times: "forever" });
    await wantRemoval(tools(), key);
    await world.publish([offer("b")]);
    await advance();
    expect(texts()).toHaveLength(2);
  });

  it("waits for an account that rests or lost its permission, and goes on with it", async () => {
    world.facebook.expireToken();
    await wantRemoval(tools(), key);
    await advance();
    expect(await row()).toMatchObject({ state: "published", amend_reason: "token-expired" });
    const account = await world.database.db.selectFrom("account").select("state").executeTakeFirstOrThrow();
    expect(account.state).toBe("disconnected");
    expect(await due()).toEqual([]);
    world.facebook.restoreToken();
    world.clock.moveBy(defaultPolicy.reconnectProbeMs + 1);
    expect(await due()).toHaveLength(1);
    await advance();
    expect((await row()).state).toBe("removed");
  });

  it("the network refused waits for a person, who tries again or leaves the post as it is", async () => {
    fault({ mode: "invalid-100-trace-490", times: 2 });
    await wantRemoval(tools(), key);
    expect(await dropWish(tools(), key)).toBe(false);
    await advance();
    const refused = await row();
    expect(refused.amend_next_at).toBeNull();
    expect(refused.amend_reason).not.toBeNull();
    expect(await tryWishAgain(tools(), key)).toBe(true);
    await advance();
    expect((await row()).state).toBe("published");
    expect(await dropWish(tools(), key)).toBe(true);
    expect(await row()).toMatchObject({ state: "published", wanted: null });
    expect(await tryWishAgain(tools(), key)).toBe(false);
  });

  it("is not begun without the line, nor by a process that slept", async () => {
    const lost = async (moment: string) => {
      if (moment !== "line read") return;
      await world.database.db.updateTable("account").set({ lease_token: null, lease_until: null }).execute();
      stop.abort();
    };
    const stop = new AbortController();
    await wantRemoval(tools(), key);
    await advance({ reached: lost, stopping: stop.signal });
    expect(texts()).toHaveLength(1);
    expect(await attempts()).toEqual([]);
    const slept = (moment: string) =>
      moment === "amend claimed" ? world.clock.moveBy(defaultPolicy.claimFreshMs + 1) : undefined;
    await advance({ reached: slept });
    expect(texts()).toHaveLength(1);
    expect(await attempts()).toEqual([{ kind: "remove", outcome: "retry", reason: "slept" }]);
  });

  it.each(["amend claimed", "amend answered"])("survives the death of its process at: %s", async (where) => {
    const die = (moment: string) => {
      if (moment === where) throw new Error("dead");
    };
    await wantRemoval(tools(), key);
    await expect(advance({ reached: die })).rejects.toThrow("dead");
    await world.database.db
      .updateTable("account")
      .set({ state: "active", rest_until: null, reason: null, detail: null, since: null, failures: 0 })
      .execute();
    await advance();
    expect(texts()).toEqual([]);
    expect((await row()).state).toBe("removed");
    expect((await attempts())[0]).toEqual({ kind: "remove", outcome: "unknown", reason: "interrupted" });
  });

  it("about a post whose sending has not ended is refused with the reason", async () => {
    await world.publish([offer("b")]);
    world.facebook.addFault({ mode: "lost-after" });
    await advance();
    const uncertain = await world.database.db
      .selectFrom("publication")
      .select("id")
      .where("state", "=", "unknown")
      .executeTakeFirstOrThrow();
    expect(await wantRemoval(tools(), { ...key, id: uncertain.id })).toEqual({
      kind: "impossible",
      reason: "end-open",
    });
  });

  it("of another authority's people changes nothing", async () => {
    expect(await wantRemoval(tools(), { authorityId: "pietrachiara", id: key.id })).toEqual({
      kind: "nothing",
    });
    expect(await dropWish(tools(), { authorityId: "pietrachiara", id: key.id })).toBe(false);
  });
});
