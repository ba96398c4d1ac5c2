/** A post as it really exists on a Page, and how Graph writes its times and ids. */

export interface LinkPreview {
  title: string;
  description?: string;
  /** Address of the picture on the linked site, as its og:image says. */
  imageUrl?: string;
  imageWidth?: number;
  imageHeight?: number;
  /** og:url, or where the redirects ended. */
  canonicalUrl: string;
  type: string;
}

export interface Post {
  /** Position in the sandbox's life, growing; cursors are made of it. */
  seq: number;
  /** `{page-id}_{post-id}`. */
  id: string;
  pageId: string;
  /** The app that made it; empty for a visitor's post. */
  appId: string;
  /** The person who wrote it on the Page; absent for the Page's own posts. */
  authorId?: string;
  /** Thread of the one private answer a visitor's post may get (section 11). */
  privateReplyThread?: string;
  message?: string;
  /** As given by the caller. */
  link?: string;
  preview?: LinkPreview;
  /** Unix milliseconds; Graph shows whole seconds only. */
  createdAt: number;
  updatedAt: number;
  published: boolean;
  hidden: boolean;
  /** Ids of the photos it shows, in the order given. */
  photos?: string[];
  /** Id of the film it shows. */
  videoId?: string;
  /** A Reel: not among the Page's ordinary posts (section 7.4). */
  reel?: true;
  /** When it goes live by itself, unix milliseconds. */
  scheduledAt?: number;
  /** Waits for a person, not for a moment. */
  draft?: true;
}

/** The part after the underscore. */
export function localId(post: Post): string {
  return post.id.slice(post.id.indexOf("_") + 1);
}

/**
 * Eighteen digits: beyond what a JavaScript number can hold, so a client that lets an id pass through one shows here.
 */
export function postId(pageId: string, seq: number): string {
  return `${pageId}_1221${String(seq).padStart(14, "0")}`;
}

/** `2026-01-01T00:00:00+0000`, or unix seconds with `date_format=U` (section 2). */
export function graphTime(atMs: number, dateFormat?: string): string | number {
  if (dateFormat === "U") return Math.floor(atMs / 1000);
  return `${new Date(atMs).toISOString().slice(0, 19)}+0000`;
}

/** Seen by visitors: published and not hidden from the timeline. */
export function isVisible(post: Post): boolean {
  return post.published && !post.hidden;
}
