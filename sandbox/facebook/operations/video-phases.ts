import { type Answer, type KnownCall, read, type Surroundings } from "../call.ts";
import { GraphError, invalidParameter, notImitated } from "../graph-error.ts";
import { planFilm, reelsToday, showWhenReady } from "../media/receive.ts";
import type { Video } from "../media/video.ts";
import { mustBeAbleToPost } from "../recognise.ts";
import { REEL_WINDOW, readSchedule } from "../schedule.ts";
import { versionFor } from "../version-for.ts";
import type { Page } from "../world.ts";

/** In the specification of both edges, documented by no guide or changing what people see. */
const NOT_IMITATED = ["place", "targeting", "feed_targeting"];

type Kind = "reel" | "story";

/** `POST /{page-id}/video_reels` and `/video_stories`: the first and the last of three phases (sections 7.2 and 7.4). */
export function publishInPhases(call: KnownCall, page: Page, around: Surroundings, kind: Kind): Answer {
  mustBeAbleToPost(call, page, around.world);
  const { params } = call;
  for (const name of NOT_IMITATED) if (params[name]) throw notImitated(`parameter ${name} of a ${kind}`);
  // The guides write the phases small, the specification in capitals.
  const phase = params.upload_phase?.toUpperCase();
  if (phase === "START") return start(call, page, around, kind);
  if (phase === "FINISH") return finish(call, page, around, kind);
  throw invalidParameter("Param upload_phase must be one of {START, FINISH}");
}

function start(call: KnownCall, page: Page, around: Surroundings, kind: Kind): Answer {
  const video = around.world.library.addVideo({ pageId: page.id, appId: call.app.id, kind });
  const upload_url = `${around.origins.rupload}/video-upload/${versionFor(call, around)}/${video.id}`;
  return { body: { video_id: video.id, upload_url }, did: { kind: "uploaded", id: video.id } };
}

function finish(call: KnownCall, page: Page, around: Surroundings, kind: Kind): Answer {
  const { params } = call;
  const video = around.world.library.videos.get(params.video_id ?? "");
  if (!video || video.pageId !== page.id || video.kind !== kind)
    throw invalidParameter("Param video_id must be the id of a video started on this edge");
  if (video.expired) throw invalidParameter("The upload session has expired");
  if (video.uploadedAt === undefined) throw invalidParameter("The video has not been uploaded completely");
  if (video.finished !== undefined && video.finished !== "DRAFT") return again(video, around);
  return kind === "story" ? finishStory(video, page, call, around) : finishReel(video, page, call, around);
}

/** What a second finish comes to is an open question (section 25): refused, or told the same without doing it again. */
function again(video: Video, around: Surroundings): Answer {
  if (around.media.repeatedFinish === "refuse")
    throw invalidParameter("The video has already been published");
  return read({ success: true, ...(video.storyId === undefined ? {} : { post_id: video.storyId }) });
}

function finishStory(video: Video, page: Page, call: KnownCall, around: Surroundings): Answer {
  const state = call.params.video_state?.toUpperCase();
  if (state && state !== "PUBLISHED") throw notImitated(`video_state ${state} of a video story`);
  for (const name of ["title", "description", "scheduled_publish_time"])
    if (call.params[name]) throw notImitated(`parameter ${name} of a video story`);
  const { world } = around;
  const story = world.library.addStory({
    pageId: page.id,
    appId: call.app.id,
    mediaType: "video",
    mediaId: video.id,
  });
  Object.assign(video, { finished: "PUBLISHED", storyId: story.id, updatedAt: around.now() });
  showWhenReady(video, world);
  return { body: { success: true, post_id: story.id }, did: { kind: "created", postId: story.id } };
}

function finishReel(video: Video, page: Page, call: KnownCall, around: Surroundings): Answer {
  const { params } = call;
  const { world } = around;
  const state = params.video_state?.toUpperCase();
  if (state !== "PUBLISHED" && state !== "SCHEDULED" && state !== "DRAFT")
    throw invalidParameter("Param video_state must be one of {DRAFT, PUBLISHED, SCHEDULED}");
  const moment = params.scheduled_publish_time;
  if ((state === "SCHEDULED") !== Boolean(moment))
    throw invalidParameter("scheduled_publish_time belongs to video_state SCHEDULED, and only to it");
  const scheduledAt = moment ? readSchedule(moment, around.now(), REEL_WINDOW) : undefined;
  if (state === "PUBLISHED" && reelsToday(world, page.id) >= around.media.reelsPerDay) throw tooManyReels();
  Object.assign(video, {
    finished: state,
    title: params.title || video.title,
    description: params.description || video.description,
    updatedAt: around.now(),
  });
  // A draft that is finished anew keeps its post.
  const known = world.posts.get(video.postId ?? "");
  const post =
    known ??
    world.createPost({
      page,
      appId: call.app.id,
      message: video.description,
      videoId: video.id,
      reel: true,
      published: false,
      scheduledAt,
      ...(state === "DRAFT" ? { draft: true as const } : {}),
    });
  video.postId = post.id;
  if (known) Object.assign(known, { scheduledAt, draft: state === "DRAFT" ? true : undefined });
  if (scheduledAt !== undefined) planFilm(video, scheduledAt, world);
  showWhenReady(video, world);
  return { body: { success: true }, did: { kind: "created", postId: post.id } };
}

/** Thirty Reels by the API in 24 hours (section 7.4); which error the next one gets is nowhere written. Assumed 341. */
function tooManyReels(): GraphError {
  return new GraphError({
    message: "(#341) Feed action request limit reached",
    type: "OAuthException",
    code: 341,
    is_transient: false,
  });
}
