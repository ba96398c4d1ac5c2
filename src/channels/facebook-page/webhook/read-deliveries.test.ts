import fc from "fast-check";
import { expect, test } from "vitest";
import { eventKinds } from "../../conversing.ts";
import { pageId } from "../pretend-http.ts";
import { readDeliveries } from "./read-deliveries.ts";

const time = 1767225603;
const psid = "7000000010000001";
const postId = `${pageId}_200000000000001`;
const commentId = "200000000000001_300000000000001";

const deliver = (entry: unknown) =>
  readDeliveries(Buffer.from(JSON.stringify({ object: "page", entry: [entry] })));
const change = (value: unknown, more: object = {}) =>
  deliver({ id: pageId, time, changes: [{ field: "feed", value }], ...more });
const chat = (element: object, key = "messaging") =>
  deliver({
    id: pageId,
    time: time * 1000,
    [key]: [{ sender: { id: psid }, recipient: { id: pageId }, timestamp: time * 1000 - 3000, ...element }],
  });
const keyOf = (deliveries: ReturnType<typeof readDeliveries>) => deliveries?.events[0]?.key;

const comment = {
  from: { id: psid, name: "Anna Bianchi" },
  item: "comment",
  verb: "add",
  post_id: postId,
  comment_id: commentId,
  parent_id: postId,
  created_time: time - 3,
  message: "Scade quando?",
};

test("a comment says who, where, what and when, and is kept as it arrived", () => {
  expect(change(comment)).toEqual({
    ignored: 0,
    events: [
      {
        externalId: pageId,
        kind: "comment-added",
        key: expect.stringMatching(/^comment-added:[\w-]{28}$/),
        happenedAt: new Date((time - 3) * 1000),
        reading: {
          person: { id: psid, name: "Anna Bianchi", isPage: false },
          postId,
          commentId,
          parentId: postId,
          text: "Scade quando?",
          attachments: undefined,
        },
        raw: { field: "feed", value: comment },
      },
    ],
  });
});

test.each<[string, object, string]>([
  ["add", {}, "comment-added"],
  ["edit", {}, "comment-edited"],
  ["edited", {}, "comment-edited"],
  ["update", {}, "comment-edited"],
  ["remove", {}, "comment-removed"],
  ["delete", {}, "comment-removed"],
  ["hide", {}, "comment-hidden"],
  ["unhide", {}, "comment-shown"],
  ["add", { item: "status" }, "post-added"],
  ["add", { item: "share" }, "post-added"],
  ["edited", { item: "status" }, "post-edited"],
  ["hide", { item: "status" }, "post-edited"],
  ["remove", { item: "post" }, "post-removed"],
  ["add", { item: "reaction", reaction_type: "care" }, "reaction-added"],
  ["edit", { item: "reaction", reaction_type: "sad" }, "reaction-added"],
  ["remove", { item: "reaction", reaction_type: "sad" }, "reaction-removed"],
  ["add", { item: "like" }, "reaction-added"],
])("the verb %s of %j is a %s", (verb, more, kind) => {
  expect(change({ ...comment, verb, ...more })?.events.map((event) => event.kind)).toEqual([kind]);
});

test.each<[string, unknown]>([
  ["an unknown verb", { ...comment, verb: "applaud" }],
  ["a verb of a video", { ...comment, item: "video", verb: "mute" }],
  ["an unknown item", { ...comment, item: "timeline cover" }],
  ["a hidden reaction", { ...comment, item: "reaction", verb: "hide" }],
  ["a comment without its id", { ...comment, comment_id: undefined }],
  ["a post without its id", { ...comment, item: "status", post_id: undefined }],
  ["no value", undefined],
  ["a value that is a word", "add"],
])("%s is counted, and nothing else", (_what, value) => {
  expect(change(value)).toEqual({ events: [], ignored: 1 });
});

test.each([
  ["another field", deliver({ id: pageId, time, changes: [{ field: "ratings", value: comment }] })],
  ["a Page without an id", change(comment, { id: undefined })],
  ["no time", change(comment, { time: undefined })],
  ["an entry with nothing in it", deliver({ id: pageId, time })],
  ["an entry that is none", deliver("x")],
  [
    "another object",
    readDeliveries(Buffer.from(JSON.stringify({ object: "user", entry: [{ changes: [{}] }] }))),
  ],
  ["an element without a known word", chat({ optin: { ref: "x" } })],
  ["a message without its id", chat({ message: { text: "x" } })],
])("%s is counted, and nothing else", (_what, deliveries) => {
  expect(deliveries).toEqual({ events: [], ignored: 1 });
});

