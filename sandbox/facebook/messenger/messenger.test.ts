import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { personByKey, psidOf } from "../community/people.ts";
import { Probe } from "../probe.ts";

const HOUR_MS = 3_600_000;
let probe: Probe;

beforeAll(async () => {
  probe = await Probe.start();
});
afterAll(() => probe.facebook.close());
beforeEach(() => {
  probe.facebook.reset();
  Object.assign(app(), { humanAgent: false, advancedAccess: "all" });
});

function app() {
  const found = probe.facebook.world.apps.get(probe.facebook.seed.app.id);
  if (!found) throw new Error("no app");
  return found;
}

function person(key: string) {
  const found = personByKey(key);
  if (!found) throw new Error(`no ${key}`);
  return found;
}

const psid = (key = "anna", page = probe.page) => psidOf(page, person(key));

function write(text = "Buongiorno", key = "anna") {
  return probe.facebook.world.messenger.receive(probe.page, person(key), { text });
}

function send(text: string, more: Record<string, string> = {}, recipient: object = { id: psid() }) {
  return probe.post(`/${probe.page}/messages`, {
    recipient: JSON.stringify(recipient),
    messaging_type: "RESPONSE",
    message: JSON.stringify({ text }),
    ...more,
  });
}

function comment(key = "luca") {
  const { world } = probe.facebook;
  const page = world.pages.get(probe.page);
  if (!page) throw new Error("no Page");
  const post = world.createPost({ page, appId: app().id, message: "Offerta", published: true });
  return world.community.addComment({
    pageId: page.id,
    postId: post.id,
    authorId: person(key).id,
    message: "Info?",
  });
}

