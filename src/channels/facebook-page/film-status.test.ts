import { expect, test } from "vitest";
import { readFilmStatus } from "./film-status.ts";

const phases = (uploading: object, processing: string | object, publishing: string | object) => ({
  uploading_phase: uploading,
  processing_phase: typeof processing === "string" ? { status: processing } : processing,
  publishing_phase: typeof publishing === "string" ? { status: publishing } : publishing,
});
const half = { status: "in_progress", bytes_transfered: 50_002, source_file_size: 1_000_000 };
const whole = { status: "complete", bytes_transfered: 1_000_000, source_file_size: 1_000_000 };
const out = { status: "complete", publish_status: "published", publish_time: 1767225600 };
const tooShort = { code: 1363128, message: "The video must be between 3 and 90 seconds long." };

test.each([
  [
    "nothing arrived",
    "processing",
    phases({ status: "not_started" }, "not_started", "not_started"),
    { kind: "started", bytesThere: 0 },
  ],
  [
    "half of it arrived, as the guide writes it",
    "processing",
    phases(half, "not_started", "not_started"),
    { kind: "started", bytesThere: 50_002 },
  ],
  [
    "half of it arrived, as the specification writes it",
    "uploading",
    phases({ status: "in_progress", bytes_transferred: 50_002 }, "not_started", "not_started"),
    { kind: "started", bytesThere: 50_002 },
  ],
  [
    "half of it arrived, counted in text",
    "uploading",
    phases({ status: "in_progress", bytes_transferred: "50002" }, "not_started", "not_started"),
    { kind: "started", bytesThere: 50_002 },
  ],
  [
    "the count is nonsense",
    "uploading",
    phases({ status: "in_progress", bytes_transferred: -1 }, "not_started", "not_started"),
    { kind: "started", bytesThere: 0 },
  ],
  ["all of it arrived", "processing", phases(whole, "in_progress", "not_started"), { kind: "uploaded" }],
  ["a Reel says so in its own word", "upload_complete", {}, { kind: "uploaded" }],
  [
    "it is ready, and nobody asked for it",
    "ready",
    phases(whole, "complete", "not_started"),
    { kind: "uploaded" },
  ],
  [
    "it was asked for and is worked on",
    "processing",
    phases(whole, "in_progress", "in_progress"),
    { kind: "working" },
  ],
  [
    "it waits for its hour",
    "ready",
    phases(whole, "complete", { status: "complete", publish_status: "scheduled" }),
    { kind: "working" },
  ],
  [
    "it is a draft",
    "ready",
    phases(whole, "complete", { status: "complete", publish_status: "draft" }),
    { kind: "working" },
  ],
  [
    "it is out",
    "ready",
    phases(whole, "complete", out),
    { kind: "published", postId: "1_2", permalink: "/reel/7" },
  ],
  [
    "it is out, without the word for it",
    "ready",
    phases(whole, "complete", { status: "complete" }),
    { kind: "published", postId: "1_2", permalink: "/reel/7" },
  ],
  ["it is too old to finish", "expired", phases(half, "not_started", "not_started"), { kind: "expired" }],
  [
    "it was given up, as the guide writes it",
    "error",
    phases(whole, { status: "error", error: tooShort }, "not_started"),
    { kind: "failed", detail: `error: 1363128 ${tooShort.message}` },
  ],
  [
    "it was given up, as the specification writes it",
    "ready",
    phases(whole, { status: "error", errors: [tooShort, tooShort] }, "in_progress"),
    { kind: "failed", detail: `ready: 1363128 ${tooShort.message}` },
  ],
  ["its upload failed", "upload_failed", {}, { kind: "failed", detail: "upload_failed: " }],
])("%s: %s", (_what, video_status, more, expected) => {
  const body = { id: "7", status: { video_status, ...more }, permalink_url: "/reel/7", post_id: "1_2" };
  expect(readFilmStatus(body)).toEqual(expected);
});

test("an address or id that is none costs only itself", () => {
  const status = { video_status: "ready", ...phases(whole, "complete", out) };
  expect(readFilmStatus({ status, permalink_url: 7, post_id: 1_2e30 })).toEqual({ kind: "published" });
  expect(readFilmStatus({ status, post_id: "../me" })).toEqual({ kind: "published" });
});

test.each([[undefined], [null], [[]], [{}], [{ status: "ready" }], ["ready"]])(
  "an answer without a status (%j) says nothing",
  (body) => expect(readFilmStatus(body)).toBeUndefined(),
);
