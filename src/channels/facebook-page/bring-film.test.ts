import { expect, test } from "vitest";
import { HttpError, type HttpRequest } from "../../platform/http-client.ts";
import type { Format, Staged } from "../channel.ts";
import { bringFilm } from "./bring-film.ts";
import {
  account,
  answering,
  calledBy,
  clip,
  graphError,
  now,
  pageId,
  post,
  pretendHttp,
  type Sample,
  saidBy,
  token,
} from "./pretend-http.ts";
import { readStaged } from "./staged.ts";

const uploadUrl = "https://rupload.facebook.com/video-upload/v25.0/7";
const reel = { ...post, format: "reel" as Format, clip };

const isUpload = (request: HttpRequest) => request.url.startsWith(uploadUrl.slice(0, 28));
const uploadError = (type: string, retriable: boolean): Sample => ({
  status: 400,
  body: { debug_info: { retriable, type, message: `${type} of ${token}` } },
});
const there = (bytes: number) =>
  answering({
    status: {
      video_status: "processing",
      uploading_phase: {
        status: bytes < clip.bytes.length ? "in_progress" : "complete",
        bytes_transfered: bytes,
      },
    },
  });

/** What Facebook answers to each upload and to each question how much it has, in order. */
interface Script {
  start?: Sample;
  uploads?: (Sample | HttpError)[];
  status?: (Sample | HttpError)[];
}

async function bring(
  script: Script = {},
  { known, at = now, ...changes }: { known?: Staged; at?: Date; format?: Format; clip?: typeof clip } = {},
) {
  const uploads = [...(script.uploads ?? [answering({ success: true })])];
  const status = [...(script.status ?? [])];
  const http = pretendHttp((request) => {
    const answer = isUpload(request)
      ? uploads.shift()
      : request.method === "GET"
        ? status.shift()
        : (script.start ?? answering({ video_id: "7", upload_url: uploadUrl }));
    if (!answer) throw new Error(`not in the script: ${calledBy(request)}`);
    if (answer instanceof HttpError) throw answer;
    return answer;
  });
  const kept: Staged[] = [];
  const staged = readStaged(known);
  const staging = await bringFilm(
    { http, clock: { now: () => at } },
    { ...reel, ...changes },
    account().settings,
    staged?.kind === "film" ? staged : undefined,
    async (step) => void kept.push(step),
  );
  const offsets = http.requests
    .filter(isUpload)
    .map(({ headers, body }) => [headers?.offset, body?.toString().length]);
  return { staging, kept, offsets, requests: http.requests };
}

test.each([
  ["reel", "video_reels"],
  ["video-story", "video_stories"],
] as const)("the film of a %s gets a place, which is kept, and then its bytes", async (format, edge) => {
  const { staging, kept, requests } = await bring({}, { format });
  const [start, upload] = requests;
  if (!start || !upload) throw new Error("two requests");
  expect(calledBy(start)).toBe(`POST ${pageId}/${edge}`);
  expect(saidBy(start)).toEqual({ upload_phase: "start" });
  expect(upload).toMatchObject({
    method: "POST",
    url: uploadUrl,
    headers: { authorization: `OAuth ${token}`, offset: "0", file_size: "1000" },
    redirectsMax: 0,
  });
  expect(upload.body).toEqual(clip.bytes);
  expect(kept).toMatchObject([
    { videoId: "7", uploadUrl, isComplete: false },
    { videoId: "7", isComplete: true },
  ]);
  expect(staging).toEqual({
    kind: "staged",
    staged: kept[1],
    goodUntil: new Date(now.getTime() + 23 * 3_600_000),
  });
  expect(JSON.stringify(kept)).not.toContain(token);
});

test.each([
  "https://evil.example/video-upload/7",
  "https://rupload.facebook.com@evil.example/7",
  "http://rupload.facebook.com/7",
  "7",
])("a place at a strange address (%s) gets neither the film nor the token", async (strange) => {
  const { staging, kept, requests } = await bring({
    start: answering({ video_id: "7", upload_url: strange }),
  });
  expect(staging).toMatchObject({ kind: "refused", reason: "upload-address-strange" });
  expect(requests).toHaveLength(1);
  expect(kept).toEqual([]);
});

test("a strange address that was kept before is not used either", async () => {
  const { kept } = await bring();
  const known = { ...kept[0], uploadUrl: "https://evil.example/7" };
  const { requests, staging } = await bring({ status: [there(0)] }, { known });
  expect(requests.every(({ url }) => !url.includes("evil.example"))).toBe(true);
  expect(staging).toMatchObject({ kind: "retry", reason: "address-wrong" });
});

