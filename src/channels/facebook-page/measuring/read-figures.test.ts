import { expect, test } from "vitest";
import type { HttpRequest } from "../../../platform/http-client.ts";
import {
  account,
  answering,
  calledBy,
  graphError,
  now,
  pageId,
  pretendHttp,
  type Sample,
  saidBy,
} from "../pretend-http.ts";
import { defaultMetrics } from "./metric-names.ts";
import { openMeasuring } from "./open-measuring.ts";
import type { FiguresOf } from "./read-figures.ts";

const post = { postId: "1_2" };
const dayMs = 86_400_000;
const quarter = { since: new Date(now.getTime() - 90 * dayMs), until: now };
const year = { since: new Date(now.getTime() - 365 * dayMs), until: now };

const insight = (name: string, value: unknown, more: object = {}) => ({
  name,
  period: "lifetime",
  values: [{ value, ...more }],
});
/** A Facebook that knows all metrics but these. */
const without =
  (...removed: string[]) =>
  (request: HttpRequest) => {
    const asked = (saidBy(request).metric ?? "").split(",");
    if (asked.some((metric) => removed.includes(metric))) return graphError(100);
    return answering({ data: asked.map((metric) => insight(metric, 7)) });
  };

async function read(
  of: FiguresOf,
  answer: (request: HttpRequest, index: number) => Sample,
  { metrics, ...more }: { metrics?: readonly string[] } & Record<string, unknown> = {},
) {
  const http = pretendHttp(answer);
  const measuring = openMeasuring({ http, clock: { now: () => now } });
  const figures = await measuring.readFigures(account(more), of, metrics);
  return { figures, requests: http.requests };
}

test("a post's figures are those of its lifetime, all in one call", async () => {
  const { figures, requests } = await read(post, without());
  expect(requests.map(calledBy)).toEqual(["GET 1_2/insights"]);
  expect(requests.map(saidBy)).toEqual([{ metric: defaultMetrics.post.join(","), period: "lifetime" }]);
  expect(figures).toEqual({
    kind: "figures",
    unknown: [],
    values: defaultMetrics.post.map((metric) => ({ metric, period: "lifetime", until: undefined, value: 7 })),
  });
});

test("a Page's figures are asked for by day, in pieces of 90 days that meet", async () => {
  const { requests } = await read(quarter, without());
  expect(requests.map(calledBy)).toEqual([`GET ${pageId}/insights`]);
  expect(saidBy(requests[0] as HttpRequest)).toEqual({
    metric: defaultMetrics.page.join(","),
    period: "day",
    since: String(quarter.since.getTime() / 1000),
    until: String(now.getTime() / 1000),
  });
  const pieces = (await read(year, without())).requests.map(saidBy);
  expect(pieces).toHaveLength(5);
  expect(pieces.slice(1).map(({ since }) => since)).toEqual(pieces.slice(0, -1).map(({ until }) => until));
});

test("the metrics are the caller's, else the account's own, else ours", async () => {
  const asked = async (more: Parameters<typeof read>[2]) =>
    (await read(post, without(), more)).requests.map((request) => saidBy(request).metric);
  const metrics = { post: ["post_clicks"] };
  expect(await asked({ metrics: ["post_media_view", "post_media_view"] })).toEqual(["post_media_view"]);
  expect(await asked({ metrics: [] })).toEqual([]);
  expect(await asked({})).toEqual([defaultMetrics.post.join(",")]);
  const http = pretendHttp(without());
  await openMeasuring({ http, clock: { now: () => now } }).readFigures(account({ metrics }), post);
  expect(http.requests.map((request) => saidBy(request).metric)).toEqual(["post_clicks"]);
});

