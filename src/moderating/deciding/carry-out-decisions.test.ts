import { afterEach, describe, expect, it } from "vitest";
import { facebookPeople } from "../../../test/conformance/facebook-people.ts";
import { commentBy, type InboxWorld, openInboxWorld } from "../../../test/inbox-world.ts";
import { authorityId } from "../../../test/publishing-world.ts";
import { deliverReplies } from "../../conversing/deliver-replies.ts";
import type { DecisionMoment } from "../moderate-tools.ts";
import { changeRules } from "../ruling/change-rules.ts";
import { carryOutDecisions } from "./carry-out-decisions.ts";
import { type AskedDecision, decide } from "./decide.ts";
import { endBlocks } from "./end-blocks.ts";
import { openQueued } from "./open-queued.ts";

let world: InboxWorld;
afterEach(async () => await world.close());

const people = () => facebookPeople(world.facebook);
const comment = () => people().comments()[0];
const decisions = () => world.database.db.selectFrom("decision").selectAll().orderBy("seq").execute();
const replies = () => world.database.db.selectFrom("reply").selectAll().execute();
const tools = () => ({ ...world.tools, reached: undefined });
const carryOut = (more = {}) => carryOutDecisions({ ...tools(), ...more }, world.account);

async function begin(text = "siete dei coglioni"): Promise<string> {
  world = await openInboxWorld();
  const { facebook } = world;
  const page = facebook.world.pages.get(facebook.seed.page.id);
  if (!page) throw new Error("the Page is gone");
  const post = facebook.world.createPost({ page, appId: "", message: "Offerta", published: true });
  const id = people().comment(post.id, text);
  await world.hear(
    commentBy(people().write("ciao").personId, id, text, world.clock.now(), {
      postId: post.id,
      parentId: post.id,
    }),
  );
  return (await world.messages())[0]?.id ?? "";
}

async function ask(messageId: string, more: Partial<AskedDecision> = {}) {
  const opened = await openQueued(tools(), { authorityId, messageId }, "marco");
  const version = opened?.version ?? "";
  const asked = { authorityId, messageId, version, action: "hide" as const, rule: 6, by: "marco" };
  return await decide(tools(), { ...asked, why: "Insulto rivolto agli operatori.", ...more });
}

