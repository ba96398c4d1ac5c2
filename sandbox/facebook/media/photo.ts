import type { PictureFacts } from "./picture-facts.ts";

/** A picture on a Page, and its words. */
export interface Photo extends PictureFacts {
  /** Position in the sandbox's life, growing. */
  seq: number;
  id: string;
  pageId: string;
  appId: string;
  bytes: Buffer;
  caption?: string;
  altText?: string;
  /** Unix milliseconds. */
  createdAt: number;
  updatedAt: number;
  /** Seen by visitors: alone, in a post or in a story. */
  published: boolean;
  /** Uploaded for a post that will be scheduled (section 6). */
  temporary: boolean;
  /** The post it belongs to, also while that one waits for its moment. */
  postId?: string;
  storyId?: string;
}

/** Section 6: at most 10 MB. */
export const PHOTO_BYTES_MAX = 10_000_000;
/** Unpublished photos live about 24 hours before they are discarded (section 6). */
export const UNUSED_PHOTO_MS = 24 * 3_600_000;

/** Eighteen digits, like those of posts, of a kind of their own. */
export function photoId(seq: number): string {
  return `1222${String(seq).padStart(14, "0")}`;
}

/** Whether a photo still waits for what it was uploaded for. */
export function isUnused(photo: Photo): boolean {
  return !photo.published && photo.postId === undefined && photo.storyId === undefined;
}

/** Where the picture itself is served, as from the CDN. */
export function photoAddress(origin: string, id: string): string {
  return `${origin}/_media/${id}`;
}
