import { describe, expect, test } from "vitest";
import type { EventKind, Listening, NetworkEvent } from "../../src/channels/conversing.ts";
import { conversingOf, publishOne } from "./exchanges.ts";
import type { OpenStage, Stage } from "./stage.ts";

/** What `Listening` promises: events are proved, told apart, and the same however often they come. */
export function listeningTests<Settings, App>(stage: OpenStage<Settings, App>): void {
  describe("listening", () => {
    subscribingTests(stage);
    readingTests(stage);
    provingTests(stage);
  });
}

function listeningOf<Settings, App>({ channel }: Stage<Settings, App>): Listening<App, Settings> {
  if (!channel.listening) throw new Error("this channel does not listen");
  return channel.listening;
}

/** Subscribes, and waits for what that brings. */
export async function subscribed<Settings, App>(at: Stage<Settings, App>): Promise<Listening<App, Settings>> {
  const { app, callbackUrl, arrived } = at.world.post;
  const listening = listeningOf(at);
  expect(await listening.subscribe(app, at.world.account, callbackUrl)).toEqual({ kind: "done" });
  await arrived();
  return listening;
}

/** Everything that arrived, each proved and read. */
export async function hear<Settings, App>(at: Stage<Settings, App>): Promise<NetworkEvent[]> {
  const listening = listeningOf(at);
  const { app, arrived } = at.world.post;
  return (await arrived()).flatMap(({ body, headers }) => {
    expect(listening.isSigned(headers)).toBe(true);
    expect(listening.isGenuine(app, body, headers)).toBe(true);
    const { events, ignored } = listening.read(body) ?? { events: [], ignored: 1 };
    expect(ignored).toBe(0);
    return events;
  });
}

function subscribingTests<Settings, App>(stage: OpenStage<Settings, App>): void {
  test("events are subscribed, as often as one asks, and that can be seen", async () => {
    const at = stage();
    const { app, callbackUrl } = at.world.post;
    const listening = await subscribed(at);
    await subscribed(at);
    expect(await listening.isSubscribed(app, at.world.account, callbackUrl)).toEqual({ kind: "subscribed" });
    expect(await listening.isSubscribed(app, at.world.account, `${callbackUrl}/altrove`)).toMatchObject({
      kind: "missing",
    });
    expect(await listening.isSubscribed(app, at.world.wrongToken, callbackUrl)).toMatchObject({
      kind: "no-answer",
    });
    expect(await listening.subscribe(app, at.world.wrongToken, callbackUrl)).toMatchObject({
      kind: "reconnect",
    });
    const nowhere = new URL("/nowhere", callbackUrl).href;
    expect(await listening.subscribe(app, at.world.account, nowhere)).toMatchObject({ kind: "retry" });
  });
}

function readingTests<Settings, App>(stage: OpenStage<Settings, App>): void {
  test("comments and what we do with them arrive, each as what it is", async () => {
    const at = stage();
    const { world } = at;
    await subscribed(at);
    const postId = await publishOne(at);
    const commentId = world.people.comment(postId, 'È ancora valida? 🙏 \\ "/<%@');
    const { hide, show, reply, removeComment } = conversingOf(at);
    await hide(world.account, commentId);
    await show(world.account, commentId);
    await reply(world.account, { parentId: commentId }, "Sì, fino al 3 dicembre.");
    await removeComment(world.account, commentId);
    const events = await hear(at);
    const of = (kind: EventKind) => events.filter((event) => event.kind === kind);
    expect(of("post-added").map(({ reading }) => reading.postId)).toEqual([postId]);
    const [theirs, ours, ...others] = of("comment-added");
    expect(others).toEqual([]);
    expect(theirs?.reading).toMatchObject({
      postId,
      commentId,
      text: 'È ancora valida? 🙏 \\ "/<%@',
      person: { isPage: false },
    });
    expect(ours?.reading).toMatchObject({ postId, parentId: commentId, person: { isPage: true } });
    for (const kind of ["comment-hidden", "comment-shown", "comment-removed"] as const)
      expect(of(kind).map(({ reading }) => reading.commentId)).toEqual([commentId]);
    expect(new Set(events.map(({ key }) => key)).size).toBe(events.length);
  });

  test("messages arrive, and ours come back with the id we gave them", async () => {
    const at = stage();
    const { world } = at;
    await subscribed(at);
    const { personId, messageId } = world.people.write("Buongiorno");
    await conversingOf(at).message(
      world.account,
      { personId, inReplyTo: messageId },
      "Eccoci",
      "answer",
      "riga-42",
    );
    world.people.answerElsewhere("Risponde la collega");
    const events = await hear(at);
    const received = events.filter(({ kind }) => kind === "message-received");
    expect(received).toMatchObject([
      { reading: { messageId, text: "Buongiorno", person: { id: personId } } },
    ]);
    const [own, colleague] = events.filter(({ kind }) => kind === "message-echoed");
    expect(own?.reading).toMatchObject({ metadata: "riga-42", text: "Eccoci", recipientId: personId });
    expect(colleague?.reading.metadata).toBeUndefined();
    expect(colleague?.reading.appId).not.toBe(own?.reading.appId);
  });

  test("a delivery that comes twice holds the same events under the same keys", async () => {
    const at = stage();
    await subscribed(at);
    at.world.post.repeat();
    at.world.people.write("Una volta sola");
    at.world.people.write("Una volta sola");
    const keys = (await hear(at)).filter(({ kind }) => kind === "message-received").map(({ key }) => key);
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(2);
  });
}

function provingTests<Settings, App>(stage: OpenStage<Settings, App>): void {
  test("forged, changed, re-serialised or unsigned deliveries prove nothing", async () => {
    const at = stage();
    const { world } = at;
    const listening = await subscribed(at);
    world.people.write("C'è posto, sì? https://example.it");
    const [delivery] = await world.post.arrived();
    if (!delivery) throw new Error("nothing arrived");
    const { body, headers } = delivery;
    const proves = (bytes: Buffer, shown: Record<string, string | undefined> = headers) =>
      listening.isGenuine(world.post.app, bytes, shown);
    expect(proves(body)).toBe(true);
    for (const at of [0, Math.floor(body.length / 2), body.length - 1]) {
      const changed = Buffer.from(body);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(proves(changed)).toBe(false);
    }
    expect(proves(Buffer.from(JSON.stringify(JSON.parse(body.toString("utf8")))))).toBe(false);
    expect(proves(Buffer.concat([body, Buffer.from("\n")]))).toBe(false);
    const mutated = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace(/[0-9a-f](?=[0-9a-f]*$)/, flip)]),
    );
    expect(proves(body, mutated)).toBe(false);
    expect(proves(body, {})).toBe(false);
    expect(listening.isSigned({})).toBe(false);
  });

  test("the network's first question is answered to nobody who does not know our word", () => {
    const at = stage();
    const ask = (word: string) =>
      listeningOf(at).handshake(at.world.post.app, {
        "hub.mode": "subscribe",
        "hub.challenge": "1158201444",
        "hub.verify_token": word,
      });
    expect(ask("altro")).toBeUndefined();
    expect(ask("")).toBeUndefined();
  });

  test("what is no delivery is no delivery, and never thrown", () => {
    const { read } = listeningOf(stage());
    for (const text of ["", "null", "[]", "{}", "\u0000", '{"object":', "x".repeat(5_000)])
      expect(read(Buffer.from(text))).toBeUndefined();
  });
}

function flip(digit: string): string {
  return digit === "0" ? "1" : "0";
}
