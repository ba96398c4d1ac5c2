import { expect, test } from "vitest";
import type { Format, Staged } from "../channel.ts";
import { findPublished } from "./find-published.ts";
import { account, answering, calledBy, clock, now, pageId, post, pretendHttp } from "./pretend-http.ts";
import { toStaged } from "./staged.ts";

// Of what is made of media staged before: which call looks for which format.

const photos = toStaged({
  kind: "photos",
  photos: ["7"],
  fingerprint: "f",
  startedAt: now,
  isComplete: true,
});
const film = toStaged({
  kind: "film",
  videoId: "7",
  uploadUrl: "https://rupload.facebook.com/7",
  fingerprint: "f",
  startedAt: now,
  isComplete: true,
});
const published = answering({ status: { publishing_phase: { status: "complete" } }, post_id: "97" });

async function search(format: Format, staged: Staged | undefined, stories: object[] = []) {
  const http = pretendHttp(({ url }) =>
    /\/(stories|published_posts)\?/.test(url) ? answering({ data: stories }) : published,
  );
  const finding = await findPublished({ http, clock }, { ...post, format }, account(), now, staged);
  return { finding, calls: http.requests.map(calledBy) };
}

test.each<[Format, Staged | undefined, string[], string]>([
  ["link-post", undefined, [`GET ${pageId}/published_posts`], "absent"],
  ["photo-post", undefined, [`GET ${pageId}/published_posts`], "absent"],
  ["album", photos, [`GET ${pageId}/published_posts`], "absent"],
  ["photo-story", photos, [`GET ${pageId}/stories`], "absent"],
  ["video-story", film, [`GET ${pageId}/stories`, "GET 7"], "found"],
  ["reel", film, ["GET 7"], "found"],
])("a %s is looked for where it would be", async (format, staged, calls, kind) => {
  const looked = await search(format, staged);
  expect(looked.calls).toEqual(calls);
  expect(looked.finding.kind).toBe(kind);
});

test("a film's story goes by the list, which has its address, before the film itself is asked", async () => {
  const url = "https://facebook.com/stories/1/abc/";
  const { finding, calls } = await search("video-story", film, [{ media_id: "7", post_id: "97", url }]);
  expect(finding).toEqual({ kind: "found", externalId: "97", url });
  expect(calls).toEqual([`GET ${pageId}/stories`]);
});

test("a story of yesterday has left the list, so not seeing it there is for a person to judge", async () => {
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  const look = async (since: Date, startedAt: Date) => {
    const http = pretendHttp(() => answering({ data: [] }));
    const staged = { ...photos, startedAt: startedAt.toISOString() };
    return await findPublished({ http, clock }, { ...post, format: "photo-story" }, account(), since, staged);
  };
  expect(await look(hoursAgo(22), hoursAgo(30))).toEqual({ kind: "absent" });
  expect(await look(hoursAgo(24), hoursAgo(30))).toMatchObject({ kind: "failed", reason: "story-past" });
  // The last search reaches a day back whatever happened; the photo was brought an hour ago.
  expect(await look(hoursAgo(25), hoursAgo(1))).toEqual({ kind: "absent" });
});

test.each<[Format, Staged | undefined]>([
  ["photo-story", undefined],
  ["photo-story", film],
  ["video-story", photos],
  ["reel", undefined],
  ["reel", { kind: "from-the-future" }],
])(
  "a %s whose row lost its media (%j) is never called absent, and nobody is asked",
  async (format, staged) => {
    const { finding, calls } = await search(format, staged);
    expect(finding).toEqual({
      kind: "no-answer",
      reason: "media-not-prepared",
      detail: "",
      reconnect: false,
    });
    expect(calls).toEqual([]);
  },
);
