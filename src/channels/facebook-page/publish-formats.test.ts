import { expect, test } from "vitest";
import type { Format, Outcome, Post, Staged } from "../channel.ts";
import {
  account,
  answering,
  calledBy,
  clip,
  clock,
  graphError,
  now,
  pageId,
  picture,
  post,
  pretendHttp,
  type Sample,
  saidBy,
  silentHttp,
} from "./pretend-http.ts";
import { publish } from "./publish.ts";
import { toStaged } from "./staged.ts";

const photos = toStaged({
  kind: "photos",
  photos: ["71", "72", "73"],
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
const stagedOf: Partial<Record<Format, Staged>> = {
  album: photos,
  "photo-story": photos,
  "video-story": film,
  reel: film,
};

/** Publishes a format; the first call that is no reading gets the answer, those around it are of no help. */
async function publishAs(format: Format, answer: Sample, more: Partial<Post> = {}) {
  const http = pretendHttp(({ url, method }) =>
    method === "GET" || url.endsWith("v25.0") ? graphError(2) : answer,
  );
  const outcome = await publish(
    { http, clock },
    { ...post, format, pictures: [picture], clip, ...more },
    account(),
    stagedOf[format],
  );
  const requests = http.requests.filter(({ url, method }) => method === "POST" && !url.endsWith("v25.0"));
  return { outcome, requests };
}

const askAfter = new Date(now.getTime() + 5_000);
const feedFields = "id,permalink_url,created_time";

test.each<[Format, string, Record<string, string>, Sample, object]>([
  [
    "photo-post",
    "photos",
    { caption: post.text, alt_text_custom: picture.alternativeText },
    answering({ id: "9", post_id: "1_2" }),
    { kind: "published", externalId: "1_2", url: "https://www.facebook.com/1_2" },
  ],
  [
    "album",
    "feed",
    {
      message: post.text,
      attached_media: '[{"media_fbid":"71"},{"media_fbid":"72"},{"media_fbid":"73"}]',
      fields: feedFields,
    },
    answering({ id: "1_2", permalink_url: "https://www.facebook.com/1/posts/2" }),
    { kind: "published", externalId: "1_2", url: "https://www.facebook.com/1/posts/2" },
  ],
  [
    "photo-story",
    "photo_stories",
    { photo_id: "71" },
    answering({ success: true, post_id: "97" }),
    { kind: "published", externalId: "97", url: "https://www.facebook.com/97" },
  ],
  [
    "video-story",
    "video_stories",
    { upload_phase: "finish", video_id: "7" },
    answering({ success: true, post_id: "97" }),
    { kind: "processing", askWith: "7", askAfter },
  ],
  [
    "reel",
    "video_reels",
    { upload_phase: "finish", video_id: "7", video_state: "PUBLISHED", description: post.text },
    answering({ success: true }),
    { kind: "processing", askWith: "7", askAfter },
  ],
])("a %s is one call to %s", async (format, edge, said, answer, expected) => {
  const { outcome, requests } = await publishAs(format, answer);
  expect(requests.map(calledBy)).toEqual([`POST ${pageId}/${edge}`]);
  expect(requests.map(saidBy)).toEqual([said]);
  expect(outcome).toEqual(expected);
});

const formats: Format[] = ["link-post", "photo-post", "album", "photo-story", "video-story", "reel"];

test.each(formats)("a %s whose answer is lost, unreadable or without an id is unknown", async (format) => {
  for (const answer of [
    answering({}),
    answering({ success: false }),
    answering([]),
    { status: 502, text: "<html>" },
  ]) {
    expect((await publishAs(format, answer)).outcome.kind).toBe("unknown");
  }
  const http = silentHttp("timeout", true);
  const given = { ...post, format, pictures: [picture] };
  expect(await publish({ http, clock }, given, account(), stagedOf[format])).toMatchObject({
    kind: "unknown",
    reason: "answer-lost",
  });
});

test.each<[string, Sample, (format: Format) => Partial<Outcome>]>([
  ["a dead token", graphError(190, 463), () => ({ kind: "reconnect", reason: "token-expired" })],
  ["a fault that may hide a success", graphError(2), () => ({ kind: "unknown", reason: "facebook-unsure" })],
  ["a limit", graphError(80001), () => ({ kind: "retry", reason: "page-limit", scope: "account" })],
  [
    "another name for a read that lags",
    graphError(100, 33),
    () => ({ kind: "unknown", reason: "not-visible-yet" }),
  ],
  [
    "a plain 'invalid parameter', which may say that its media are in use already",
    graphError(100),
    (format) =>
      stagedOf[format]
        ? { kind: "unknown", reason: "already-there" }
        : { kind: "refused", reason: "invalid-parameter" },
  ],
  [
    "a wrong proof, which is no matter of one post",
    graphError(100, undefined, "GraphMethodException"),
    () => ({ kind: "reconnect", reason: "proof-refused" }),
  ],
  [
    "the limit of Reels, which holds up no other format",
    graphError(341),
    (format) => ({
      kind: "retry",
      reason: "posting-limit",
      scope: format === "reel" ? "publication" : "account",
    }),
  ],
  ["a picture Facebook cannot use", graphError(324), () => ({ kind: "refused", reason: "image-unusable" })],
  ["a film of a wrong length", graphError(1363128), () => ({ kind: "refused", reason: "video-unusable" })],
])("each format that meets %s", async (_what, answer, expected) => {
  for (const format of formats) {
    expect((await publishAs(format, answer)).outcome, format).toMatchObject(expected(format));
  }
});

test.each(formats.filter((format) => stagedOf[format]))(
  "a %s whose row lost its media, has half of them or those of another format, is refused without a call",
  async (format) => {
    const other = stagedOf[format] === film ? photos : film;
    const half = { ...stagedOf[format], isComplete: false };
    for (const staged of [undefined, {}, other, half]) {
      const http = pretendHttp(() => answering({}));
      const outcome = await publish({ http, clock }, { ...post, format }, account(), staged);
      expect(outcome).toEqual({ kind: "refused", reason: "media-not-prepared", detail: "" });
      expect(http.requests).toEqual([]);
    }
  },
);

test("the address of a photo story is Facebook's own where it tells it, for the id leads nowhere", async () => {
  const url = "https://facebook.com/stories/1/UzpfSVNDOjcx/";
  const http = pretendHttp(({ method }) =>
    method === "GET" ? answering({ url }) : answering({ success: true, post_id: "97" }),
  );
  const outcome = await publish({ http, clock }, { ...post, format: "photo-story" }, account(), photos);
  expect(outcome).toEqual({ kind: "published", externalId: "97", url });
  expect(http.requests.map(calledBy)).toEqual([`POST ${pageId}/photo_stories`, "GET 97"]);
});

test("a success near the limit of calls asks for a pause, whatever the format", async () => {
  const headers = { "x-app-usage": '{"call_count":95,"total_time":1,"total_cputime":1}' };
  for (const format of ["link-post", "photo-post", "album", "photo-story"] as const) {
    const { outcome } = await publishAs(format, answering({ id: "1_2", post_id: "1_2" }, headers));
    expect(outcome, format).toMatchObject({
      kind: "published",
      ease: { reason: "page-limit-near", detail: "95 %" },
    });
  }
  for (const format of ["video-story", "reel"] as const) {
    const { outcome } = await publishAs(format, answering({ success: true }, headers));
    expect(outcome, format).toMatchObject({ kind: "processing", ease: { reason: "page-limit-near" } });
  }
});
