import { afterEach, describe, expect, it } from "vitest";
import { facebookPeople } from "../../test/conformance/facebook-people.ts";
import { enginesUnderTest } from "../../test/databases.ts";
import { commentBy, echoTo, type InboxWorld, messageBy, openInboxWorld } from "../../test/inbox-world.ts";
import { defaultPolicy } from "../publishing/policy.ts";
import type { ReplyMoment } from "./converse-tools.ts";
import { deliverReplies } from "./deliver-replies.ts";
import { doubtRestoredReplies } from "./doubt-restored-replies.ts";
import { openListener } from "./open-listener.ts";
import type { AnswerWay } from "./replying/answer-way.ts";
import { sendReply, type WrittenReply } from "./send-reply.ts";

const hour = 3_600_000;

let world: InboxWorld;
afterEach(async () => await world.close());

const people = () => facebookPeople(world.facebook);
const deliver = (more = {}) => deliverReplies({ ...world.converse, ...more }, world.account);
const replies = () => world.database.db.selectFrom("reply").selectAll().orderBy("seq").execute();
const ours = () =>
  [...people().comments(), ...people().messages()].filter((one) => one.isByAccount).map(({ text }) => text);

/** Anna writes, in the way that is answered in this one; gives what answers her. */
async function begin(way: AnswerWay, text = "Serve la patente?") {
  const at = world.clock.now();
  if (way === "message") {
    const { personId, messageId } = people().write(text);
    await world.hear(messageBy(personId, messageId, text, at));
    return personId;
  }
  const { facebook } = world;
  const page = facebook.world.pages.get(facebook.seed.page.id);
  if (!page) throw new Error("the Page is gone");
  const post = facebook.world.createPost({ page, appId: "", message: "Offerta", published: true });
  const commentId = people().comment(post.id, text);
  await world.hear(
    commentBy("7000000000000001", commentId, text, at, { postId: post.id, parentId: post.id }),
  );
  return commentId;
}

async function answer(more: Partial<WrittenReply> = {}) {
  const [conversation] = await world.conversations();
  if (!conversation) throw new Error("nobody wrote");
  return await sendReply(world.converse, {
    authorityId: conversation.authority_id,
    conversationId: conversation.id,
    version: conversation.version,
    by: "marco",
    way: conversation.kind === "private" ? "message" : "public",
    text: "No, non serve.",
    ...more,
  });
}

/** Lets every look of the policy come and go. */
async function lookThrough(): Promise<void> {
  for (const pause of defaultPolicy.lookAfterMs) {
    world.clock.moveBy(pause + 1);
    await deliver();
  }
}

const death = Object.assign(new Error("died"), { code: "ECONNRESET" });

/** A process that dies loses its connection with all else, and its lease runs out. */
async function dieAt(moment: ReplyMoment): Promise<void> {
  const reached = (now: ReplyMoment) => (now === moment ? Promise.reject(death) : undefined);
  await expect(deliver({ reached })).rejects.toThrow("died");
  await world.database.db
    .updateTable("reply")
    .set({ lease_until: new Date(0) })
    .where("lease_until", "is not", null)
    .execute();
}

