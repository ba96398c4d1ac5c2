import { describe, expect, test } from "vitest";
import type { Account } from "../../src/channels/channel.ts";
import type { Answered, Conversing, ReplyFinding } from "../../src/channels/conversing.ts";
import { faultNames, type NetworkFault, nextPost, promises, type SeenAnswer } from "./channel-world.ts";
import { absentOrSilent, minuteAgo, type OpenStage, type Stage } from "./stage.ts";
import { windowTests } from "./window-suite.ts";

/** What `Conversing` promises: answers that arrive once, and acts of moderation that may be repeated. */
export function conversingTests<Settings, App>(stage: OpenStage<Settings, App>): void {
  describe("answering", () => {
    for (const way of ["comment", "message", "private-reply"] as const) answeringTests(stage, way);
    windowTests(stage);
  });
  describe("moderating", () => moderatingTests(stage));
}

export function conversingOf<Settings, App>({ channel }: Stage<Settings, App>): Conversing<Settings> {
  if (!channel.conversing) throw new Error("this channel does not converse");
  return channel.conversing;
}

type Way = "comment" | "message" | "private-reply";

/** Somebody spoke to us, and this is how we answer them. */
interface Exchange {
  answer(text: string): Promise<Answered>;
  find(text: string): Promise<ReplyFinding>;
  ours(): SeenAnswer[];
}

async function publishOne<Settings, App>({ world, channel }: Stage<Settings, App>): Promise<string> {
  const outcome = await channel.publish(nextPost(), world.account);
  if (outcome.kind !== "published") throw new Error(outcome.kind);
  return outcome.externalId;
}

export async function begin<Settings, App>(
  at: Stage<Settings, App>,
  way: Way,
  account: Account<Settings> = at.world.account,
): Promise<Exchange> {
  const { people } = at.world;
  const conversing = conversingOf(at);
  const since = minuteAgo();
  if (way === "message") {
    const { personId } = people.write("Buongiorno, serve la patente?");
    return {
      answer: (text) => conversing.message(account, { personId }, text, "answer", "riga-1"),
      find: (text) => conversing.findReply(account, { since, text, personId }),
      ours: () => people.messages().filter((one) => one.isByAccount && one.to === personId),
    };
  }
  const commentId = people.comment(await publishOne(at), "Scade quando?");
  if (way === "comment") {
    return {
      answer: (text) => conversing.reply(account, { parentId: commentId }, text),
      find: (text) => conversing.findReply(account, { since, text, parentId: commentId }),
      ours: () => people.comments().filter((one) => one.isByAccount && one.to === commentId),
    };
  }
  return {
    answer: (text) => conversing.replyPrivately(account, { commentId }, text, "riga-1"),
    find: (text) => conversing.findReply(account, { since, text, commentId }),
    ours: () => people.messages().filter((one) => one.isByAccount),
  };
}

const text = "Scade il 3 dicembre alle 12: c'è tempo.\n\nSportello di Cantù";

function answeringTests<Settings, App>(stage: OpenStage<Settings, App>, way: Way): void {
  test(`a ${way} that passes arrives once, as it was written, and is found by its words`, async () => {
    const exchange = await begin(stage(), way);
    expect(await exchange.find(text)).toEqual({ kind: "absent" });
    const answered = await exchange.answer(text);
    const [ours, ...others] = exchange.ours();
    expect(others).toEqual([]);
    expect(ours?.text).toBe(text);
    expect(answered).toMatchObject({ kind: "sent", externalId: ours?.id });
    if (way !== "comment") expect(answered).toMatchObject({ personId: ours?.to });
    expect(await exchange.find(text)).toEqual({ kind: "found", externalId: ours?.id });
    expect(await exchange.find("Altre parole")).toEqual({ kind: "absent" });
  });

  const faults = faultNames.filter((fault) => fault !== "link-unreadable");
  test.each(faults)(
    `a ${way} that meets %s is told as what it is, and the search knows the truth`,
    async (fault) => {
      const at = stage();
      const { world } = at;
      const exchange = await begin(at, way);
      world.breakNext(fault, way === "comment" ? "comment" : "message");
      const answered = await exchange.answer(text);
      expect(answered).toMatchObject(promisedOf(fault));
      const ours = exchange.ours();
      expect(ours).toHaveLength(promises[fault].appears ? 1 : 0);
      const truth = promises[fault].appears ? { kind: "found", externalId: ours[0]?.id } : absentOrSilent;
      expect(await exchange.find(text)).toMatchObject(truth);
      world.mend();
      if (!promises[fault].appears) expect(await exchange.answer(text)).toMatchObject({ kind: "sent" });
      expect(exchange.ours()).toHaveLength(1);
    },
  );

  test(`a ${way} with a token nobody issued does not arrive and asks for a new connection`, async () => {
    const at = stage();
    const exchange = await begin(at, way, at.world.wrongToken);
    expect(await exchange.answer(text)).toMatchObject({ kind: "reconnect" });
    expect(await exchange.find(text)).toMatchObject({ kind: "no-answer", reconnect: true });
    expect(exchange.ours()).toEqual([]);
  });

  test(`a ${way} that is empty or too long is refused before it is sent, and never cut`, async () => {
    const at = stage();
    const exchange = await begin(at, way);
    const most = conversingOf(at).textCharactersMax[way === "comment" ? "comment" : "message"];
    expect(await exchange.answer("è".repeat(most + 1))).toMatchObject({ kind: "refused" });
    expect(await exchange.answer(" \n")).toMatchObject({ kind: "refused" });
    expect(exchange.ours()).toEqual([]);
    expect(await exchange.answer("è".repeat(most))).toMatchObject({ kind: "sent" });
  });
}

