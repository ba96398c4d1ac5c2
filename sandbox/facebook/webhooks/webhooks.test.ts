import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CallbackProbe } from "../callback-probe.ts";
import { personByKey } from "../community/people.ts";
import { Probe } from "../probe.ts";

const FIELDS =
  "feed,messages,message_echoes,message_edits,message_reactions,message_reads,messaging_postbacks";
const MINUTE_MS = 60_000;

let probe: Probe;
let callback: CallbackProbe;
let appToken: string;

beforeAll(async () => {
  probe = await Probe.start();
  const { id, secret } = probe.facebook.seed.app;
  appToken = `${id}|${secret}`;
});
afterAll(() => probe.facebook.close());
beforeEach(async () => {
  probe.facebook.reset();
  callback = await CallbackProbe.start();
});
afterEach(() => callback.close());

function subscribeApp(more: Record<string, string> = {}) {
  const params = {
    object: "page",
    callback_url: callback.url,
    fields: FIELDS,
    verify_token: "segreto",
    ...more,
  };
  return probe.post(`/${probe.facebook.seed.app.id}/subscriptions`, params, appToken);
}

async function subscribe(): Promise<void> {
  expect((await subscribeApp()).body).toEqual({ success: true });
  expect((await probe.post(`/${probe.page}/subscribed_apps`, { subscribed_fields: FIELDS })).body).toEqual({
    success: true,
  });
}

function person(key: string) {
  const found = personByKey(key);
  if (!found) throw new Error(`no ${key}`);
  return found;
}

/** What is gathered in one moment leaves in the next. */
async function arrived(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 15));
  await probe.facebook.webhooks.sender.idle();
}

function write(text: string, key = "anna") {
  return probe.facebook.world.messenger.receive(probe.page, person(key), { text });
}

describe("subscribing", () => {
  test("the callback address is verified over HTTP, and a wrong answer keeps it out", async () => {
    callback.verifyToken = "altro";
    const refused = await subscribeApp();
    expect(refused.body.error).toMatchObject({ code: 2200 });
    expect(refused.body.error.message).toContain("403");
    callback.verifyToken = "segreto";
    expect((await subscribeApp()).status).toBe(200);
    const { body } = await probe.get(`/${probe.facebook.seed.app.id}/subscriptions`, {}, appToken);
    expect(body.data[0]).toMatchObject({ object: "page", callback_url: callback.url, active: true });
    expect(body.data[0]?.fields).toContainEqual({ name: "feed", version: "v25.0" });
    await probe.remove(`/${probe.facebook.seed.app.id}/subscriptions`, appToken);
    expect((await probe.get(`/${probe.facebook.seed.app.id}/subscriptions`, {}, appToken)).body.data).toEqual(
      [],
    );
  });

  test("a Page can be subscribed although the app is not: it looks healthy and nothing comes", async () => {
    await probe.remove(`/${probe.facebook.seed.app.id}/subscriptions`, appToken);
    const { status } = await probe.post(`/${probe.page}/subscribed_apps`, { subscribed_fields: "feed" });
    expect(status).toBe(200);
    expect((await probe.get(`/${probe.page}/subscribed_apps`)).body.data).toMatchObject([
      { id: probe.facebook.seed.app.id, subscribed_fields: ["feed"] },
    ]);
    await probe.publish("Nessuno lo saprà");
    await arrived();
    expect(callback.received).toEqual([]);
    await probe.remove(`/${probe.page}/subscribed_apps`);
    expect((await probe.get(`/${probe.page}/subscribed_apps`)).body.data).toEqual([]);
  });

  test("invented fields are refused, Messenger fields without pages_messaging too", async () => {
    const wrong = await probe.post(`/${probe.page}/subscribed_apps`, { subscribed_fields: "feed,colori" });
    expect(wrong.body.error.message).toContain('got "colori"');
    probe.facebook.addToken({
      value: "EAAsenzamessaggi",
      kind: "PAGE",
      appId: probe.facebook.seed.app.id,
      userId: "10100000000000001",
      pageId: probe.page,
      scopes: new Set(["pages_manage_metadata", "pages_show_list"]),
    });
    const poor = await probe.post(
      `/${probe.page}/subscribed_apps`,
      { subscribed_fields: "messages" },
      "EAAsenzamessaggi",
    );
    expect(poor.body.error.code).toBe(200);
  });
});