describe.each(enginesUnderTest())("answers, on the engine %s", (engine) => {
  it.each<AnswerWay>(["public", "private-reply", "message"])(
    "a %s reply arrives once, answers its conversation, and is one message with its echo",
    async (way) => {
      world = await openInboxWorld({ engine });
      const target = await begin(way);
      expect(await answer({ way })).toMatchObject({ kind: "taken" });
      expect(world.jobs).toContain("deliver-replies");
      await deliver();
      await deliver();
      expect(ours()).toEqual(["No, non serve."]);
      const [reply] = await replies();
      expect(reply).toMatchObject({ state: "sent", attempts: 1, written_by: "marco", target });
      expect(await world.conversations()).toMatchObject([{ state: "answered", waiting_since: null }]);
      const at = new Date();
      const id = reply?.external_id ?? "";
      await world.hear(
        way === "public"
          ? commentBy("page", id, "No, non serve.", at, {
              parentId: target,
              person: { id: "page", isPage: true },
            })
          : echoTo("7000000000000001", id, "No, non serve.", at, { metadata: reply?.own_id ?? "" }),
      );
      const messages = await world.messages();
      expect(messages.map(({ author, text }) => `${author}: ${text}`)).toEqual([
        "person: Serve la patente?",
        "page: No, non serve.",
      ]);
      expect(await world.conversations()).toMatchObject([{ state: "answered" }]);
    },
  );

  const moments: ReplyMoment[] = ["reply claimed", "reply answered", "reply settled"];
  it.each(
    moments.flatMap((moment) =>
      (["public", "private-reply", "message"] as const).map((way) => ({ moment, way })),
    ),
  )("a $way reply whose process dies when it is at '$moment' arrives once", async ({ moment, way }) => {
    world = await openInboxWorld({ engine });
    await begin(way);
    await answer({ way });
    await dieAt(moment);
    await deliver();
    await lookThrough();
    await deliver();
    expect(ours()).toEqual(["No, non serve."]);
    expect(await replies()).toMatchObject([{ state: "sent" }]);
  });

  it.each(["reply search begun", "reply search answered", "reply search settled"] as const)(
    "an uncertain answer whose search dies when it is at '%s' arrives once",
    async (moment) => {
      world = await openInboxWorld({ engine });
      await begin("message");
      world.facebook.addFault({ mode: "lost-after", edge: "messages" });
      await answer();
      await deliver();
      expect(await replies()).toMatchObject([{ state: "unknown" }]);
      world.clock.moveBy(defaultPolicy.lookAfterMs[0] + 1);
      await dieAt(moment);
      await lookThrough();
      expect(ours()).toEqual(["No, non serve."]);
      expect(await replies()).toMatchObject([{ state: "sent", attempts: 1 }]);
    },
  );

  it("is sent again after all looks when it surely never arrived", async () => {
    world = await openInboxWorld({ engine });
    await begin("message");
    world.facebook.addFault({ mode: "lost-before", edge: "messages" });
    await answer();
    await deliver();
    expect(ours()).toEqual([]);
    await lookThrough();
    await deliver();
    expect(ours()).toEqual(["No, non serve."]);
    expect(await replies()).toMatchObject([{ state: "sent", attempts: 2 }]);
  });

  it("is known to have arrived by its echo, without a search", async () => {
    world = await openInboxWorld({ engine });
    const personId = await begin("message");
    world.facebook.addFault({ mode: "lost-after", edge: "messages" });
    await answer();
    await deliver();
    const [reply] = await replies();
    const [there] = people()
      .messages()
      .filter((one) => one.isByAccount);
    await world.hear(
      echoTo(personId, there?.id ?? "", "No, non serve.", new Date(), { metadata: reply?.own_id }),
    );
    expect(await replies()).toMatchObject([{ state: "sent", external_id: there?.id, looks: 0 }]);
    expect(await world.conversations()).toMatchObject([{ state: "answered" }]);
    await lookThrough();
    expect(ours()).toEqual(["No, non serve."]);
  });

  it("waits for the one before it in the same conversation", async () => {
    world = await openInboxWorld({ engine });
    await begin("message");
    world.facebook.addFault({ mode: "lost-before", edge: "messages" });
    await answer({ text: "Prima." });
    await answer({ text: "Seconda." });
    await deliver();
    expect((await replies()).map(({ state }) => state)).toEqual(["unknown", "due"]);
    await lookThrough();
    await deliver();
    expect(ours()).toEqual(["Prima.", "Seconda."]);
  });

  it("of two people who answer at once the second is told who was faster, and nothing is sent twice", async () => {
    world = await openInboxWorld({ engine });
    await begin("message");
    const version = (await world.conversations())[0]?.version;
    const both = await Promise.all([answer({ by: "marco", version }), answer({ by: "giulia", version })]);
    const kinds = both.map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(["overtaken", "taken"]);
    const faster = kinds.indexOf("taken") === 0 ? "marco" : "giulia";
    expect(both.find(({ kind }) => kind === "overtaken")).toMatchObject({ by: faster, version: 3 });
    await deliver();
    expect(ours()).toHaveLength(1);
  });

  it("is not taken from somebody who has not seen what was said last", async () => {
    world = await openInboxWorld({ engine });
    const personId = await begin("message");
    const [seen] = await world.conversations();
    await world.hear(messageBy(personId, "m_later", "Anzi, non importa.", world.clock.now()));
    expect(await answer({ version: seen?.version })).toMatchObject({ kind: "overtaken", by: null });
  });

  it("rests with all other answers when the limit of messages is reached, while posts go on", async () => {
    world = await openInboxWorld({ engine });
    await begin("message");
    world.facebook.addFault({ mode: "rate-limit-80001", edge: "messages", regainMinutes: 0.02 });
    await answer();
    await deliver();
    await deliver();
    expect(await replies()).toMatchObject([{ state: "waiting", attempts: 1 }]);
    const account = await world.database.db.selectFrom("account").selectAll().executeTakeFirstOrThrow();
    expect(account).toMatchObject({ state: "active", answering_failures: 1 });
    // The pretend Facebook lives in real time, and the machine may be busy.
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    world.clock.moveBy(hour);
    await deliver();
    expect(ours()).toEqual(["No, non serve."]);
  });

  it("waits for a dead connection and goes out once there is a new one", async () => {
    world = await openInboxWorld({ engine });
    await begin("message");
    world.facebook.expireToken();
    await answer();
    await deliver();
    const { db } = world.database;
    expect(await db.selectFrom("account").select("state").execute()).toEqual([{ state: "disconnected" }]);
    world.facebook.restoreToken();
    await deliver();
    expect(ours()).toEqual([]);
    await db.updateTable("account").set({ state: "active", reason: null }).execute();
    await deliver();
    expect(ours()).toEqual(["No, non serve."]);
  });

  it("does not leave once its window is over, and says so", async () => {
    world = await openInboxWorld({ engine });
    await begin("message");
    await answer();
    world.clock.moveBy(24 * hour);
    world.facebook.advance(24 * hour);
    await deliver();
    expect(ours()).toEqual([]);
    expect(await replies()).toMatchObject([{ state: "refused", reason: "window-over", attempts: 0 }]);
    expect(await answer()).toMatchObject({ kind: "closed", reason: "window-over" });
    expect(await world.conversations()).toMatchObject([{ state: "new" }]);
  });

  it("of a person leaves up to seven days later where the network grants it", async () => {
    world = await openInboxWorld({ engine });
    people().grantLateAnswers();
    const { db } = world.database;
    const row = await db.selectFrom("account").select("settings").executeTakeFirstOrThrow();
    await db
      .updateTable("account")
      .set({ settings: JSON.stringify({ ...row.settings, humanAgent: true }) })
      .execute();
    await begin("message");
    world.clock.moveBy(6 * 24 * hour);
    world.facebook.advance(6 * 24 * hour);
    await answer();
    await deliver();
    expect(ours()).toEqual(["No, non serve."]);
    expect(await replies()).toMatchObject([{ state: "sent", tag: "human" }]);
  });

  it("to a comment that was removed, of which nobody told us, ends the waiting", async () => {
    world = await openInboxWorld({ engine });
    const target = await begin("public");
    const comment = world.facebook.world.community.comments.get(target);
    if (comment) world.facebook.world.community.removeComment(comment);
    await answer();
    await deliver();
    // A moment after it was written it may only not be seen yet.
    expect(await world.conversations()).toMatchObject([{ state: "new" }]);
    expect(await replies()).toMatchObject([{ state: "refused", reason: "object-missing" }]);
    world.clock.moveBy(hour);
    await answer();
    await deliver();
    expect(await world.conversations()).toMatchObject([{ state: "closed" }]);
    expect(await answer()).toMatchObject({ kind: "closed", reason: "removed" });
  });

  it("to somebody who has blocked the Page is refused with its reason, and stays theirs to see to", async () => {
    world = await openInboxWorld({ engine });
    await begin("message");
    people().blockAccount(true);
    await answer();
    await deliver();
    expect(await replies()).toMatchObject([{ state: "refused", reason: "person-unreachable" }]);
    expect(await world.conversations()).toMatchObject([{ state: "new" }]);
    expect(ours()).toEqual([]);
    // Whoever takes the block back can be answered again.
    people().blockAccount(false);
    await answer({ text: "Ora sì" });
    await deliver();
    expect(ours()).toEqual(["Ora sì"]);
  });

  it("of a restored backup is looked for before it is sent, since it may have arrived after the backup", async () => {
    world = await openInboxWorld({ engine });
    await begin("message");
    await answer();
    await world.database.db.transaction().execute((trx) => doubtRestoredReplies(trx, world.clock.now()));
    const [target] = await replies();
    const account = await openListener(world.converse, world.account);
    if (!account) throw new Error("the account is off");
    const to = { personId: target?.target ?? "" };
    await account.conversing.message(account.remote, to, "No, non serve.", "answer", "before-the-restore");
    await deliver();
    expect(ours()).toEqual(["No, non serve."]);
    expect(await replies()).toMatchObject([{ state: "sent", attempts: 0 }]);
  });

  it("that is too long is refused, or leaves in parts and in order", async () => {
    world = await openInboxWorld({ engine });
    await begin("message");
    const text = `${"a ".repeat(900)}fine.\n\n${"b ".repeat(900)}fine.`;
    expect(await answer({ text })).toMatchObject({ kind: "too-long", charactersMax: 1_999, parts: 2 });
    expect(await answer({ text: " \n" })).toEqual({ kind: "empty" });
    expect(await answer({ text, isDivided: true })).toMatchObject({ kind: "taken" });
    await deliver();
    expect(ours().map((one) => one[0])).toEqual(["a", "b"]);
  });

  it("that asks something leaves the conversation waiting for them", async () => {
    world = await openInboxWorld({ engine });
    await begin("message");
    await answer({ text: "Di quale offerta parla?", asksBack: true });
    await deliver();
    expect(await world.conversations()).toMatchObject([{ state: "waiting-for-them" }]);
  });

  it("answers what was read, not what comes in while it is on its way", async () => {
    world = await openInboxWorld({ engine });
    const personId = await begin("message");
    await answer();
    const later = new Date(world.clock.now().getTime() + 1_000);
    await world.hear(messageBy(personId, "m_later", "E il diploma?", later));
    world.clock.moveBy(60_000);
    await deliver();
    expect(await world.conversations()).toMatchObject([{ state: "waiting-for-us", waiting_since: later }]);
  });
});
