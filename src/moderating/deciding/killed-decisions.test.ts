// A real process is killed at each moment of carrying a decision out; another goes on. What was decided happens once, and
// its author is told once.
import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { facebookPeople } from "../../../test/conformance/facebook-people.ts";
import type { DecidingOrder } from "../../../test/deciding-process.ts";
import { commentBy, type InboxWorld, openInboxWorld } from "../../../test/inbox-world.ts";
import { startKillable } from "../../../test/killable.ts";
import { authorityId } from "../../../test/publishing-world.ts";
import { deliverReplies } from "../../conversing/deliver-replies.ts";
import { openVault } from "../../platform/vault.ts";
import { secretContext } from "../../publishing/account-store.ts";
import type { DecisionMoment } from "../moderate-tools.ts";
import { carryOutDecisions } from "./carry-out-decisions.ts";
import { type AskedDecision, decide } from "./decide.ts";
import { openQueued } from "./open-queued.ts";

const key = randomBytes(32);
const vault = openVault(key);
let world: InboxWorld;
afterEach(async () => await world.close());

const people = () => facebookPeople(world.facebook);
const tools = () => ({ ...world.tools, vault, reached: undefined });
const carryOut = () => carryOutDecisions(tools(), world.account);
const told = () => [...people().comments(), ...people().messages()].filter(({ isByAccount }) => isByAccount);
const decisions = () => world.database.db.selectFrom("decision").selectAll().orderBy("seq").execute();

/** An insult below a post, on a Page whose token the other process can open too. */
async function begin(): Promise<string> {
  world = await openInboxWorld();
  const { facebook, account, database } = world;
  const page = facebook.world.pages.get(facebook.seed.page.id);
  if (!page) throw new Error("the Page is gone");
  const post = facebook.world.createPost({ page, appId: "", message: "Offerta", published: true });
  const text = "siete dei coglioni";
  const id = people().comment(post.id, text);
  const { personId } = people().write("ciao");
  await world.hear(commentBy(personId, id, text, world.clock.now(), { postId: post.id, parentId: post.id }));
  // From here on with a key that the other process is told.
  const { pageToken, app } = facebook.seed;
  const secrets = vault.seal(
    JSON.stringify({ token: pageToken, appSecret: app.secret }),
    secretContext(account),
  );
  await database.db.updateTable("account").set({ secrets }).execute();
  return (await world.messages())[0]?.id ?? "";
}

async function ask(messageId: string, more: Partial<AskedDecision>) {
  const opened = await openQueued(tools(), { authorityId, messageId }, "marco");
  const asked = { authorityId, messageId, version: opened?.version ?? "", rule: 6, by: "marco" };
  const why = "Insulto rivolto agli operatori.";
  expect(await decide(tools(), { ...asked, why, action: "hide", ...more })).toMatchObject({
    kind: "decided",
  });
}

/** Kills a process that has just come to this moment, by a signal it cannot see; its lease runs out. */
async function killAt(stopAt: DecisionMoment): Promise<void> {
  const { database, account, clock } = world;
  const aheadMs = clock.now().getTime() - Date.now();
  const order: DecidingOrder = {
    ...{ connection: database.connection, key: key.toString("hex") },
    ...{ account, aheadMs, stopAt },
  };
  const running = startKillable("deciding-process.ts", [JSON.stringify(order)]);
  await running.says(new RegExp(stopAt));
  await running.end("SIGKILL");
  await database.db
    .updateTable("decision")
    .set({ lease_until: new Date(0) })
    .where("lease_until", "is not", null)
    .execute();
}

async function finish(): Promise<void> {
  for (let time = 0; time < 3; time++) {
    await carryOut();
    await deliverReplies({ ...world.converse, vault }, world.account);
    world.clock.moveBy(5_000);
  }
}

const moments: DecisionMoment[] = ["decision claimed", "decision answered", "decision settled"];

describe.each(moments)("a process killed when it is at '%s'", (moment) => {
  it("hides once and tells once", async () => {
    await ask(await begin(), {});
    await killAt(moment);
    await finish();
    expect(
      people()
        .comments()
        .find(({ isByAccount }) => !isByAccount)?.isHidden,
    ).toBe(true);
    expect(await decisions()).toMatchObject([{ state: "done", network_outcome: "done", notice: "written" }]);
    expect(told()).toHaveLength(1);
  });

  it("deletes after its author was told once, whichever of the two steps it was at", async () => {
    await ask(await begin(), { action: "delete" });
    await killAt(moment);
    await carryOut();
    await deliverReplies({ ...world.converse, vault }, world.account);
    world.clock.moveBy(5_000);
    await killAt(moment);
    await finish();
    expect(
      people()
        .comments()
        .filter(({ isByAccount }) => !isByAccount),
    ).toEqual([]);
    expect(await decisions()).toMatchObject([{ state: "done", notice: "written" }]);
    expect(told()).toHaveLength(1);
  });

  it("blocks once, and neither loses the warning before nor tells it twice", async () => {
    const messageId = await begin();
    await ask(messageId, { action: "warn" });
    await ask(messageId, { action: "block", days: 7 });
    await deliverReplies({ ...world.converse, vault }, world.account);
    await killAt(moment);
    await finish();
    expect(world.facebook.world.community.blocked.of(world.facebook.seed.page.id)).toHaveLength(1);
    expect(await decisions()).toMatchObject([{ action: "warn" }, { action: "block", state: "done" }]);
    // The network lets one comment be answered in private once: of the two notices the first was that one.
    const replies = await world.database.db.selectFrom("reply").select("id").execute();
    expect((await decisions()).map(({ notice }) => notice)).toEqual(["written", "impossible"]);
    expect(replies).toHaveLength(1);
  });
});