describe("events", () => {
  test("a comment arrives signed over its bytes, in the shape of section 15.4", async () => {
    await subscribe();
    const post = (await probe.publish("Offerta")).body.id;
    probe.facebook.world.community.addComment({
      pageId: probe.page,
      postId: post,
      authorId: person("niccolo").id,
      message: "C'è posto?",
    });
    await arrived();
    const [published, comment] = callback.changes();
    expect(published).toMatchObject({
      from: { id: probe.page },
      post_id: post,
      item: "status",
      published: 1,
      verb: "add",
    });
    expect(comment).toMatchObject({
      from: { id: "7000000010000006", name: "Niccolò Rossi" },
      message: "C'è posto?",
      post_id: post,
      parent_id: post,
      item: "comment",
      verb: "add",
      post: { id: post, is_published: true },
    });
    expect(callback.received.every((one) => callback.isSigned(one, probe.facebook.seed.app.secret))).toBe(
      true,
    );
    expect(callback.received.at(-1)?.raw).toContain("Niccol\\u00f2");
  });

  test("what the Page does itself comes back: answers, hiding, edits, deletes", async () => {
    await subscribe();
    const post = (await probe.publish("Offerta")).body.id;
    const comment = probe.facebook.world.community.addComment({
      pageId: probe.page,
      postId: post,
      authorId: person("luca").id,
      message: "Mah",
    });
    await probe.post(`/${comment.id}/comments`, { message: "Buongiorno Luca" });
    await probe.post(`/${comment.id}`, { is_hidden: "true" });
    await probe.post(`/${comment.id}/likes`);
    await probe.post(`/${post}`, { message: "Offerta corretta" });
    await probe.remove(`/${comment.id}`);
    await probe.remove(`/${post}`);
    await arrived();
    expect(callback.changes().map(({ item, verb }) => `${item} ${verb}`)).toEqual([
      "status add",
      "comment add",
      "comment add",
      "comment hide",
      "reaction add",
      "status edited",
      "comment remove",
      "post remove",
    ]);
    const [, , answer, hidden] = callback.changes();
    expect(answer).toMatchObject({ from: { id: probe.page }, parent_id: comment.id });
    expect(hidden).toMatchObject({ from: { name: "Luca Ferraris" }, message: "Mah" });
  });

  test("a message arrives alone, in milliseconds, in the shape of section 15.5", async () => {
    await subscribe();
    const message = write("Buongiorno");
    await arrived();
    expect(callback.received[0]?.body).toEqual({
      object: "page",
      entry: [
        {
          id: probe.page,
          time: expect.any(Number),
          messaging: [
            {
              sender: { id: "7000000010000001" },
              recipient: { id: probe.page },
              timestamp: message.createdAt,
              message: { mid: message.id, text: "Buongiorno" },
            },
          ],
        },
      ],
    });
  });

  test("without Advanced Access the public's messages do not come, and its comments come without a name", async () => {
    await subscribe();
    const app = probe.facebook.world.apps.get(probe.facebook.seed.app.id);
    if (!app) throw new Error("no app");
    app.advancedAccess = [];
    write("Non arriva");
    write("Arriva", "tommaso");
    const post = (await probe.publish("Offerta")).body.id;
    probe.facebook.world.community.addComment({
      pageId: probe.page,
      postId: post,
      authorId: person("olena").id,
      message: "Dove?",
    });
    await arrived();
    app.advancedAccess = "all";
    expect(callback.messaging()).toMatchObject([{ message: { text: "Arriva" } }]);
    expect(callback.changes().at(-1)).toMatchObject({ message: "Dove?" });
    expect(callback.changes().at(-1)).not.toHaveProperty("from");
  });
});

