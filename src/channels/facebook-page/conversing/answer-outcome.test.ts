import fc from "fast-check";
import { expect, test } from "vitest";
import { HttpError } from "../../../platform/http-client.ts";
import {
  account,
  answering,
  clock,
  graphError,
  now,
  pretendHttp,
  type Sample,
  silentHttp,
} from "../pretend-http.ts";
import { facebookReasons } from "../reasons.ts";
import { openConversing } from "./index.ts";

type Call = (
  http: ReturnType<typeof pretendHttp>,
) => Promise<{ kind: string; reason?: string; notBefore?: Date }>;

const to = { personId: "7000000010000001" };
const sending: Record<string, Call> = {
  reply: (http) => openConversing({ http, clock }).reply(account(), { parentId: "2_3" }, "Sì"),
  message: (http) => openConversing({ http, clock }).message(account(), to, "Sì", "answer", "r1"),
  "human message": (http) => openConversing({ http, clock }).message(account(), to, "Sì", "human", "r1"),
  "private reply": (http) =>
    openConversing({ http, clock }).replyPrivately(account(), { commentId: "2_3" }, "Sì", "r1"),
};
const moderating: Record<string, Call> = {
  hide: (http) => openConversing({ http, clock }).hide(account(), "2_3"),
  show: (http) => openConversing({ http, clock }).show(account(), "2_3"),
  remove: (http) => openConversing({ http, clock }).removeComment(account(), "2_3"),
  block: (http) => openConversing({ http, clock }).block(account(), to.personId),
  unblock: (http) => openConversing({ http, clock }).unblock(account(), to.personId),
  sign: (http) => openConversing({ http, clock }).signal(account(), to.personId, "typing"),
};

/** What each way of answering comes to; a string is the reason of a refusal. */
const all = (expected: object) => Object.fromEntries(Object.keys(sending).map((way) => [way, expected]));
const refused = (reason: string) => ({ kind: "refused", reason });

test.each<[string, Sample, Record<string, object>]>([
  [
    "a fault that may hide a success (1/1357046)",
    graphError(1, 1357046),
    all({ kind: "unknown", reason: "answer-uncertain" }),
  ],
  ["code 2", graphError(2), all({ kind: "unknown", reason: "answer-uncertain" })],
  ["a code nobody knows", graphError(987654), all({ kind: "unknown", reason: "answer-uncertain" })],
  ["a gateway's page", { status: 502, text: "<html>" }, all({ kind: "unknown", reason: "answer-uncertain" })],
  ["a yes without an id", answering({ success: true }), all({ kind: "unknown", reason: "answer-uncertain" })],
  ["the same said just now (506)", graphError(506), all({ kind: "unknown", reason: "already-there" })],
  ["a dead token", graphError(190, 463), all({ kind: "reconnect", reason: "token-expired" })],
  ["a wrong proof", graphError(104), all({ kind: "reconnect", reason: "proof-refused" })],
  ["a comment or person that is gone", graphError(100, 33), all(refused("object-missing"))],
  [
    "the limit of one conversation",
    graphError(613, 2018338),
    all({ kind: "retry", scope: "publication", reason: "thread-limit" }),
  ],
  [
    "a limit of the Page",
    graphError(80006),
    all({ kind: "retry", scope: "account", reason: "request-limit" }),
  ],
  [
    "a verdict of abuse",
    graphError(368),
    all({ kind: "retry", scope: "account", reason: "blocked-for-abuse" }),
  ],
  ["a person who left", graphError(551, 1545041), all(refused("person-unreachable"))],
  ["another app holding the thread", graphError(10, 2018300), all(refused("conversation-elsewhere"))],
  [
    "a closed window",
    graphError(10, 2018278),
    { ...all(refused("outside-window")), "private reply": refused("private-reply-closed") },
  ],
  [
    "a plain 'invalid parameter'",
    graphError(100),
    { ...all(refused("answer-refused")), "private reply": refused("private-reply-closed") },
  ],
  [
    "a permission that was not given",
    graphError(200),
    { ...all(refused("messaging-permission-missing")), reply: refused("answer-permission-missing") },
  ],
  [
    "a window that a feature would open (10/2018065)",
    graphError(10, 2018065),
    {
      ...all(refused("messaging-permission-missing")),
      "human message": refused("human-answer-not-granted"),
      // Of no comment; were it said, connecting again would be the thing to try.
      reply: { kind: "reconnect", reason: "messaging-permission-missing" },
    },
  ],
])("each way of answering that meets %s", async (_what, answer, expected) => {
  for (const [way, send] of Object.entries(sending)) {
    expect(await send(pretendHttp(() => answer)), way).toMatchObject(expected[way] ?? {});
  }
});

test("without an answer, what was sent is unknown and what never left is tried again", async () => {
  for (const [way, send] of Object.entries(sending)) {
    expect(await send(silentHttp("timeout", true)), way).toMatchObject({
      kind: "unknown",
      reason: "answer-uncertain",
    });
    expect(await send(silentHttp("unreachable", false)), way).toMatchObject({
      kind: "retry",
      scope: "account",
    });
  }
});

const everyAct = (expected: object) =>
  Object.fromEntries(Object.keys(moderating).map((act) => [act, expected]));

test.each<[string, Sample | HttpError, Record<string, object>]>([
  ["a lost answer", new HttpError("timeout", true, ""), everyAct({ kind: "retry", reason: "answer-lost" })],
  ["a fault of Facebook", graphError(2), everyAct({ kind: "retry", reason: "facebook-unsure" })],
  ["a limit", graphError(32), everyAct({ kind: "retry", reason: "page-limit" })],
  ["a dead token", graphError(190, 467), everyAct({ kind: "reconnect", reason: "token-invalidated" })],
  ["a missing permission", graphError(200), everyAct(refused("answer-permission-missing"))],
  ["what is there no more", graphError(100, 33), everyAct({ kind: "gone" })],
  [
    "a plain 'invalid parameter'",
    graphError(100),
    {
      ...everyAct(refused("invalid-parameter")),
      hide: refused("hide-not-allowed"),
      show: refused("hide-not-allowed"),
    },
  ],
  ["an answer nobody can read", answering([]), everyAct({ kind: "retry", reason: "answer-not-readable" })],
])("each act of moderation that meets %s", async (_what, answer, expected) => {
  for (const [act, moderate] of Object.entries(moderating)) {
    const http = pretendHttp(() => {
      if (answer instanceof HttpError) throw answer;
      return answer;
    });
    expect(await moderate(http), act).toMatchObject(expected[act] ?? {});
  }
});

test("every answer of Facebook has a meaning, with a reason we have words for", async () => {
  const codes = fc.oneof(
    fc.constantFrom(1, 2, 4, 10, 100, 190, 200, 368, 506, 551, 613, 80006),
    fc.nat(3_000_000),
  );
  const subcodes = fc.option(fc.constantFrom(33, 99, 2018001, 2018065, 2018278, 2018300, 2018338, 1545041), {
    nil: undefined,
  });
  await fc.assert(
    fc.asyncProperty(codes, subcodes, async (code, subcode) => {
      for (const call of [...Object.values(sending), ...Object.values(moderating)]) {
        const result = await call(pretendHttp(() => graphError(code, subcode)));
        expect(["sent", "done"]).not.toContain(result.kind);
        if (result.kind !== "gone") expect(facebookReasons).toContain(result.reason);
        if (result.notBefore) expect(result.notBefore.getTime()).toBeGreaterThan(now.getTime());
      }
    }),
    { numRuns: 300 },
  );
});
