import { expect, test } from "vitest";
import type { HttpRequest } from "../../../platform/http-client.ts";
import type { SoughtReply } from "../../conversing.ts";
import {
  account,
  answering,
  calledBy,
  clock,
  graphError,
  now,
  pageId,
  pretendHttp,
  type Sample,
  saidBy,
  token,
} from "../pretend-http.ts";
import { findReply } from "./find-reply.ts";

const text = "Scade il 3 dicembre.";
const since = new Date(now.getTime() - 300_000);
const at = (seconds: number) =>
  new Date(since.getTime() + seconds * 1000).toISOString().replace(/\.\d+Z/, "+0000");
const page = { id: pageId };
const appId = "138483919580948";
const anna = { id: "7000000010000001" };

interface Listed {
  id: string;
  message?: string;
  created_time?: string;
  from?: { id: string };
  application?: { id: string };
}
const ours = (id: string, seconds = 1): Listed => ({
  id,
  message: text,
  created_time: at(seconds),
  from: page,
});
const others = (id: string, seconds = 1): Listed => ({ ...ours(id, seconds), from: anna });

const listing = (data: Listed[], next?: string, headers?: Record<string, string>): Sample =>
  answering(
    {
      data,
      paging: next
        ? { cursors: { after: next }, next: `https://x.example/?after=${next}&access_token=${token}` }
        : {},
    },
    headers,
  );
const thread = (data: Listed[]) => answering({ data: [{ id: "t_1", messages: { data } }] });

type Answer = (request: HttpRequest, index: number) => Sample;

async function search(
  sought: Partial<Record<"parentId" | "personId" | "commentId", string>>,
  answer: Answer,
  more = {},
) {
  const http = pretendHttp(answer);
  const tools = { http, clock, takeTurn: async () => undefined };
  const finding = await findReply(tools, account(more), { since, text, ...sought } as SoughtReply);
  return { finding, requests: http.requests };
}

const below = { parentId: "2_3" };
const to = { personId: anna.id };

test("what stands below a comment is asked for newest first, since well before the attempt", async () => {
  const { requests } = await search(below, () => listing([]));
  expect(requests.map(calledBy)).toEqual(["GET 2_3/comments"]);
  expect(requests.map(saidBy)).toEqual([
    {
      fields: "id,message,created_time,from{id},application{id}",
      order: "reverse_chronological",
      limit: "100",
      since: String(since.getTime() / 1000 - 60),
    },
  ]);
});

test.each<[string, Listed, boolean]>([
  ["the Page's own words", ours("9"), true],
  [
    "the same words with other blanks and accents",
    { ...ours("9"), message: " Scade  il\n3 dicembre. " },
    true,
  ],
  ["the same words of somebody else", others("9"), false],
  ["other words of the Page", { ...ours("9"), message: "Scade il 4 dicembre." }, false],
  ["the Page's words of before", ours("9", -61), false],
  ["the Page's words of an unreadable time", { ...ours("9"), created_time: "ieri" }, false],
  [
    "our app's words where nobody is named",
    { ...ours("9"), from: undefined, application: { id: appId } },
    true,
  ],
  [
    "another app's words where nobody is named",
    { ...ours("9"), from: undefined, application: { id: "1" } },
    false,
  ],
  ["nobody's words", { ...ours("9"), from: undefined }, false],
])("%s below a comment, taken for ours or not", async (_what, listed, isOurs) => {
  const { finding } = await search(below, () => listing([others("8"), listed]), { appId });
  expect(finding).toEqual(isOurs ? { kind: "found", externalId: "9" } : { kind: "absent" });
});

test("of several that say the same the oldest is the one looked for", async () => {
  const { finding } = await search(below, () => listing([ours("9", 30), ours("8", 2), ours("7", 20)]));
  expect(finding).toEqual({ kind: "found", externalId: "8" });
});

test("pages are followed by cursor; what is read only in part is not called absent, unless it was found", async () => {
  const pages = [listing([others("1")], "c1"), listing([ours("2")])];
  const whole = await search(below, (_request, index) => pages[index] ?? listing([]));
  expect(whole.finding).toEqual({ kind: "found", externalId: "2" });
  expect(whole.requests.map((request) => saidBy(request).after)).toEqual([undefined, "c1"]);
  expect(whole.requests.every(({ url }) => !url.includes(token))).toBe(true);
  const endless = await search(below, (_request, index) => listing([others(`${index}`)], `c${index}`));
  expect(endless.finding).toMatchObject({ kind: "no-answer", reason: "search-incomplete" });
  expect(endless.requests).toHaveLength(10);
  expect((await search(below, () => listing([ours("5")], "same"))).finding).toMatchObject({ kind: "found" });
});

