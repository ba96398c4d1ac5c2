import { z } from "zod";
import type { Clip, Post, Staged, Staging } from "../channel.ts";
import { readFilmStatus } from "./film-status.ts";
import { appSecretProof, callGraph, type GraphResult, sendToGraph, type Tools, timeFor } from "./graph.ts";
import { amendmentOfAnswer, stagingOfFailure } from "./outcomes.ts";
import type { FacebookReason } from "./reasons.ts";
import type { FacebookPageSettings } from "./settings.ts";
import { fingerprintOf, goodUntil, isWorthKeeping, mediaId, type StagedFilm, toStaged } from "./staged.ts";
import { isUploadAddress } from "./upload-address.ts";

type Stopped = Exclude<Staging, { kind: "staged" }>;

/** Uploads that break off are taken up again this often in one go; after that the publication's own pauses apply. */
const uploadsMax = 4;

/**
 * Brings the film of a story or Reel (graph-api.md section 7.2): asks for a place for it ("start"), keeps the place,
 * sends the bytes. An upload that broke off, now or before a restart, goes on where Facebook's count of bytes says.
 */
export async function bringFilm(
  tools: Tools,
  post: Post,
  settings: FacebookPageSettings,
  known: StagedFilm | undefined,
  keep: (staged: Staged) => Promise<void>,
): Promise<Staging> {
  const fingerprint = post.clip && fingerprintOf([post.clip]);
  const isSame = fingerprint === undefined || known?.fingerprint === fingerprint;
  const usable = known && isSame && isWorthKeeping(known, tools.clock.now()) ? known : undefined;
  if (usable?.isComplete) return staged(usable);
  if (!post.clip || !fingerprint) throw new Error("there is no clip to stage");
  const left = usable ? await bytesThere(tools, settings, usable) : "gone";
  if (typeof left === "object") return left;
  if (usable && typeof left === "number") {
    const end = await sendFilm(tools, settings, usable, post.clip, left);
    // An old place that no longer takes the film proves nothing against the film: it gets a new place.
    if (end === "done") return await complete(usable, keep);
    if (end.kind !== "refused") return end;
  }
  const opened = await start(tools, settings, post.format === "reel" ? "video_reels" : "video_stories");
  if ("reason" in opened) return opened;
  const place: StagedFilm = { kind: "film", ...opened, fingerprint, isComplete: false };
  await keep(toStaged(place));
  const end = await sendFilm(tools, settings, place, post.clip, 0);
  return end === "done" ? await complete(place, keep) : end;
}

async function complete(place: StagedFilm, keep: (staged: Staged) => Promise<void>): Promise<Staging> {
  const whole = { ...place, isComplete: true };
  await keep(toStaged(whole));
  return staged(whole);
}

function staged(place: StagedFilm): Staging {
  return { kind: "staged", staged: toStaged(place), goodUntil: goodUntil(place) };
}

const started = z.object({ video_id: mediaId, upload_url: z.string() });

async function start(
  tools: Tools,
  settings: FacebookPageSettings,
  edge: "video_reels" | "video_stories",
): Promise<Pick<StagedFilm, "videoId" | "uploadUrl" | "startedAt"> | Stopped> {
  const startedAt = tools.clock.now();
  const result = await callGraph(tools, settings, {
    method: "POST",
    path: [settings.pageId, edge],
    parameters: { upload_phase: "start" },
  });
  if (result.kind !== "answer") return stagingOfFailure(result, tools.clock.now());
  const place = started.safeParse(result.body);
  if (!place.success) return again("answer-without-id", `${edge}: HTTP 2xx`);
  const { video_id: videoId, upload_url: uploadUrl } = place.data;
  if (!isUploadAddress(uploadUrl, settings)) {
    // The host alone: whatever else stands in the address is nobody's business.
    const detail = URL.canParse(uploadUrl) ? new URL(uploadUrl).host : "-";
    return { kind: "refused", reason: "upload-address-strange" satisfies FacebookReason, detail };
  }
  return { videoId, uploadUrl, startedAt };
}