describe("windows", () => {
  test("within 24 hours a message goes out, later it is 10/2018278", async () => {
    write();
    const { body } = await send("Eccoci");
    expect(body).toMatchObject({ recipient_id: psid(), message_id: expect.stringMatching(/^m_/) });
    probe.facebook.advance(24 * HOUR_MS + 1000);
    expect((await send("Tardi")).body.error).toMatchObject({ code: 10, error_subcode: 2018278 });
    write("Ci siete?");
    expect((await send("Di nuovo")).status).toBe(200);
  });

  test("HUMAN_AGENT lasts 7 days, and only where it was granted", async () => {
    write();
    probe.facebook.advance(48 * HOUR_MS);
    const tag = { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" };
    expect((await send("No", tag)).body.error).toMatchObject({ code: 10, error_subcode: 2018065 });
    app().humanAgent = true;
    expect((await send("Sì", tag)).status).toBe(200);
    probe.facebook.advance(5 * 24 * HOUR_MS + 1000);
    expect((await send("Mai", tag)).body.error).toMatchObject({ code: 10, error_subcode: 2018278 });
  });

  test.each(["CONFIRMED_EVENT_UPDATE", "ACCOUNT_UPDATE", "POST_PURCHASE_UPDATE", "INVENTATO"])(
    "the tag %s is an invalid parameter",
    async (tag) => {
      write();
      expect((await send("No", { messaging_type: "MESSAGE_TAG", tag })).body.error).toMatchObject({
        code: 100,
        message: "(#100) Invalid parameter",
      });
    },
  );

  test("who never wrote, or is known to another Page only, is nobody (100/2018001)", async () => {
    const second = probe.facebook.seed.secondPage.id;
    for (const id of [psid("olena"), psid("anna", second), "7999999999999999"]) {
      expect((await send("Chi è?", {}, { id })).body.error).toMatchObject({
        code: 100,
        error_subcode: 2018001,
      });
    }
    expect(psid("anna", second)).not.toBe(psid());
  });

  test("a blocked person, one who blocked the Page, and the public without Advanced Access are out of reach", async () => {
    write();
    await probe.post(`/${probe.page}/blocked`, { user: psid() });
    expect((await send("No")).body.error).toMatchObject({ code: 10, error_subcode: 2018108 });
    await probe.post(`/${probe.page}/moderate_conversations`, {
      actions: '["UNBLOCK_USER"]',
      user_ids: JSON.stringify([{ id: psid() }]),
    });
    probe.facebook.world.messenger.silence(probe.page, person("anna"), true);
    expect((await send("No")).body.error).toMatchObject({ code: 551, error_subcode: 1545041 });
    app().advancedAccess = [];
    expect((await send("No")).body.error).toMatchObject({ code: 200, error_subcode: 2018028 });
    write("Prova", "tommaso");
    expect((await send("Sì", {}, { id: psid("tommaso") })).status).toBe(200);
  });
});

describe("private replies", () => {
  test("one for each comment, and it opens no window", async () => {
    const { id } = comment();
    const first = await send("In privato", {}, { comment_id: id });
    expect(first.body).toMatchObject({ recipient_id: psid("luca") });
    const flags = (await probe.get(`/${id}`, { fields: "can_reply_privately,private_reply_conversation" }))
      .body;
    expect(flags).toMatchObject({
      can_reply_privately: false,
      private_reply_conversation: { id: expect.stringMatching(/^t_/) },
    });
    expect((await send("Ancora", {}, { comment_id: id })).body.error).toMatchObject({ code: 100 });
    expect((await send("Diretto", {}, { id: psid("luca") })).body.error.error_subcode).toBe(2018278);
    write("Grazie", "luca");
    expect((await send("Diretto", {}, { id: psid("luca") })).status).toBe(200);
  });

  test("within 7 days, not to the Page itself, not to a comment that is gone", async () => {
    const old = comment();
    const own = await probe.post(`/${old.id}/comments`, { message: "Siamo noi" });
    expect((await send("No", {}, { comment_id: own.body.id })).body.error.code).toBe(100);
    probe.facebook.advance(7 * 24 * HOUR_MS + 1000);
    expect((await send("No", {}, { comment_id: old.id })).body.error.error_subcode).toBe(2018278);
    await probe.remove(`/${old.id}`);
    expect((await send("No", {}, { comment_id: old.id })).body.error.error_subcode).toBe(33);
  });
});

describe("what can be sent", () => {
  test("2,000 characters and no more, metadata, quick replies and attachments within their limits", async () => {
    write();
    expect((await send("a".repeat(2000))).status).toBe(200);
    expect((await send("a".repeat(2001))).body.error.code).toBe(100);
    const message = (value: object) => send("", { message: JSON.stringify(value) });
    expect((await message({ text: "x", metadata: "y".repeat(1001) })).body.error.code).toBe(100);
    expect((await message({})).body.error.code).toBe(100);
    const reply = { content_type: "text", title: "Sì", payload: "SI" };
    expect((await message({ text: "x", quick_replies: Array(14).fill(reply) })).body.error.code).toBe(100);
    expect((await message({ text: "x", quick_replies: [reply] })).status).toBe(200);
    const image = { type: "image", payload: { url: "http://example.it/a.png", is_reusable: true } };
    const sent = await message({ attachment: image });
    expect(sent.body.attachment_id).toMatch(/^\d+$/);
    const again = { type: "image", payload: { attachment_id: sent.body.attachment_id } };
    expect((await message({ attachment: again })).status).toBe(200);
    const wrong = { type: "video", payload: { attachment_id: sent.body.attachment_id } };
    expect((await message({ attachment: wrong })).body.error.error_subcode).toBe(2018074);
    expect((await message({ attachment: { type: "template", payload: {} } })).status).toBe(501);
  });

  test("a sender action answers with the recipient alone and takes no message", async () => {
    write();
    const recipient = JSON.stringify({ id: psid() });
    const act = (more: Record<string, string>) => probe.post(`/me/messages`, { recipient, ...more });
    expect((await act({ sender_action: "typing_on" })).body).toEqual({ recipient_id: psid() });
    expect((await act({ sender_action: "balla" })).body.error.code).toBe(100);
    expect((await act({ sender_action: "mark_seen", message: '{"text":"x"}' })).body.error.code).toBe(100);
  });

  test("beyond the allowances it is 613, 613/2018338 or 80006", async () => {
    write();
    const { sendLimits } = probe.facebook;
    sendLimits.settings.perThreadPerTenSeconds = 1;
    await send("Uno");
    expect((await send("Due")).body.error).toMatchObject({ code: 613, error_subcode: 2018338 });
    sendLimits.settings.perThreadPerTenSeconds = Number.POSITIVE_INFINITY;
    sendLimits.settings.textsPerSecond = 0;
    expect((await send("Tre")).body.error.code).toBe(613);
    sendLimits.settings.callsPerDay = 0;
    expect((await send("Quattro")).body.error.code).toBe(80006);
  });
});

describe("reading", () => {
  test("threads come newest first, with both participants and only the newest twenty messages readable", async () => {
    const oldest = write("Messaggio 1");
    for (let number = 2; number <= 21; number += 1) write(`Messaggio ${number}`);
    probe.facebook.advance(1000);
    write("Sono Youssef", "youssef");
    const { body } = await probe.get(`/${probe.page}/conversations`, {
      platform: "messenger",
      fields: "participants,message_count,messages.limit(25){message,from}",
    });
    expect(body.data.map(({ message_count }) => message_count)).toEqual([1, 21]);
    expect(body.data[0]?.participants).toEqual({
      data: [
        { name: "Youssef El Fassi", email: `${psid("youssef")}@facebook.com`, id: psid("youssef") },
        { name: probe.facebook.seed.page.name, email: `${probe.page}@facebook.com`, id: probe.page },
      ],
    });
    const messages = (body.data[1] as { messages: { data: object[] } } | undefined)?.messages.data ?? [];
    expect(messages[0]).toMatchObject({ message: "Messaggio 21", from: { id: psid() } });
    expect(messages[20]).toEqual({ id: oldest.id, created_time: expect.any(String) });
    expect((await probe.get(`/${oldest.id}`)).body.error.code).toBe(9000001);
    const one = await probe.get(`/${probe.page}/conversations`, { user_id: psid() });
    expect(one.body.data).toHaveLength(1);
    const thread = one.body.data[0]?.id as string;
    expect((await probe.get(`/${thread}/messages`, { limit: "2" })).body.paging?.next).toContain(
      "access_token=",
    );
    expect(
      (await probe.get(`/${thread}`, {}, probe.facebook.seed.secondPageToken)).body.error.error_subcode,
    ).toBe(33);
  });

  test("profiles are of people who wrote, their names only where the app may know them", async () => {
    expect((await probe.get(`/${psid()}`)).body.error.error_subcode).toBe(2018218);
    write();
    expect((await probe.get(`/${psid()}`, { fields: "first_name,last_name,name" })).body).toEqual({
      first_name: "Anna",
      last_name: "Bianchi",
      name: "Anna Bianchi",
      id: psid(),
    });
    app().advancedAccess = [];
    expect((await probe.get(`/${psid()}`)).body.error.error_subcode).toBe(2018218);
    expect((await probe.get(`/${probe.page}/conversations`)).body.data).toEqual([]);
  });
});

test("every fault meets the Send API by its edge, and the truth says what was really sent", async () => {
  write();
  probe.facebook.addFault({ mode: "error-2-after", edge: "messages" });
  const lied = await send("Uscito lo stesso", { message: '{"text":"Uscito lo stesso","metadata":"n:1"}' });
  expect([lied.status, lied.body.error.code]).toEqual([500, 2]);
  const entry = probe.facebook.truth().findLast(({ edge }) => edge === "messages");
  expect(entry).toMatchObject({ fault: "error-2-after", did: { kind: "messaged" } });
  const thread = probe.facebook.world.messenger.threadWith(probe.page, person("anna"));
  expect(thread?.messages.at(-1)).toMatchObject({ text: "Uscito lo stesso", metadata: "n:1" });
});

test("the profile keeps what section 14 allows", async () => {
  const path = `/${probe.page}/messenger_profile`;
  const menu = { persistent_menu: '[{"locale":"default","call_to_actions":[]}]' };
  expect((await probe.post(path, menu)).body.error.code).toBe(100);
  expect((await probe.post(path, { get_started: '{"payload":"CIAO"}', ...menu })).body).toEqual({
    result: "success",
  });
  const breakers = [{ locale: "default", call_to_actions: Array(5).fill({ question: "?", payload: "P" }) }];
  expect((await probe.post(path, { ice_breakers: JSON.stringify(breakers) })).body.error.code).toBe(100);
  expect((await probe.get(path, { fields: "get_started" })).body.data).toEqual([
    { get_started: { payload: "CIAO" } },
  ]);
  const cleared = await probe.post(path, { method: "delete", fields: '["get_started","persistent_menu"]' });
  expect(cleared.body).toEqual({ result: "success" });
  expect((await probe.get(path, { fields: "get_started" })).body.data).toEqual([]);
});

test("control of a thread is passed, respected and taken back", async () => {
  write();
  const recipient = JSON.stringify({ id: psid() });
  const inbox = "263902037430900";
  await probe.post(`/${probe.page}/pass_thread_control`, { recipient, target_app_id: inbox });
  expect((await probe.get(`/${probe.page}/thread_owner`, { recipient: psid() })).body.data).toEqual([
    { thread_owner: { app_id: inbox } },
  ]);
  expect((await send("Non ora")).body.error.error_subcode).toBe(2018300);
  await probe.post(`/${probe.page}/take_thread_control`, { recipient });
  expect((await send("Eccomi")).status).toBe(200);
  expect((await probe.post(`/${probe.page}/extend_thread_control`, { recipient })).status).toBe(501);
});