test("a clock of ours that runs ahead hides no answer, and makes none of the older ones ours", async () => {
  const aheadMs = 600_000;
  const headers = { date: new Date(now.getTime() - aheadMs).toUTCString() };
  const byTheirs = (seconds: number) => at(seconds - aheadMs / 1000);
  const answer: Answer = (request) => {
    const asked = Number(saidBy(request).since) * 1000;
    const all = [
      { ...ours("9"), created_time: byTheirs(1) },
      { ...ours("8"), created_time: byTheirs(-120) },
    ];
    return listing(
      all.filter(({ created_time }) => Date.parse(created_time ?? "") >= asked),
      undefined,
      headers,
    );
  };
  const { finding, requests } = await search(below, answer);
  expect(finding).toEqual({ kind: "found", externalId: "9" });
  expect(requests).toHaveLength(2);
});

test("below a comment that is gone nothing is there", async () => {
  expect((await search(below, () => graphError(100, 33))).finding).toEqual({ kind: "absent" });
});

test("a message is looked for in the newest twenty of the thread with its person", async () => {
  const { finding, requests } = await search(to, () => thread([others("m_2"), ours("m_1")]));
  expect(finding).toEqual({ kind: "found", externalId: "m_1" });
  expect(requests.map(calledBy)).toEqual([`GET ${pageId}/conversations`]);
  expect(requests.map(saidBy)).toEqual([
    {
      platform: "messenger",
      user_id: anna.id,
      fields: "id,messages.limit(20){id,message,created_time,from{id}}",
    },
  ]);
});

const twenty = (oldest: number) =>
  thread(Array.from({ length: 20 }, (_, index) => others(`m_${index}`, oldest + 20 - index)));

test.each<[string, Sample, object]>([
  ["nobody has a thread with them", answering({ data: [] }), { kind: "absent" }],
  ["their thread is empty", answering({ data: [{ id: "t_1" }] }), { kind: "absent" }],
  ["less than twenty are there", thread([others("m_1")]), { kind: "absent" }],
  ["the twenty reach back before the attempt", twenty(-200), { kind: "absent" }],
  ["the twenty are all newer", twenty(10), { kind: "no-answer", reason: "search-incomplete" }],
  [
    "the thread is unreadable",
    answering({ data: [{}] }),
    { kind: "no-answer", reason: "answer-not-readable" },
  ],
  [
    "their thread cannot be read",
    graphError(10),
    { kind: "no-answer", reason: "permission-missing", reconnect: false },
  ],
  ["the token is dead", graphError(190), { kind: "no-answer", reason: "token-invalid", reconnect: true }],
])("a message is looked for, and %s", async (_what, answer, expected) => {
  expect((await search(to, () => answer)).finding).toMatchObject(expected);
});

test("a private reply is looked for in the thread that its comment names, whoever wrote the comment", async () => {
  const answers = [
    answering({ id: "2_3", private_reply_conversation: { id: "t_1" } }),
    listing([ours("m_1")]),
  ];
  const { finding, requests } = await search(
    { commentId: "2_3" },
    (_request, index) => answers[index] ?? listing([]),
  );
  expect(finding).toEqual({ kind: "found", externalId: "m_1" });
  expect(requests.map(calledBy)).toEqual(["GET 2_3", "GET t_1/messages"]);
});

test.each<[string, Sample, object]>([
  ["names no thread", answering({ id: "2_3" }), { kind: "absent" }],
  [
    "is unreadable",
    answering({ private_reply_conversation: "t_1" }),
    { kind: "no-answer", reason: "answer-not-readable" },
  ],
  ["cannot be asked", graphError(2), { kind: "no-answer", reason: "facebook-unsure" }],
])("a private reply to a comment that %s", async (_what, answer, expected) => {
  expect((await search({ commentId: "2_3" }, () => answer)).finding).toMatchObject(expected);
});

test("where too many look already, nobody is asked, and the moment to come again is named", async () => {
  const http = pretendHttp(() => thread([]));
  const later = new Date(now.getTime() + 6_000);
  const finding = await findReply({ http, clock, takeTurn: async () => later }, account(), {
    since,
    text,
    ...to,
  });
  expect(finding).toMatchObject({
    kind: "no-answer",
    reason: "request-limit",
    notBefore: later,
    reconnect: false,
  });
  expect(http.requests).toEqual([]);
});
