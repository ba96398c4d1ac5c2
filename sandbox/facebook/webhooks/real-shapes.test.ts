import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CallbackProbe } from "../callback-probe.ts";
import { personByKey } from "../community/people.ts";
import { Probe } from "../probe.ts";

/** Deliveries as they were captured by others, kept outside this repository. */
const captured = new URL("../../../../shared/real/facebook/restfb/webhooks/", import.meta.url);
const reason = "the captured deliveries are not on this machine";

/**
 * What a capture has and we leave out. The old form (`sender_id`, `sender_name`, `seq`) ended with v2.11, when `from`
 * took its place (section 15.4).
 */
const OLD_FORM = ["sender_id", "sender_name", "seq"];

let probe: Probe;
let callback: CallbackProbe;
let post: string;

type Value = Record<string, unknown>;

beforeAll(async () => {
  probe = await Probe.start();
  callback = await CallbackProbe.start();
  const { id, secret } = probe.facebook.seed.app;
  const fields =
    "feed,mention,messages,message_echoes,message_edits,message_reads,message_reactions,messaging_postbacks";
  const app = { object: "page", callback_url: callback.url, fields, verify_token: "segreto" };
  await probe.post(`/${id}/subscriptions`, app, `${id}|${secret}`);
  await probe.post(`/${probe.page}/subscribed_apps`, { subscribed_fields: fields });
  await happen();
  await new Promise((resolve) => setTimeout(resolve, 30));
  await probe.facebook.webhooks.sender.idle();
});
afterAll(async () => {
  await probe.facebook.close();
  await callback.close();
});

/** One of everything that the captures show. */
async function happen(): Promise<void> {
  const { world, seed } = probe.facebook;
  const { community, messenger } = world;
  const anna = personByKey("anna");
  const page = world.pages.get(probe.page);
  if (!anna || !page) throw new Error("the cast is not complete");
  post = (await probe.publish("Offerta")).body.id;
  await probe.post(`/${post}`, { message: "Offerta corretta" });
  const under = { pageId: page.id, postId: post };
  const comment = community.addComment({ ...under, authorId: anna.id, message: "Scade?" });
  community.editComment(comment, { message: "Scade quando?" });
  community.hideComment(comment, true);
  community.react(comment, anna.id, "LOVE");
  community.react(under, anna.id, "WOW");
  community.unreact(under, anna.id);
  community.addComment({ ...under, authorId: anna.id, message: `Vedi @[${seed.page.id}]` });
  world.createPost({ page, appId: "", authorId: anna.id, message: "Cerco lavoro", published: true });
  community.removeComment(comment);
  await probe.remove(`/${post}`);
  const message = messenger.receive(page.id, anna, { text: "Buongiorno" });
  messenger.edit(message, "Buonasera");
  const answer = messenger.send(page.id, anna, { text: "Salve", appId: seed.app.id, metadata: "n:1" });
  messenger.react(answer, { emoji: "❤️", name: "love" });
  const thread = messenger.threadWith(page.id, anna);
  if (thread) messenger.readByPerson(thread);
  messenger.tap(page.id, anna, "Inizia", "CIAO");
}

const PAIRS = [
  ["feed-status-add-25", "status", "add"],
  ["feed-status-edited-25", "status", "edited"],
  ["feed-comment-add-25", "comment", "add"],
  ["feed-comment-edited-25", "comment", "edited"],
  ["feed-comment-hide", "comment", "hide"],
  ["feed-comment-remove-25", "comment", "remove"],
  ["feed-reaction-add-comment", "reaction", "add"],
  ["feed-reaction-remove", "reaction", "remove"],
  ["feed-post-add-25", "post", "add"],
  ["feed-post-remove-25", "post", "remove"],
] as const;

const MESSAGING = [
  ["messaging-message-basic", "message"],
  ["messaging-message-edits", "message_edit"],
  ["messaging-reaction-2", "reaction"],
  ["messaging-read-basic", "read"],
  ["messaging-postback-basic", "postback"],
  ["standby-message-basic-echo", "message"],
] as const;

function sample(name: string): Value {
  return JSON.parse(readFileSync(new URL(`${name}.json`, captured), "utf8")) as Value;
}

const entryOf = (body: Value) => (body.entry as Value[])[0] as Value;
const keysOf = (value: unknown) => Object.keys(value as Value).filter((key) => !OLD_FORM.includes(key));

describe.skipIf(!existsSync(captured))(`beside captured deliveries (else skipped: ${reason})`, () => {
  test("there are captures to compare with", () => {
    expect(readdirSync(captured).length).toBeGreaterThan(40);
  });

  test.each(PAIRS)("%s: ours of %s %s has every field of the capture", (name, item, verb) => {
    const change = (entryOf(sample(name)).changes as Value[])[0];
    const ours = callback.changes().find((value) => value.item === item && value.verb === verb);
    expect(Object.keys(ours ?? {})).toEqual(expect.arrayContaining(keysOf(change?.value)));
    expect(ours?.from).toMatchObject({ id: expect.any(String), name: expect.any(String) });
  });

  test.each(MESSAGING)("%s: ours has every field of the capture, in milliseconds", (name, key) => {
    const entry = entryOf(sample(name));
    const [theirs] = (entry.messaging ?? entry.standby) as Value[];
    const isEcho = name.includes("echo");
    const ours = callback
      .messaging()
      .find((one) => key in one && ((one[key] as Value).is_echo === true) === isEcho);
    expect(Object.keys(ours ?? {})).toEqual(expect.arrayContaining(Object.keys(theirs ?? {})));
    expect(Object.keys((ours?.[key] ?? {}) as Value)).toEqual(expect.arrayContaining(keysOf(theirs?.[key])));
    expect(String(ours?.timestamp)).toHaveLength(13);
  });
});

test("the entries of changes carry seconds, those of messages milliseconds", () => {
  for (const { body } of callback.received) {
    for (const entry of body.entry) expect(String(entry.time)).toHaveLength(entry.changes ? 10 : 13);
  }
  expect(callback.received.length).toBeGreaterThan(15);
});