/** Sends the film from `offset` on. When that breaks off, Facebook is asked how much it has, and the rest is sent. */
async function sendFilm(
  tools: Tools,
  settings: FacebookPageSettings,
  place: StagedFilm,
  clip: Clip,
  offset: number,
): Promise<"done" | Stopped> {
  let from = offset;
  let last: Stopped = again("upload-interrupted", "");
  for (let uploads = 0; uploads < uploadsMax; uploads++) {
    if (from >= clip.bytes.length) return "done";
    const result = await upload(tools, settings, place, clip, from);
    if (isYes(result)) return "done";
    const end = endOfUpload(result, tools.clock.now());
    if (end.kind !== "retry" || end.scope === "account") return end;
    last = end;
    const there = await bytesThere(tools, settings, place);
    if (typeof there === "object") return there;
    if (there === "failed") return filmRefused(end.detail);
    // Reads lag behind writes (section 21), so a place nobody has seen yet proves nothing against the film.
    if (there === "gone") return again("upload-interrupted", end.detail);
    from = there;
  }
  return last;
}

async function upload(
  tools: Tools,
  settings: FacebookPageSettings,
  { uploadUrl }: StagedFilm,
  { bytes, type }: Clip,
  offset: number,
): Promise<GraphResult> {
  // Asked again, for the address may have been kept by a release or under settings that saw it otherwise.
  if (!isUploadAddress(uploadUrl, settings))
    return { kind: "no-answer", fault: "bad-address", sent: false, detail: "" };
  const rest = bytes.subarray(offset);
  const url = new URL(uploadUrl);
  // Like every call (section 3.7), this one is refused without it where the app demands it.
  if (settings.appSecret)
    url.searchParams.set("appsecret_proof", appSecretProof(settings.appSecret, settings.token));
  return await sendToGraph(tools, settings, settings.token, {
    method: "POST",
    url: url.href,
    headers: {
      // This host wants its own word for it (section 2).
      authorization: `OAuth ${settings.token}`,
      offset: String(offset),
      file_size: String(bytes.length),
      "content-type": type,
    },
    body: rest,
    timeoutMs: timeFor(rest.length),
  });
}

function isYes(result: GraphResult): boolean {
  return result.kind === "answer" && amendmentOfAnswer(result.body).kind === "done";
}

function endOfUpload(failure: GraphResult, now: Date): Stopped {
  if (failure.kind === "answer") return again("answer-not-readable", "upload: HTTP 2xx");
  if (failure.kind !== "upload-error") return stagingOfFailure(failure, now);
  // Of the three known types only this one is about the film; what we do not know must not condemn it.
  const isAboutFilm = failure.type === "ProcessingFailedError" && !failure.isRetriable;
  return isAboutFilm ? filmRefused(failure.detail) : again("upload-interrupted", failure.detail);
}

/** How many bytes of the film Facebook has; "gone" where this place is none any more, "failed" where it gave the film up. */
async function bytesThere(
  tools: Tools,
  settings: FacebookPageSettings,
  { videoId }: StagedFilm,
): Promise<number | "failed" | "gone" | Stopped> {
  const result = await callGraph(tools, settings, {
    method: "GET",
    path: [videoId],
    parameters: { fields: "status" },
  });
  if (result.kind !== "answer") {
    const stopped = stagingOfFailure(result, tools.clock.now());
    // The film's place is gone, or was never seen by this token: a new one costs little.
    return stopped.reason === ("page-not-found" satisfies FacebookReason) || stopped.kind === "refused"
      ? "gone"
      : stopped;
  }
  const status = readFilmStatus(result.body);
  switch (status?.kind) {
    case "started":
      return status.bytesThere;
    case "uploaded":
    case "working":
    case "published":
      return Number.POSITIVE_INFINITY;
    case "failed":
      return "failed";
    case "expired":
      return "gone";
    case undefined:
      return again("answer-not-readable", "status");
  }
}

function again(reason: FacebookReason, detail: string): Extract<Staging, { kind: "retry" }> {
  return { kind: "retry", reason, detail, scope: "publication" };
}

function filmRefused(detail: string): Stopped {
  return { kind: "refused", reason: "video-unusable" satisfies FacebookReason, detail };
}