test.each<[string, object, string, object]>([
  [
    "a message",
    { message: { mid: "m_1", text: "Buongiorno" } },
    "message-received",
    { messageId: "m_1", text: "Buongiorno" },
  ],
  [
    "a message with a file, in answer to another",
    {
      message: {
        mid: "m_1",
        reply_to: { mid: "m_0" },
        attachments: [{ type: "file", payload: { url: "https://x.example/cv.pdf" } }],
      },
    },
    "message-received",
    { parentId: "m_0", attachments: [{ type: "file", url: "https://x.example/cv.pdf" }] },
  ],
  [
    "a quick reply",
    { message: { mid: "m_1", text: "Sì", quick_reply: { payload: "SI" } } },
    "message-received",
    { payload: "SI" },
  ],
  [
    "our own message",
    { message: { mid: "m_1", is_echo: true, app_id: 138483919580948, metadata: "riga-1" } },
    "message-echoed",
    { appId: "138483919580948", metadata: "riga-1", recipientId: pageId },
  ],
  [
    "an edit",
    { message_edit: { mid: "m_1", text: "Buonasera", num_edit: 2 } },
    "message-edited",
    { editNumber: 2 },
  ],
  [
    "a delivery",
    { delivery: { mids: ["m_1"], watermark: time * 1000 } },
    "message-delivered",
    { messageIds: ["m_1"] },
  ],
  ["a reading", { read: { watermark: time * 1000 } }, "message-read", { watermark: new Date(time * 1000) }],
  [
    "a reaction",
    { reaction: { mid: "m_1", reaction: "love", emoji: "❤", action: "react" } },
    "message-reaction-added",
    { reaction: "❤", detail: "love" },
  ],
  [
    "a reaction taken back",
    { reaction: { mid: "m_1", action: "unreact" } },
    "message-reaction-removed",
    { messageId: "m_1" },
  ],
  [
    "a button",
    { postback: { mid: "m_1", title: "Inizia", payload: "START" } },
    "button-pressed",
    { text: "Inizia", payload: "START" },
  ],
  [
    "a link that led here",
    { referral: { ref: "manifesto", source: "SHORTLINK" } },
    "referred",
    { payload: "manifesto" },
  ],
  [
    "a warning",
    { policy_enforcement: { action: "warning", reason: "spam" } },
    "policy-enforced",
    { action: "warning", detail: "spam" },
  ],
  [
    "a thread passed on",
    { pass_thread_control: { new_owner_app_id: "263902037430900" } },
    "thread-control-changed",
    { action: "pass", appId: "263902037430900" },
  ],
  [
    "a thread taken",
    { take_thread_control: { new_owner_app_id: "1" } },
    "thread-control-changed",
    { action: "take" },
  ],
  [
    "a thread asked for",
    { request_thread_control: { requested_owner_app_id: 123 } },
    "thread-control-changed",
    { action: "request", appId: "123" },
  ],
])("%s in a chat", (_what, element, kind, reading) => {
  expect(chat(element)).toMatchObject({ ignored: 0, events: [{ kind, reading, externalId: pageId }] });
  expect(chat(element, "standby")?.events[0]?.reading).toMatchObject({ ...reading, isStandby: true });
});

test.each<[string, object, object, boolean]>([
  ["the same comment", comment, comment, true],
  ["two comments", comment, { ...comment, comment_id: "200000000000001_4" }, false],
  ["a comment and its edit", comment, { ...comment, verb: "edited" }, false],
  [
    "two edits",
    { ...comment, verb: "edited" },
    { ...comment, verb: "edited", message: "Quando scade?" },
    false,
  ],
  [
    "an edit that changes a picture alone",
    { ...comment, verb: "edited", photo: "https://a/1" },
    { ...comment, verb: "edited", photo: "https://a/2" },
    false,
  ],
  [
    "a comment whose picture has another address now",
    { ...comment, photo: "https://a/1" },
    { ...comment, photo: "https://a/2" },
    true,
  ],
  [
    "reactions of two people",
    { ...comment, item: "reaction" },
    { ...comment, item: "reaction", from: { id: "8" } },
    false,
  ],
  [
    "a post that waits, and goes live",
    { ...comment, item: "status", published: 0 },
    { ...comment, item: "status", published: 1 },
    false,
  ],
])("%s: one happening or two", (_what, one, other, isOne) => {
  expect(keyOf(change(one)) === keyOf(change(other))).toBe(isOne);
});

test("hiding goes back and forth under one time of creation, so the time of the delivery tells", () => {
  const hidden = { ...comment, verb: "hide" };
  expect(keyOf(change(hidden))).toBe(keyOf(change(hidden)));
  expect(keyOf(change(hidden, { time: time + 60 }))).not.toBe(keyOf(change(hidden)));
});

test("a retry in another batch has the same keys: only what happened counts", () => {
  const alone = change(comment);
  const later = change(comment, { time: time + 3600 });
  expect(keyOf(later)).toBe(keyOf(alone));
});

test("a strange piece among a thousand costs only itself", () => {
  const strange = [
    null,
    5,
    "x",
    [],
    {},
    { field: "feed" },
    { field: "feed", value: { verb: "add", item: "comment" } },
  ];
  const many = Array.from({ length: 1000 }, (_, index) => ({
    field: "feed",
    value: { ...comment, comment_id: `2_${index}` },
  }));
  const deliveries = deliver({ id: pageId, time, changes: [...strange, ...many] });
  expect([deliveries?.events.length, deliveries?.ignored]).toEqual([1000, strange.length]);
});

test("whatever comes, reading ends without an error, and what it gives can be kept", () => {
  const any = fc.jsonValue({ maxDepth: 1 });
  const value = fc.record({
    item: fc.constantFrom("comment", "status", "reaction"),
    verb: fc.constantFrom("add", "edited", "hide"),
    comment_id: any,
    post_id: any,
    created_time: any,
    from: any,
    message: fc.oneof(fc.string({ unit: "binary" }), any),
  });
  const piece = fc.oneof(fc.record({ field: fc.constantFrom("feed", "mention", "x"), value }), any);
  const entries = fc.array(
    fc.record({
      id: fc.oneof(fc.constant(pageId), any),
      time: fc.oneof(fc.constant(time), any),
      changes: fc.array(piece, { maxLength: 5 }),
      messaging: fc.array(fc.dictionary(fc.constantFrom("message", "read", "postback", "sender"), any), {
        maxLength: 5,
      }),
    }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(entries, (entry) => {
      const text = JSON.stringify({ object: "page", entry });
      for (const event of readDeliveries(Buffer.from(text))?.events ?? []) {
        expect(eventKinds).toContain(event.kind);
        expect(Number.isNaN(event.happenedAt.getTime())).toBe(false);
        expect(JSON.stringify(event)).not.toContain("\\u0000");
      }
    }),
    { numRuns: 50 },
  );
});
