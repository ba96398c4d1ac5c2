import { expect, test } from "vitest";
import type { HttpRequest } from "../../platform/http-client.ts";
import { findPublished } from "./find-published.ts";
import { account, clock, now, pageId, post, pretendHttp, type Sample, token } from "./pretend-http.ts";

const since = new Date("2026-11-02T08:59:30.700Z");
const at = (seconds: number) =>
  new Date(since.getTime() + seconds * 1000).toISOString().replace(/\.\d+Z/, "+0000");

interface Listed {
  id: string;
  created_time?: string;
  [field: string]: unknown;
}

const ours = (number: number, seconds = 1): Listed => ({
  id: `${pageId}_${number}`,
  created_time: at(seconds),
  message: post.text,
  permalink_url: `https://www.facebook.com/${pageId}/posts/${number}`,
});
const others = (number: number, seconds = 1): Listed => ({
  id: `${pageId}_${number}`,
  created_time: at(seconds),
  message: "Altro avviso",
  application: { id: "999" },
});

const listing = (data: unknown[], next?: string): Sample => ({
  status: 200,
  body: {
    data,
    paging: next
      ? {
          cursors: { before: "b", after: next },
          next: `https://graph.facebook.com/v25.0/x?access_token=${token}&after=${next}`,
        }
      : { cursors: { before: "b", after: "e" } },
  },
});

const query = (request: HttpRequest | undefined) => new URL(request?.url ?? "").searchParams;

async function search(answer: (request: HttpRequest, index: number) => Sample) {
  const http = pretendHttp(answer);
  return { finding: await findPublished({ http, clock }, post, account(), since), requests: http.requests };
}

test("a search asks for a minute before the given moment, in whole seconds, without the token in the address", async () => {
  const { requests } = await search(() => listing([]));
  expect(query(requests[0]).get("since")).toBe(
    String(Math.floor(Date.parse("2026-11-02T08:58:30.700Z") / 1000)),
  );
  expect(requests[0]?.url).not.toContain(token);
  expect(requests[0]?.headers?.authorization).toBe(`Bearer ${token}`);
});

test.each([
  ["in its message", { message: post.text }],
  ["in its link", { attachments: { data: [{ unshimmed_url: post.link }] } }],
  [
    "in a link a crawler parameter was added to",
    { attachments: { data: [{ unshimmed_url: `${post.link}?fbclid=x` }] } },
  ],
  [
    "in the shimmed address of an attachment",
    {
      attachments: {
        data: [{ target: { url: `https://l.facebook.com/l.php?u=${encodeURIComponent(post.link)}&h=AT1` } }],
      },
    },
  ],
])("a post that holds our marker %s is ours, whichever app made it", async (_where, fields) => {
  const mine = { id: `${pageId}_7`, created_time: at(1), application: { id: "999" }, ...fields };
  const { finding } = await search(() => listing([others(9), mine, others(5)]));
  expect(finding).toEqual({
    kind: "found",
    externalId: `${pageId}_7`,
    url: `https://www.facebook.com/${pageId}_7`,
  });
});

test("a marker that only begins like ours is not ours", async () => {
  const { finding } = await search(() =>
    listing([
      { ...others(1), message: `vedi ${post.link}a` },
      { ...others(2), message: `x${post.marker}` },
    ]),
  );
  expect(finding).toEqual({ kind: "absent" });
});

test("of several with our marker the oldest is ours, on equal seconds the one listed last", async () => {
  const { finding } = await search(() => listing([ours(4, 9), ours(3, 2), ours(2, 2), ours(1, 5)]));
  expect(finding).toMatchObject({ kind: "found", externalId: `${pageId}_2` });
});

test("pages are followed by cursor to the end, through empty ones", async () => {
  const pages = [
    listing([others(9)], "c1"),
    listing([], "c2"),
    listing([ours(8)], "c3"),
    listing([ours(7, 0)]),
  ];
  const { finding, requests } = await search((_request, index) => pages[index] ?? listing([]));
  expect(finding).toMatchObject({ kind: "found", externalId: `${pageId}_7` });
  expect(requests.map((request) => query(request).get("after"))).toEqual([null, "c1", "c2", "c3"]);
  expect(requests.every((request) => !request.url.includes(token))).toBe(true);
});

test("a server that ignores `since` is left once its pages are older, but a pinned old post does not end the search", async () => {
  const pages = [
    listing([others(1, -86_400), others(9)], "c1"),
    listing([ours(8)], "c2"),
    listing([others(2, -86_400)], "c3"),
  ];
  const { finding, requests } = await search((_request, index) => pages[index] ?? listing([ours(99)]));
  expect(finding).toMatchObject({ kind: "found", externalId: `${pageId}_8` });
  expect(requests).toHaveLength(3);
});

test.each([
  ["never ends", (index: number) => listing([others(index)], `c${index}`), 50],
  ["returns the same cursor", () => listing([others(1)], "same"), 2],
  [
    "goes on without a cursor",
    () => ({ status: 200, body: { data: [], paging: { next: "https://graph.facebook.com/x" } } }),
    1,
  ],
])("a listing that %s is not taken for absence", async (_how, answer, calls) => {
  const { finding, requests } = await search((_request, index) => answer(index));
  expect(finding).toMatchObject({ kind: "no-answer", reason: "search-incomplete", reconnect: false });
  expect(requests).toHaveLength(calls);
});

test("what was found before a listing broke off counts", async () => {
  const { finding } = await search(() => listing([ours(3)], "same"));
  expect(finding).toMatchObject({ kind: "found" });
});

test("an error on a later page is no answer", async () => {
  const { finding } = await search((_request, index) =>
    index === 0
      ? listing([others(1)], "c1")
      : { status: 500, body: { error: { code: 2, message: "", type: "OAuthException" } } },
  );
  expect(finding).toMatchObject({ kind: "no-answer", reason: "facebook-unsure" });
});

test.each([[{ data: {} }], [{}], [[]], [{ data: [{ created_time: at(0) }] }]])(
  "an answer that lists nothing we can read (%j) is not absence",
  async (body) => {
    const { finding } = await search(() => ({ status: 200, body }));
    expect(finding).toMatchObject({ kind: "no-answer", reason: "answer-not-readable" });
  },
);

test("a clock of ours that runs ahead does not hide the post: the search starts that much earlier", async () => {
  const tenMinutes = 600_000;
  const headers = { date: new Date(now.getTime() - tenMinutes).toUTCString() };
  const { finding, requests } = await search((request) => {
    const asked = Number(query(request).get("since")) * 1000;
    const createdMs = since.getTime() - tenMinutes + 1000;
    const mine = { ...ours(5), created_time: new Date(createdMs).toISOString() };
    return { ...listing(createdMs >= asked ? [mine] : []), headers };
  });
  expect(finding).toMatchObject({ kind: "found", externalId: `${pageId}_5` });
  expect(requests).toHaveLength(2);
});

test("a clock of ours that is right or late asks once", async () => {
  for (const offMs of [0, 5_000, -3_600_000]) {
    const headers = { date: new Date(now.getTime() - offMs).toUTCString() };
    const { requests } = await search(() => ({ ...listing([]), headers }));
    expect(requests).toHaveLength(1);
  }
});
