import { expect, test } from "vitest";
import { findFilm } from "./find-film.ts";
import {
  account,
  answering,
  calledBy,
  clock,
  graphError,
  pretendHttp,
  type Sample,
  saidBy,
} from "./pretend-http.ts";

const film = (publishing: object, more: object = {}, video_status = "ready") =>
  answering({
    id: "7",
    status: { video_status, uploading_phase: { status: "complete" }, publishing_phase: publishing },
    ...more,
  });
const out = { status: "complete", publish_status: "published" };

async function search(format: "reel" | "video-story", answer: Sample) {
  const http = pretendHttp(() => answer);
  return {
    finding: await findFilm({ http, clock }, "7", account().settings, format),
    requests: http.requests,
  };
}

test("a film is asked how far it is, and where people see it", async () => {
  const { requests } = await search("reel", film(out));
  expect(requests.map(calledBy)).toEqual(["GET 7"]);
  expect(requests.map(saidBy)).toEqual([{ fields: "status,permalink_url,post_id" }]);
});

test.each<[string, "reel" | "video-story", Sample, object]>([
  [
    "a Reel that is out is found under its film, to which edits and removals go",
    "reel",
    film(out, { permalink_url: "/reel/7", post_id: "1_2" }),
    { kind: "found", externalId: "7", url: "https://www.facebook.com/reel/7" },
  ],
  [
    "without an address it has the one made of its id",
    "reel",
    film(out),
    { kind: "found", url: "https://www.facebook.com/7" },
  ],
  [
    "a story is found under its own id",
    "video-story",
    film(out, { post_id: "97" }),
    { kind: "found", externalId: "97" },
  ],
  ["a story without one under its film's", "video-story", film(out), { kind: "found", externalId: "7" }],
  ["what is worked on is on its way", "reel", film({ status: "in_progress" }), { kind: "processing" }],
  ["what nobody finished is absent", "reel", film({ status: "not_started" }), { kind: "absent" }],
  ["what is too old to finish is absent", "reel", film({}, {}, "expired"), { kind: "absent" }],
  ["what a person removed is absent", "reel", graphError(100, 33), { kind: "absent" }],
  [
    "what was given up has failed for good",
    "reel",
    film({}, {}, "error"),
    { kind: "failed", reason: "video-unusable" },
  ],
  [
    "an answer without a status says nothing",
    "reel",
    answering({ id: "7" }),
    { kind: "no-answer", reason: "answer-not-readable" },
  ],
  [
    "a limit says nothing",
    "reel",
    graphError(32),
    { kind: "no-answer", reason: "page-limit", reconnect: false },
  ],
  ["a dead token says nothing but that", "reel", graphError(190), { kind: "no-answer", reconnect: true }],
])("%s", async (_fact, format, answer, expected) => {
  expect((await search(format, answer)).finding).toMatchObject(expected);
});
