import { expect, test } from "vitest";
import type { Amendment } from "../../channel.ts";
import type { Answered, Conversing } from "../../conversing.ts";
import {
  account,
  answering,
  calledBy,
  clock,
  graphError,
  pageId,
  pretendHttp,
  saidBy,
  token,
} from "../pretend-http.ts";
import type { FacebookPageSettings } from "../settings.ts";
import { openConversing } from "./index.ts";

const me = account();
const personId = "7000000010000001";
const sentMessage = { recipient_id: personId, message_id: "m_1" };
const sent = { kind: "sent", externalId: "m_1", personId };
const done = { kind: "done" };
const recipient = JSON.stringify({ id: personId });
const words = JSON.stringify({ text: "Sì,\nfino al 3", metadata: "riga-1" });

type Act = (conversing: Conversing<FacebookPageSettings>) => Promise<Answered | Amendment>;

test.each<[string, Act, string, Record<string, string>, unknown, object]>([
  [
    "an answer to a comment",
    (to) => to.reply(me, { parentId: "2_3" }, "Sì"),
    "POST 2_3/comments",
    { message: "Sì" },
    { id: "2_4" },
    { kind: "sent", externalId: "2_4" },
  ],
  [
    "a message within a day",
    (to) => to.message(me, { personId }, "Sì,\nfino al 3", "answer", "riga-1"),
    `POST ${pageId}/messages`,
    { recipient, message: words, messaging_type: "RESPONSE" },
    sentMessage,
    sent,
  ],
  [
    "a person's message within a week, in answer to another",
    (to) => to.message(me, { personId, inReplyTo: "m_0" }, "Sì,\nfino al 3", "human", "riga-1"),
    `POST ${pageId}/messages`,
    {
      recipient,
      message: words,
      messaging_type: "MESSAGE_TAG",
      tag: "HUMAN_AGENT",
      reply_to: '{"mid":"m_0"}',
    },
    sentMessage,
    sent,
  ],
  [
    "a private reply to a comment",
    (to) => to.replyPrivately(me, { commentId: "2_3" }, "Sì,\nfino al 3", "riga-1"),
    `POST ${pageId}/messages`,
    { recipient: '{"comment_id":"2_3"}', message: words, messaging_type: "RESPONSE" },
    sentMessage,
    sent,
  ],
  [
    "a private reply to a visitor's post",
    (to) => to.replyPrivately(me, { postId: "1_2" }, "Sì,\nfino al 3", "riga-1"),
    `POST ${pageId}/messages`,
    { recipient: '{"post_id":"1_2"}', message: words, messaging_type: "RESPONSE" },
    { message_id: "m_1" },
    { kind: "sent", externalId: "m_1", personId: undefined },
  ],
  [
    "somebody writing",
    (to) => to.signal(me, personId, "typing"),
    `POST ${pageId}/messages`,
    { recipient, sender_action: "typing_on" },
    { recipient_id: personId },
    done,
  ],
  [
    "nobody writing any more",
    (to) => to.signal(me, personId, "not-typing"),
    `POST ${pageId}/messages`,
    { recipient, sender_action: "typing_off" },
    { recipient_id: personId },
    done,
  ],
  [
    "somebody having read",
    (to) => to.signal(me, personId, "seen"),
    `POST ${pageId}/messages`,
    { recipient, sender_action: "mark_seen" },
    { recipient_id: personId },
    done,
  ],
  ["hiding", (to) => to.hide(me, "2_3"), "POST 2_3", { is_hidden: "true" }, { success: true }, done],
  ["showing", (to) => to.show(me, "2_3"), "POST 2_3", { is_hidden: "false" }, { success: "true" }, done],
  ["removing", (to) => to.removeComment(me, "2_3"), "DELETE 2_3", {}, true, done],
  [
    "blocking",
    (to) => to.block(me, personId),
    `POST ${pageId}/blocked`,
    { user: JSON.stringify([personId]) },
    { [personId]: true },
    done,
  ],
  [
    "letting in again",
    (to) => to.unblock(me, personId),
    `DELETE ${pageId}/blocked`,
    { psid: personId },
    { success: true },
    done,
  ],
])("%s is one call", async (_what, act, call, said, answer, expected) => {
  const http = pretendHttp(() => answering(answer));
  expect(await act(openConversing({ http, clock }))).toEqual(expected);
  expect(http.requests.map(calledBy)).toEqual([call]);
  expect(http.requests.map(saidBy)).toEqual([said]);
  expect(http.requests[0]?.url).not.toContain(token);
});

test.each([
  ["a yes in words", { [personId]: "true" }, done],
  ["a yes for all", { success: true }, done],
  ["a no for this person", { [personId]: false }, { kind: "refused", reason: "person-unreachable" }],
  ["a yes for somebody else", { "7000000010000002": true }, { kind: "retry" }],
])("a block that is answered with %s", async (_what, body, expected) => {
  const http = pretendHttp(() => answering(body));
  expect(await openConversing({ http, clock }).block(me, personId)).toMatchObject(expected);
});

test("taking back a block that is not there is as it was to be", async () => {
  const http = pretendHttp(() => answering({ success: false }));
  expect(await openConversing({ http, clock }).unblock(me, personId)).toEqual(done);
});

test.each([
  ["reply", 7_500],
  ["message", 1_999],
] as const)(
  "a %s of more than %i characters, or of none, is refused before it is sent",
  async (way, most) => {
    const http = pretendHttp(() => answering({ id: "2_4", ...sentMessage }));
    const conversing = openConversing({ http, clock });
    const send = (text: string) =>
      way === "reply"
        ? conversing.reply(me, { parentId: "2_3" }, text)
        : conversing.message(me, { personId }, text, "answer", "riga-1");
    expect(await send("")).toMatchObject({ kind: "refused", reason: "text-empty" });
    expect(await send(" \n\t")).toMatchObject({ kind: "refused", reason: "text-empty" });
    expect(await send("è".repeat(most + 1))).toMatchObject({ kind: "refused", reason: "text-too-long" });
    // A face is two of the units that are counted.
    expect(await send("🙏".repeat(most / 2 + 1))).toMatchObject({ reason: "text-too-long" });
    expect(http.requests).toEqual([]);
    expect(await send("è".repeat(most))).toMatchObject({ kind: "sent" });
  },
);

test("an id of a comment that came as a number has lost digits, so the answer is looked for", async () => {
  const http = pretendHttp(() => answering({ id: 12 }));
  expect(await openConversing({ http, clock }).reply(me, { parentId: "2_3" }, "Sì")).toMatchObject({
    kind: "unknown",
  });
});

test("removing what cannot be hidden is no matter of hiding", async () => {
  const http = pretendHttp(() => graphError(100));
  expect(await openConversing({ http, clock }).removeComment(me, "2_3")).toMatchObject({
    kind: "refused",
    reason: "invalid-parameter",
  });
});
