import type { Answer, KnownCall, Surroundings } from "../call.ts";
import { fieldNames, parseFields } from "../fields.ts";
import { GraphError, invalidParameter, notImitated } from "../graph-error.ts";
import { listMedia } from "../list-media.ts";
import { fetchFile } from "../media/fetch-file.ts";
import { readFilm } from "../media/film-facts.ts";
import { completeUpload, planFilm } from "../media/receive.ts";
import { viewVideo } from "../media/video-view.ts";
import { readBoolean } from "../read-boolean.ts";
import { mustBeAbleToPost, mustBeAbleToRead } from "../recognise.ts";
import { readSchedule, VIDEO_WINDOW } from "../schedule.ts";
import type { Page } from "../world.ts";

/** Other ways to hand over the bytes, and parameters that change what people see (section 7.5): not imitated. */
const NOT_IMITATED = [
  "upload_phase",
  "upload_session_id",
  "fbuploader_video_file_chunk",
  "video_file_chunk",
  "no_story",
  "targeting",
  "feed_targeting",
  "call_to_action",
  "unpublished_content_type",
];

/** A film below this size is no film: 382 (section 7.5). */
const FILM_BYTES_MIN = 1024;

/** `POST /{page-id}/videos` on the graph-video host (section 7.5): a film as file part `source` or from `file_url`. */
export async function publishVideo(call: KnownCall, page: Page, around: Surroundings): Promise<Answer> {
  const { world } = around;
  mustBeAbleToPost(call, page, world);
  const { params } = call;
  for (const name of NOT_IMITATED) if (params[name]) throw notImitated(`parameter ${name} of /videos`);
  const published = readBoolean(params.published, "published", true);
  const moment = params.scheduled_publish_time;
  if (moment && published) throw invalidParameter("scheduled_publish_time needs published=false");
  const scheduledAt = moment ? readSchedule(moment, around.now(), VIDEO_WINDOW) : undefined;
  const bytes = await filmOf(call, around);
  const appId = call.app.id;
  const video = world.library.addVideo({
    pageId: page.id,
    appId,
    kind: "video",
    title: params.title || undefined,
    description: params.description || undefined,
  });
  Object.assign(video, { chunks: [bytes], received: bytes.length, fileSize: bytes.length });
  video.finished = published ? "PUBLISHED" : scheduledAt === undefined ? "DRAFT" : "SCHEDULED";
  const post = world.createPost({
    page,
    appId,
    message: video.description,
    videoId: video.id,
    published: false,
    scheduledAt,
  });
  video.postId = post.id;
  if (scheduledAt !== undefined) planFilm(video, scheduledAt, world);
  completeUpload(video, around);
  return { body: { id: video.id }, did: { kind: "created", postId: post.id } };
}

async function filmOf(call: KnownCall, around: Surroundings): Promise<Buffer> {
  const { file_url: address } = call.params;
  const file = call.files?.find((part) => part.field === "source") ?? call.files?.[0];
  if (!file && !address) throw invalidParameter("The parameter source or file_url is required");
  const bytes = file?.bytes ?? (await fetchFile(address ?? "", around.media.videoBytesMax));
  if (!bytes) throw filmError(389, "Unable to fetch video file from URL.");
  if (bytes.length > around.media.videoBytesMax)
    throw filmError(6001, "The video file you tried to upload is too large.");
  if (bytes.length < FILM_BYTES_MIN) throw filmError(382, "The video file you selected is too small.");
  if (!readFilm(bytes))
    throw filmError(6000, "There was a problem uploading your video file. Please try again.");
  return bytes;
}

function filmError(code: number, words: string): GraphError {
  return new GraphError({
    message: `(#${code}) ${words}`,
    type: "OAuthException",
    code,
    is_transient: false,
  });
}

const VIDEO_FIELDS = fieldNames(["description", "updated_time", "id"]);

/** `GET /{page-id}/video_reels?since&until` (section 7.4): Reels that went out, newest first. */
export function listReels(call: KnownCall, page: Page, around: Surroundings): Answer {
  return listFilms(call, page, around, "reel");
}

/** `GET /{page-id}/videos`: ordinary films that went out, newest first. */
export function listVideos(call: KnownCall, page: Page, around: Surroundings): Answer {
  return listFilms(call, page, around, "video");
}

function listFilms(call: KnownCall, page: Page, around: Surroundings, kind: "reel" | "video"): Answer {
  mustBeAbleToRead(call, page, around.world);
  const fields = call.params.fields === undefined ? VIDEO_FIELDS : parseFields(call.params.fields);
  const films = around.world.library
    .newestFirst("videos", page.id)
    .filter((video) => video.kind === kind && video.liveAt !== undefined);
  return listMedia(call, around, films, (video) => viewVideo(video, fields, call, around));
}
