import { expect, test } from "vitest";
import { conversingOf, publishOne } from "./exchanges.ts";
import { minuteAgo, type OpenStage } from "./stage.ts";

const text = "Scade il 3 dicembre alle 12.";

/** Acts of moderation do what they say, to nobody else, and may be repeated. */
export function moderatingTests<Settings, App>(stage: OpenStage<Settings, App>): void {
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
