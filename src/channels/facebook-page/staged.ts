import { createHash } from "node:crypto";
import { z } from "zod";
import type { Staged } from "../channel.ts";

/** Ids of photos and films are bare numbers (graph-api.md sections 6 and 7). */
export const mediaId = z.string().regex(/^\d{1,40}$/);

const moment = z.iso.datetime().transform((text) => new Date(text));

/** Photos that nobody sees yet, in the order of the pictures. */
const stagedPhotos = z.object({
  kind: z.literal("photos"),
  photos: z.array(mediaId),
  /** Of all the pictures: half of an album must not be of another drawing. */
  fingerprint: z.string(),
  /** When the first was brought. */
  startedAt: moment,
  isComplete: z.boolean(),
});
export type StagedPhotos = z.output<typeof stagedPhotos>;

/** A film of a story or Reel, in the phase between "start" and "finish" (section 7.2). */
const stagedFilm = z.object({
  kind: z.literal("film"),
  videoId: mediaId,
  /** As Facebook gave it; never built by us. */
  uploadUrl: z.string(),
  /** Of the clip: a film drawn anew has other bytes, and half of each would be none. */
  fingerprint: z.string(),
  startedAt: moment,
  isComplete: z.boolean(),
});
export type StagedFilm = z.output<typeof stagedFilm>;

/** What we kept, read again; undefined where another release or another channel wrote it. */
export function readStaged(staged: Staged | undefined): StagedPhotos | StagedFilm | undefined {
  return z.union([stagedPhotos, stagedFilm]).safeParse(staged).data;
}

/** What to keep: dates as text, for it goes through JSON. */
export function toStaged(staged: StagedPhotos | StagedFilm): Staged {
  return { ...staged, startedAt: staged.startedAt.toISOString() };
}

/** Tells whether media are the very ones that were brought before. */
export function fingerprintOf(media: readonly { bytes: Buffer }[]): string {
  const hash = createHash("sha256");
  for (const { bytes } of media) hash.update(`${bytes.length}:`).update(bytes);
  return hash.digest("base64url");
}

const hourMs = 3_600_000;

/** Unpublished photos live about 24 hours (section 6), uploads are taken to live no longer. An hour is for our doubts. */
export function goodUntil({ startedAt }: Pick<StagedPhotos, "startedAt">): Date {
  return new Date(startedAt.getTime() + 23 * hourMs);
}

/** Whether it is worth going on with; what has only an hour or two left would be staged for nothing. */
export function isWorthKeeping({ startedAt }: Pick<StagedPhotos, "startedAt">, now: Date): boolean {
  const ageMs = now.getTime() - startedAt.getTime();
  return ageMs >= 0 && ageMs < 20 * hourMs;
}