test.each<[string, Sample | HttpError]>([
  ["broke off", new HttpError("cut-off", true, "")],
  ["timed out", new HttpError("timeout", true, "")],
  ["arrived in part", uploadError("PartialRequestError", true)],
  ["was at another byte", uploadError("OffsetInvalidError", false)],
  ["ended in an error nobody knows", uploadError("NeverHeardOfError", false)],
  ["met a gateway", { status: 502, text: "<html>" }],
])("an upload that %s goes on at the byte Facebook says", async (_what, first) => {
  const { staging, offsets } = await bring({
    uploads: [first, answering({ success: true })],
    status: [there(400)],
  });
  expect(offsets).toEqual([
    ["0", 1000],
    ["400", 600],
  ]);
  expect(staging.kind).toBe("staged");
});

test("an upload whose answer was lost after the last byte is not sent again", async () => {
  const { staging, offsets } = await bring({
    uploads: [new HttpError("cut-off", true, "")],
    status: [there(1000)],
  });
  expect(offsets).toHaveLength(1);
  expect(staging.kind).toBe("staged");
});

test("an upload that breaks off again and again is left for later, with its place kept", async () => {
  const cut = new HttpError("cut-off", true, "");
  const { staging, offsets, kept } = await bring({
    uploads: Array(4).fill(cut),
    status: [100, 200, 300, 400].map(there),
  });
  expect(offsets.map(([offset]) => offset)).toEqual(["0", "100", "200", "300"]);
  expect(staging).toMatchObject({ kind: "retry", scope: "publication" });
  const next = await bring({ status: [there(400)] }, { known: kept.at(-1) });
  expect(next.offsets).toEqual([["400", 600]]);
  expect(next.requests.map(calledBy)).not.toContain(`POST ${pageId}/video_reels`);
});

test("a film Facebook will not take is refused, and its words hold no token", async () => {
  const { staging } = await bring({ uploads: [uploadError("ProcessingFailedError", false)] });
  expect(staging).toEqual({
    kind: "refused",
    reason: "video-unusable",
    detail: "ProcessingFailedError: ProcessingFailedError of […]",
  });
});

test.each<[string, Sample]>([
  ["expired", answering({ status: { video_status: "expired" } })],
  ["is not there any more", graphError(100, 33)],
  ["holds a film that failed", answering({ status: { video_status: "error" } })],
])("a place of before that %s is replaced by a new one, from the first byte", async (_what, status) => {
  const { kept } = await bring();
  const { staging, offsets, kept: keptNow } = await bring({ status: [status] }, { known: kept[0] });
  expect(offsets).toEqual([["0", 1000]]);
  expect(keptNow).toHaveLength(2);
  expect(staging.kind).toBe("staged");
});

test("a place of before that refuses the rest of the film proves nothing against the film", async () => {
  const { kept } = await bring();
  const { staging, offsets } = await bring(
    {
      status: [there(400)],
      uploads: [uploadError("ProcessingFailedError", false), answering({ success: true })],
    },
    { known: kept[0] },
  );
  expect(offsets).toEqual([
    ["400", 600],
    ["0", 1000],
  ]);
  expect(staging.kind).toBe("staged");
});

test("a film drawn anew, or a place of yesterday, begins again; a complete one is left alone", async () => {
  const { kept } = await bring();
  const redrawn = { ...clip, bytes: Buffer.alloc(1000, 8) };
  expect((await bring({}, { known: kept[1], clip: redrawn })).offsets).toEqual([["0", 1000]]);
  const tomorrow = new Date(now.getTime() + 21 * 3_600_000);
  expect((await bring({}, { known: kept[1], at: tomorrow })).offsets).toEqual([["0", 1000]]);
  expect((await bring({}, { known: kept[1] })).requests).toEqual([]);
});

test.each<[string, Script, object]>([
  [
    "a place without an id",
    { start: answering({ upload_url: uploadUrl }) },
    { kind: "retry", reason: "answer-without-id" },
  ],
  [
    "a limit at the place",
    { start: graphError(80001) },
    { kind: "retry", reason: "page-limit", scope: "account" },
  ],
  [
    "a dead token at the place",
    { start: graphError(190, 460) },
    { kind: "reconnect", reason: "password-changed" },
  ],
  [
    "a dead token at the upload",
    { uploads: [graphError(190, 460)] },
    { kind: "reconnect", reason: "password-changed" },
  ],
  [
    "a line that is down at the upload",
    { uploads: [new HttpError("unreachable", false, "")] },
    { kind: "retry", reason: "unreachable", scope: "account" },
  ],
  [
    "a question that cannot be asked",
    { uploads: [new HttpError("cut-off", true, "")], status: [graphError(32)] },
    { kind: "retry", reason: "page-limit", scope: "account" },
  ],
  [
    "a place that is not to be seen yet",
    { uploads: [new HttpError("cut-off", true, "")], status: [graphError(100, 33)] },
    { kind: "retry", reason: "upload-interrupted", scope: "publication" },
  ],
  [
    "a film that Facebook gave up",
    {
      uploads: [new HttpError("cut-off", true, "")],
      status: [answering({ status: { video_status: "error" } })],
    },
    { kind: "refused", reason: "video-unusable" },
  ],
])("%s ends the staging", async (_what, script, expected) => {
  expect((await bring(script)).staging).toMatchObject(expected);
});
