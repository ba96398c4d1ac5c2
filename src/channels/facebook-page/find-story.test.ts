import { expect, test } from "vitest";
import { findStory } from "./find-story.ts";
import {
  account,
  answering,
  calledBy,
  clock,
  graphError,
  pageId,
  pretendHttp,
  type Sample,
  saidBy,
  token,
} from "./pretend-http.ts";

const since = new Date("2026-11-02T08:59:30.700Z");
const story = (media_id: unknown, more: object = {}) => ({
  post_id: `9${media_id}`,
  media_id,
  url: `https://facebook.com/stories/${pageId}/UzpfSVNDOjc=/`,
  ...more,
});
const listing = (data: unknown[], next?: string): Sample =>
  answering({
    data,
    paging: next ? { cursors: { after: next }, next: `https://x.example/?after=${next}` } : {},
  });

async function search(answer: (index: number) => Sample) {
  const http = pretendHttp((_request, index) => answer(index));
  return {
    finding: await findStory({ http, clock }, "7", account().settings, since),
    requests: http.requests,
  };
}

test("a story is known by the photo or film it is made of, and has an id and an address of its own", async () => {
  const { finding, requests } = await search(() => listing([story("5"), story("7"), story("6")]));
  expect(finding).toEqual({
    kind: "found",
    externalId: "97",
    url: `https://facebook.com/stories/${pageId}/UzpfSVNDOjc=/`,
  });
  expect(requests.map(calledBy)).toEqual([`GET ${pageId}/stories`]);
  const dayBefore = String(Math.floor(since.getTime() / 1000) - 86_400);
  expect(requests.map(saidBy)).toMatchObject([{ since: dayBefore, fields: "post_id,media_id,url" }]);
  expect(requests[0]?.url).not.toContain(token);
});

test.each([
  ["a photo's id that came as a number", story(7), { kind: "found", externalId: "97" }],
  ["no address", story("7", { url: undefined }), { kind: "found", url: "https://www.facebook.com/97" }],
  [
    "an address that is a script",
    story("7", { url: "javascript:alert(1)" }),
    { kind: "found", url: "https://www.facebook.com/97" },
  ],
  ["an id we cannot read", story("7", { post_id: 97 }), { kind: "no-answer", reason: "answer-not-readable" }],
])("a story with %s", async (_what, listed, expected) => {
  expect((await search(() => listing([listed]))).finding).toMatchObject(expected);
});

test("a strange story among others hides none of them", async () => {
  const { finding } = await search(() => listing([{ media_id: {}, post_id: 5 }, {}, story("7")]));
  expect(finding).toMatchObject({ kind: "found", externalId: "97" });
});

test("only a list read to its end says that a story is absent", async () => {
  const pages = [listing([story("1")], "c1"), listing([], "c2"), listing([story("2")])];
  expect((await search((index) => pages[index] ?? listing([]))).finding).toEqual({ kind: "absent" });
  const endless = await search((index) => listing([story("1")], `c${index}`));
  expect(endless.finding).toMatchObject({ kind: "no-answer", reason: "search-incomplete" });
  expect(endless.requests).toHaveLength(20);
  expect((await search(() => listing([], "same"))).finding).toMatchObject({ reason: "search-incomplete" });
});

test.each([
  ["an answer that is no list", answering({}), { reason: "answer-not-readable", reconnect: false }],
  ["a fault of Facebook", graphError(2), { reason: "facebook-unsure", reconnect: false }],
  ["a dead token", graphError(190), { reason: "token-invalid", reconnect: true }],
])("%s says nothing about the story", async (_what, answer, expected) => {
  expect((await search(() => answer)).finding).toMatchObject({ kind: "no-answer", ...expected });
});
