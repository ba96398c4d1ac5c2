import { POST_WINDOW, type ScheduleWindow } from "../schedule.ts";
import type { StatusSpelling } from "./video-status.ts";

/** What the sources leave open about pictures, films and stories, or contradict each other on: settable. */
export interface MediaRules {
  /** How far ahead a post may be scheduled: 10 minutes to 30 days in the guide, to 75 days in the reference. */
  scheduleWindow: ScheduleWindow;
  /** Most photos in one post: nowhere documented, 10 is commonly used (section 6). */
  photosPerPostMax: number;
  /** How long a film is processed after its last byte, milliseconds of the sandbox's clock. */
  processingMs: number;
  /** Reels published per Page in 24 hours (section 7.4). */
  reelsPerDay: number;
  /** A second `finish` or `photo_stories` of the same id is refused (100), or told the same again (section 25). */
  repeatedFinish: "refuse" | "same";
  /** The names inside `status` (section 7.2). */
  statusSpelling: StatusSpelling;
  /** The Page keeps its stories in the archive after a day. */
  storyArchive: boolean;
  /** Largest film, bytes. */
  videoBytesMax: number;
}

export const MEDIA_RULES: MediaRules = {
  scheduleWindow: POST_WINDOW,
  photosPerPostMax: 10,
  processingMs: 2000,
  reelsPerDay: 30,
  repeatedFinish: "refuse",
  statusSpelling: "guide",
  storyArchive: false,
  videoBytesMax: 256_000_000,
};