/** A lost permission to answer concerns the answer: the account's posts still go out. */
function promisedOf(fault: NetworkFault) {
  const { outcome, scope } = promises[fault];
  if (fault === "permission-lost") return { kind: "refused" };
  if (outcome === "published") return { kind: "sent" };
  return scope ? { kind: outcome, scope } : { kind: outcome };
}

function moderatingTests<Settings, App>(stage: OpenStage<Settings, App>): void {
  const commented = async () => {
    const at = stage();
    const { people } = at.world;
    const postId = await publishOne(at);
    const [commentId, other] = [
      people.comment(postId, "Chiamatemi al 000"),
      people.comment(postId, "Grazie"),
    ];
    const seen = () => people.comments().map(({ id, isHidden }) => [id, isHidden === true]);
    return { at, commentId, other, seen, conversing: conversingOf(at), account: at.world.account };
  };

  test("a comment is hidden and shown again, as often as one asks, and no other with it", async () => {
    const { conversing, account, commentId, other, seen } = await commented();
    for (const [act, isHidden] of [
      ["hide", true],
      ["hide", true],
      ["show", false],
      ["show", false],
    ] as const) {
      expect(await conversing[act](account, commentId)).toEqual({ kind: "done" });
      expect(seen()).toEqual([
        [commentId, isHidden],
        [other, false],
      ]);
    }
  });

  test("a comment is removed, and from then on it is gone for every act", async () => {
    const { conversing, account, commentId, other, seen } = await commented();
    expect(await conversing.removeComment(account, commentId)).toEqual({ kind: "done" });
    expect(seen()).toEqual([[other, false]]);
    for (const act of ["removeComment", "hide", "show"] as const) {
      expect(await conversing[act](account, commentId)).toEqual({ kind: "gone" });
    }
    expect(await conversing.reply(account, { parentId: commentId }, text)).toMatchObject({ kind: "refused" });
  });

  test("we comment below our own post too, and that comment is found by its words", async () => {
    const { at, conversing, account } = await commented();
    const postId = await publishOne(at);
    const answered = await conversing.reply(account, { parentId: postId }, text);
    const sought = { since: minuteAgo(), text, parentId: postId };
    expect(await conversing.findReply(account, sought)).toEqual({
      kind: "found",
      externalId: answered.kind === "sent" ? answered.externalId : "",
    });
  });

  test("our own comment is not hidden, and that is no lost connection", async () => {
    const { at, conversing, account, commentId } = await commented();
    const answered = await conversing.reply(account, { parentId: commentId }, text);
    const own = answered.kind === "sent" ? answered.externalId : "";
    expect(await conversing.hide(account, own)).toMatchObject({ kind: "refused" });
    expect(await conversing.removeComment(account, own)).toEqual({ kind: "done" });
    expect(at.world.people.comments().some(({ id }) => id === own)).toBe(false);
  });

  test("a person is blocked and let in again, as often as one asks", async () => {
    const at = stage();
    const { personId } = at.world.people.write("…");
    const { block, unblock } = conversingOf(at);
    for (const [act, isBlocked] of [
      [block, true],
      [block, true],
      [unblock, false],
      [unblock, false],
    ] as const) {
      expect(await act(at.world.account, personId)).toEqual({ kind: "done" });
      expect(at.world.people.isBlocked(personId)).toBe(isBlocked);
    }
    expect(await block(at.world.account, "7999999999999999")).toMatchObject({ kind: "refused" });
  });

  test("every act with a token nobody issued asks for a new connection and changes nothing", async () => {
    const { at, conversing, commentId, other, seen } = await commented();
    const { wrongToken } = at.world;
    for (const act of ["hide", "show", "removeComment", "block", "unblock"] as const) {
      expect(await conversing[act](wrongToken, commentId)).toMatchObject({ kind: "reconnect" });
    }
    expect(await conversing.signal(wrongToken, commentId, "typing")).toMatchObject({ kind: "reconnect" });
    expect(seen()).toEqual([
      [commentId, false],
      [other, false],
    ]);
  });

  test("a sign that somebody reads or writes is shown, and none of it is a message", async () => {
    const at = stage();
    const { personId } = at.world.people.write("C'è nessuno?");
    for (const sign of ["seen", "typing", "not-typing"] as const) {
      expect(await conversingOf(at).signal(at.world.account, personId, sign)).toEqual({ kind: "done" });
    }
    expect(at.world.people.messages()).toHaveLength(1);
  });
}
