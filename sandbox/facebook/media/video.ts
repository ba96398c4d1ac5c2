import type { FilmFacts } from "./film-facts.ts";

export type VideoKind = "reel" | "story" | "video";

/** What is wrong with a film, by Meta's code for it. */
export interface FilmRefusal {
  code: number;
  message: string;
}

/** A film on its way to a Page, or there. */
export interface Video {
  seq: number;
  id: string;
  pageId: string;
  appId: string;
  kind: VideoKind;
  /** Pieces of the file in the order they came. */
  chunks: Uint8Array[];
  /** Bytes received. */
  received: number;
  /** Bytes of the whole file, once an upload has said so. */
  fileSize?: number;
  title?: string;
  description?: string;
  /** Unix milliseconds. */
  createdAt: number;
  updatedAt: number;
  /** When the whole file was there: from then on it is processed. */
  uploadedAt?: number;
  /** When processing ends or ended. */
  processedAt?: number;
  facts?: FilmFacts;
  refusal?: FilmRefusal;
  /** Nobody finished it in time; its bytes are gone. */
  expired?: true;
  /** What was asked for at the end: nothing yet, or how it is to go out. */
  finished?: "PUBLISHED" | "SCHEDULED" | "DRAFT";
  /** `{page}_{post}` of the post that shows it. */
  postId?: string;
  storyId?: string;
  /** When visitors first saw it. */
  liveAt?: number;
}

export function videoId(seq: number): string {
  return `1223${String(seq).padStart(14, "0")}`;
}

/** Uploads that were begun and never finished expire; Graph does not say after how long. Assumed a day. */
export const UNFINISHED_VIDEO_MS = 24 * 3_600_000;

const SIDE_MIN = 540;
const LENGTH_MIN = 960;
const PORTRAIT = 9 / 16;
/** Encoders round sizes to even numbers: 1080×1920 and 608×1080 are both 9:16. */
const RATIO_TOLERANCE = 0.01;

/** Meta's check of a Reel or story (sections 7.2 and 7.4), or undefined where the film passes. */
export function refusalOf(facts: FilmFacts | undefined, kind: VideoKind): FilmRefusal | undefined {
  if (!facts)
    return {
      code: 6000,
      message: "There was a problem with your video file. Please try again with another file.",
    };
  if (kind === "video") return undefined;
  const { width, height, seconds, framesPerSecond } = facts;
  const ratio = width / height;
  const narrowest = PORTRAIT - RATIO_TOLERANCE;
  const widest = kind === "story" ? PORTRAIT + RATIO_TOLERANCE : 1 / PORTRAIT + RATIO_TOLERANCE;
  const secondsMax = kind === "story" ? 60 : 90;
  if (ratio < narrowest || ratio > widest)
    return { code: 1363040, message: "The video aspect ratio is not supported." };
  if (Math.min(width, height) < SIDE_MIN || Math.max(width, height) < LENGTH_MIN)
    return {
      code: 1363127,
      message: "The video resolution is too low: at least 540 x 960 pixels are needed.",
    };
  if (seconds < 3 || seconds > secondsMax + 0.05)
    return { code: 1363128, message: `The video must be between 3 and ${secondsMax} seconds long.` };
  if (framesPerSecond < 23.9 || framesPerSecond > 60.1)
    return { code: 1363129, message: "The video frame rate must be between 24 and 60 frames per second." };
  return undefined;
}

/** Where the film itself is served, as from the CDN. */
export function videoAddress(origin: string, id: string): string {
  return `${origin}/_media/${id}`;
}
