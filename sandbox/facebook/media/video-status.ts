import { graphTime } from "../post.ts";
import type { FilmRefusal, Video } from "./video.ts";

/** The guide writes `bytes_transfered` and `error`, the specification `bytes_transferred` and `errors` (section 7.2). */
export type StatusSpelling = "guide" | "specification";

type Phase = "not_started" | "in_progress" | "complete" | "error";

/** The field `status` of a video at `now`: three phases and what they come to (section 7.2). */
export function videoStatus(
  video: Video,
  now: number,
  spelling: StatusSpelling,
  dateFormat?: string,
): Record<string, unknown> {
  const processed = video.processedAt !== undefined && now >= video.processedAt;
  const failure = processed ? video.refusal : undefined;
  const processing: Phase =
    video.uploadedAt === undefined
      ? "not_started"
      : !processed
        ? "in_progress"
        : failure
          ? "error"
          : "complete";
  return {
    video_status: overall(video, processing),
    uploading_phase: {
      status: uploading(video),
      [spelling === "guide" ? "bytes_transfered" : "bytes_transferred"]: video.received,
      ...(video.fileSize === undefined ? {} : { source_file_size: video.fileSize }),
    },
    processing_phase: { status: processing, ...(failure ? errorIn(failure, spelling) : {}) },
    publishing_phase: publishing(video, failure !== undefined, dateFormat),
  };
}

function uploading(video: Video): Phase {
  if (video.uploadedAt !== undefined) return "complete";
  return video.received === 0 ? "not_started" : "in_progress";
}

function overall(video: Video, processing: Phase): string {
  if (video.expired) return "expired";
  if (processing === "error") return "error";
  if (processing === "complete") return "ready";
  if (processing === "in_progress") return "processing";
  // Only Reels know the word (section 7.2); for the others the example says "processing" even while bytes are coming.
  return video.kind === "reel" ? "uploading" : "processing";
}

function publishing(video: Video, failed: boolean, dateFormat?: string): Record<string, unknown> {
  if (video.finished === undefined) return { status: "not_started" };
  const publish_status = video.finished.toLowerCase();
  if (failed) return { status: "error", publish_status };
  if (video.liveAt === undefined)
    return { status: video.finished === "PUBLISHED" ? "in_progress" : "complete", publish_status };
  return {
    status: "complete",
    publish_status: "published",
    publish_time: graphTime(video.liveAt, dateFormat),
  };
}

function errorIn({ code, message }: FilmRefusal, spelling: StatusSpelling): Record<string, unknown> {
  return spelling === "guide" ? { error: { code, message } } : { errors: [{ code, message }] };
}