describe("the journey", () => {
  test("changes of one moment share a POST where batches are on", async () => {
    await subscribe();
    probe.facebook.webhooks.outbox.setWeather({ batchMax: 3 });
    for (let number = 1; number <= 7; number += 1)
      probe.facebook.webhooks.announce(probe.page, "feed", { item: "like", verb: "add", number });
    await arrived();
    expect(callback.received.map(({ body }) => body.entry[0]?.changes?.length)).toEqual([3, 3, 1]);
  });

  test("duplicates, loss and overtaking can be switched on, the same for the same seed", async () => {
    await subscribe();
    const { webhooks } = probe.facebook;
    webhooks.outbox.setWeather({ duplicates: 0.3, loss: 0.2, seed: 7 });
    for (let number = 0; number < 100; number += 1) webhooks.announce(probe.page, "feed", { number });
    await arrived();
    const numbers = callback.changes().map(({ number }) => number as number);
    const { lost, handed, delivered } = webhooks.sender.counts;
    expect(lost).toBeGreaterThan(8);
    expect(delivered).toBe(numbers.length);
    expect(handed).toBe(numbers.length + lost);
    expect(new Set(numbers).size).toBe(100 - lost);
    expect(numbers.length).toBeGreaterThan(100 - lost);

    webhooks.outbox.setWeather({ duplicates: 0, loss: 0, reordering: 1 });
    callback.received.length = 0;
    for (const number of [1, 2, 3]) webhooks.announce(probe.page, "feed", { number });
    await expect.poll(() => callback.changes().length, { timeout: 2000 }).toBe(3);
    expect(callback.changes()[0]).toEqual({ number: 2 });
  });

  test("a failed delivery is tried again at once, then ever more rarely, the same bytes, up to 36 hours", async () => {
    await subscribe();
    callback.answer = 500;
    const { sender } = probe.facebook.webhooks;
    await probe.publish("Ritenta");
    await arrived();
    for (const minutes of [0.02, 1, 4, 10, 15, 30]) {
      probe.facebook.advance(minutes * MINUTE_MS);
      await arrived();
    }
    expect(callback.received).toHaveLength(7);
    expect(new Set(callback.received.map(({ raw }) => raw)).size).toBe(1);
    callback.answer = 200;
    probe.facebook.advance(60 * MINUTE_MS);
    await arrived();
    expect([...sender.deliveries][0]).toMatchObject({ state: "delivered" });

    callback.answer = 404;
    await probe.publish("Mai");
    await arrived();
    for (let hour = 0; hour < 37; hour += 1) {
      probe.facebook.advance(60 * MINUTE_MS);
      await arrived();
    }
    expect([...sender.deliveries][1]).toMatchObject({ state: "given-up" });
    expect(sender.counts["given-up"]).toBe(1);
  });

  test("an hour of failed Messenger events unsubscribes the app from the Page", async () => {
    await subscribe();
    callback.answer = 503;
    write("C'è qualcuno?");
    await arrived();
    for (const minutes of [1, 5, 15, 30]) {
      probe.facebook.advance(minutes * MINUTE_MS);
      await arrived();
    }
    expect((await probe.get(`/${probe.page}/subscribed_apps`)).body.data).toHaveLength(1);
    probe.facebook.advance(30 * MINUTE_MS);
    await arrived();
    expect((await probe.get(`/${probe.page}/subscribed_apps`)).body.data).toEqual([]);
    expect(probe.facebook.webhooks.disabled).toMatchObject([{ pageId: probe.page }]);
  });

  test("an answer that does not come within the deadline counts as none", async () => {
    await subscribe();
    const { sender } = probe.facebook.webhooks;
    sender.deadlineMs = 50;
    callback.answer = "silent";
    await probe.publish("Attesa");
    await arrived();
    sender.deadlineMs = 5_000;
    expect([...sender.deliveries][0]?.attempts[0]?.fault).toBe("no answer within 50 ms");
  });
});