test.each([
  [["gone"], ["gone"], [], 1],
  [["a", "gone", "b"], ["gone"], ["a", "b"], 4],
  [["gone", "lost"], ["gone", "lost"], [], 3],
])("of %j those that are no more are named, and the others read", async (metrics, unknown, known, calls) => {
  const { figures, requests } = await read(post, without("gone", "lost"), { metrics });
  expect(figures).toMatchObject({ kind: "figures", unknown, values: known.map((metric) => ({ metric })) });
  expect(requests).toHaveLength(calls);
});

test("over a year each metric is tried once, and the living ones go on together", async () => {
  const { figures, requests } = await read(year, without("gone"), { metrics: ["a", "gone", "b"] });
  const asked = requests.map((request) => saidBy(request).metric);
  expect(asked).toEqual(["a,gone,b", "a", "gone", "b", ...Array(4).fill("a,b")]);
  expect(figures).toMatchObject({ kind: "figures", unknown: ["gone"] });
  expect(figures.kind === "figures" && figures.values).toHaveLength(10);
  expect((await read(year, without("gone", "a"), { metrics: ["a", "gone"] })).requests).toHaveLength(3);
});

test.each<[string, unknown[], unknown[]]>([
  ["a number", [insight("a", 7)], [{ metric: "a", value: 7 }]],
  ["counts by kind", [insight("a", { like: 1, love: 2 })], [{ metric: "a", value: { like: 1, love: 2 } }]],
  [
    "the end of its day",
    [insight("a", 7, { end_time: "2026-11-01T08:00:00+0000" })],
    [{ metric: "a", until: new Date("2026-11-01T08:00:00Z") }],
  ],
  ["a text in place of one", [insight("a", "viele"), insight("b", 1)], [{ metric: "b" }]],
  ["nothing, which is normal for a small Page", [], []],
  ["no values", [{ name: "a", period: "day" }], []],
])("a figure may be %s", async (_what, data, values) => {
  const { figures } = await read(post, () => answering({ data }));
  expect(figures).toMatchObject({ kind: "figures", values, unknown: [] });
});

test.each<[string, Sample, object]>([
  ["the post is not there", graphError(100, 33), { reason: "object-missing", reconnect: false }],
  ["the permission is missing", graphError(10), { reason: "insights-permission-missing", reconnect: false }],
  ["the token is dead", graphError(190, 463), { reason: "token-expired", reconnect: true }],
  [
    "a limit was met",
    graphError(80001),
    { reason: "page-limit", reconnect: false, notBefore: new Date(now.getTime() + 3_600_000) },
  ],
  ["the proof is wrong", graphError(100, undefined, "GraphMethodException"), { reason: "proof-refused" }],
  ["Facebook is not sure", graphError(2), { reason: "facebook-unsure", reconnect: false }],
  ["the answer is unreadable", answering({ data: "molti" }), { reason: "answer-not-readable" }],
])("there is no answer where %s, and no metric is blamed", async (_what, answer, expected) => {
  const { figures, requests } = await read(post, () => answer);
  expect(figures).toMatchObject({ kind: "no-answer", ...expected });
  expect(requests).toHaveLength(1);
});

test("near the Page's limit its calls are left to the posts, of this Page alone, until there is room again", async () => {
  let at = now;
  const headers = {
    "x-business-use-case-usage": JSON.stringify({ [pageId]: [{ type: "pages", call_count: 92 }] }),
  };
  const http = pretendHttp(() => answering({ data: [insight("a", 7)] }, headers));
  const { readFigures } = openMeasuring({ http, clock: { now: () => at } });
  expect(await readFigures(account(), post)).toMatchObject({ kind: "figures" });
  const notBefore = new Date(now.getTime() + 16 * 60_000);
  expect(await readFigures(account(), post)).toEqual({
    kind: "no-answer",
    reason: "page-limit-near",
    detail: "insights",
    notBefore,
    reconnect: false,
  });
  expect(http.requests).toHaveLength(1);
  expect(await readFigures(account({ pageId: "100000000000002" }), post)).toMatchObject({ kind: "figures" });
  at = notBefore;
  expect(await readFigures(account(), post)).toMatchObject({ kind: "figures" });
});
