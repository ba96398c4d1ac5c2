import { expect, test } from "vitest";
import type { Answered, MessageTag } from "../../src/channels/conversing.ts";
import { begin, conversingOf } from "./exchanges.ts";
import type { OpenStage } from "./stage.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const text = "Sì, serve la patente B.";

/** Networks let us write for a time only, and once to whoever commented. */
export function windowTests<Settings, App>(stage: OpenStage<Settings, App>): void {
  const writtenTo = () => {
    const at = stage();
    const { personId, messageId } = at.world.people.write("Serve la patente?");
    const send = (tag: MessageTag): Promise<Answered> =>
      conversingOf(at).message(at.world.account, { personId, inReplyTo: messageId }, text, tag, "riga-7");
    return { at, personId, send };
  };

  test("after a day an answer is refused; a person's words pass where the network grants it, for a week", async () => {
    const { at, send } = writtenTo();
    at.world.wait(23 * hourMs);
    expect(await send("answer")).toMatchObject({ kind: "sent" });
    at.world.wait(2 * hourMs);
    expect(await send("answer")).toMatchObject({ kind: "refused" });
    const ungranted = await send("human");
    expect(ungranted).toMatchObject({ kind: "refused" });
    at.world.people.grantLateAnswers();
    expect(await send("human")).toMatchObject({ kind: "sent" });
    at.world.wait(6 * dayMs);
    const late = await send("human");
    expect(late).toMatchObject({ kind: "refused" });
    // Two reasons: one is mended by a form at the network, the other by nothing.
    expect("reason" in late && late.reason).not.toBe("reason" in ungranted && ungranted.reason);
    expect(at.world.people.messages().filter(({ isByAccount }) => isByAccount)).toHaveLength(2);
  });

  test("a comment is answered privately once, within a week, and the second time the reason says so", async () => {
    const at = stage();
    const exchange = await begin(at, "private-reply");
    expect(await exchange.answer(text)).toMatchObject({ kind: "sent" });
    const again = await exchange.answer("Un'altra cosa");
    expect(again).toMatchObject({ kind: "refused" });
    const late = await begin(at, "private-reply");
    at.world.wait(8 * dayMs);
    expect(await late.answer(text)).toEqual({ ...again, detail: expect.any(String) });
    expect(exchange.ours()).toHaveLength(1);
  });

  test("the same words said before the attempt are not taken for it", async () => {
    const { at, personId, send } = writtenTo();
    await send("answer");
    const since = new Date(at.world.now().getTime() + 10 * 60_000);
    const sought = { since, text, personId };
    expect(await conversingOf(at).findReply(at.world.account, sought)).toEqual({ kind: "absent" });
  });

  test("to somebody who never wrote nothing is sent, and a search says that nothing is there", async () => {
    const at = stage();
    const nobody = { personId: "7000000019999999" };
    const conversing = conversingOf(at);
    expect(await conversing.message(at.world.account, nobody, text, "answer", "riga-8")).toMatchObject({
      kind: "refused",
    });
    const sought = { since: new Date(), text, ...nobody };
    expect(await conversing.findReply(at.world.account, sought)).toEqual({ kind: "absent" });
  });

  test("where more was written since than the network shows, a lost answer is not called absent", async () => {
    const { at, personId, send } = writtenTo();
    const since = new Date(at.world.now().getTime() - 1000);
    await send("answer");
    for (let count = 0; count < 25; count++) at.world.people.write(`Ancora una domanda, la ${count}`);
    const sought = { since, text, personId };
    expect(await conversingOf(at).findReply(at.world.account, sought)).toMatchObject({ kind: "no-answer" });
  });
}