describe("a decision", () => {
  const moments: DecisionMoment[] = ["decision claimed", "decision answered", "decision settled"];
  it.each(moments)("whose process dies when it is at '%s' hides once and tells once", async (moment) => {
    const messageId = await begin();
    expect(await ask(messageId)).toMatchObject({ kind: "decided" });
    const death = Object.assign(new Error("died"), { code: "ECONNRESET" });
    const reached = (now: DecisionMoment) => (now === moment ? Promise.reject(death) : undefined);
    await expect(carryOut({ reached })).rejects.toThrow("died");
    await world.database.db
      .updateTable("decision")
      .set({ lease_until: new Date(0) })
      .execute();
    await carryOut();
    await carryOut();
    expect(comment()?.isHidden).toBe(true);
    expect(await decisions()).toMatchObject([{ state: "done", notice: "written" }]);
    expect(await replies()).toHaveLength(1);
  });

  it("whose answer was lost is called again", async () => {
    const messageId = await begin();
    await ask(messageId);
    world.facebook.addFault({ mode: "lost-after", edge: "*", method: "POST" });
    await carryOut();
    expect(await decisions()).toMatchObject([{ state: "due", network_outcome: "retry" }]);
    world.clock.moveBy(3_600_000);
    await carryOut();
    expect(await decisions()).toMatchObject([{ state: "done", attempts: 2 }]);
    expect(comment()?.isHidden).toBe(true);
  });

  it("to delete tells its author before the comment is gone, and keeps a copy", async () => {
    const messageId = await begin();
    await ask(messageId, { action: "delete" });
    await carryOut();
    expect(comment()?.isHidden).toBe(true);
    await deliverReplies(world.converse, world.account);
    world.clock.moveBy(5_000);
    await carryOut();
    expect(people().comments()).toEqual([]);
    expect(await decisions()).toMatchObject([
      { state: "done", notice: "written", evidence: { text: "siete dei coglioni" } },
    ]);
    expect(await replies()).toMatchObject([{ state: "sent", kind: "private-reply" }]);
  });

  it("on a text that was changed meanwhile is not carried out", async () => {
    const messageId = await begin();
    await ask(messageId);
    const { db } = world.database;
    await db.updateTable("message").set({ text: "scusate" }).execute();
    await carryOut();
    expect(comment()?.isHidden).toBe(false);
    expect(await decisions()).toMatchObject([{ state: "overtaken", network_reason: "edited" }]);
    expect(await replies()).toEqual([]);
  });

  it("that is taken back before it was carried out never hides", async () => {
    const messageId = await begin();
    await ask(messageId);
    expect(await ask(messageId, { action: "unhide", rule: null, by: "giulia" })).toMatchObject({
      kind: "decided",
    });
    await carryOut();
    expect((await decisions()).map(({ state }) => state)).toEqual(["overtaken", "done"]);
    expect(comment()?.isHidden).toBe(false);
  });

  it("on what its author removed comes to a clear end", async () => {
    const messageId = await begin();
    await ask(messageId);
    const { community } = world.facebook.world;
    for (const one of [...community.comments.values()]) community.removeComment(one);
    await carryOut();
    expect(await decisions()).toMatchObject([{ state: "gone", network_reason: "object-missing" }]);
    expect(await replies()).toEqual([]);
  });

  it("needs a rule in force, a reason in words, and a warning before a block", async () => {
    const messageId = await begin();
    const refused = (reason: string) => ({ kind: "refused", reason });
    expect(await ask(messageId, { rule: null })).toEqual(refused("rule-missing"));
    expect(await ask(messageId, { rule: 12 })).toEqual(refused("rule-not-in-force"));
    expect(await ask(messageId, { why: "offende" })).toEqual(refused("reason-too-short"));
    expect(await ask(messageId, { action: "block" })).toEqual(refused("not-warned"));
    expect(await ask(messageId, { version: "0" })).toEqual({ kind: "edited" });
    expect(await decisions()).toEqual([]);
  });

  it("to block ends on its day by a decision of its own", async () => {
    const messageId = await begin();
    expect(await ask(messageId, { action: "warn" })).toMatchObject({ kind: "decided" });
    expect(await ask(messageId, { action: "block", days: 7 })).toMatchObject({ kind: "decided" });
    await deliverReplies(world.converse, world.account);
    await carryOut();
    const blocked = () => world.facebook.world.community.blocked.of(world.facebook.seed.page.id);
    expect(await decisions()).toMatchObject([{ action: "warn" }, { state: "done", network_outcome: "done" }]);
    expect(blocked()).toHaveLength(1);
    await endBlocks(tools());
    expect(blocked()).toHaveLength(1);
    world.clock.moveBy(8 * 86_400_000);
    await endBlocks(tools());
    await endBlocks(tools());
    await carryOut();
    expect(blocked()).toEqual([]);
    expect((await decisions()).map(({ action, state }) => `${action} ${state}`)).toEqual([
      "warn done",
      "block done",
      "unblock done",
    ]);
  });

  it("names the version of the rule that was in force, and no version is ever edited", async () => {
    const messageId = await begin();
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Rome" }).format(world.clock.now());
    await ask(messageId, { action: "none", rule: 6 });
    const withdrawn = { kind: "withdraw" as const, number: 6, validFrom: today };
    const key = { authorityId, by: "ferri" };
    expect(await changeRules(tools(), key, [{ ...withdrawn, after: 3 }])).toMatchObject({
      kind: "overtaken",
    });
    expect(await changeRules(tools(), key, [{ ...withdrawn, after: 1 }])).toMatchObject({ kind: "changed" });
    expect(await ask(messageId)).toEqual({ kind: "refused", reason: "rule-not-in-force" });
    expect(await decisions()).toMatchObject([{ rule: 6, rule_version: 1, topic: "offence" }]);
    const edit = world.database.db.updateTable("conversation_rule").set({ topic: "opinion" }).execute();
    await expect(edit).rejects.toThrow("never changed");
  });
});
