/** A comment as it really exists, and the reactions of people. */

export interface CommentPicture {
  /** Where the picture was taken from, or an address of the sandbox's own. */
  src: string;
  /** `animated_image_share` for GIFs, `photo` otherwise. */
  type: "photo" | "animated_image_share";
  /** The photo that was uploaded for it. */
  photoId?: string;
}

export interface Comment {
  seq: number;
  /** `{post-local-id}_{comment-local-id}` (section 2). */
  id: string;
  pageId: string;
  /** Full id of the post it stands under, at whatever depth. */
  postId: string;
  /** The comment it answers; absent for one directly under the post. */
  parentId?: string;
  /** A person's id, or the Page's own. */
  authorId: string;
  /** The app through which a Page wrote; absent for people. */
  appId?: string;
  message?: string;
  picture?: CommentPicture;
  /** Unix milliseconds. */
  createdAt: number;
  editedAt?: number;
  hidden: boolean;
  /** Thread of the one private answer a comment may get (section 11). */
  privateReplyThread?: string;
}

export const REACTION_TYPES = ["LIKE", "LOVE", "CARE", "HAHA", "WOW", "SAD", "ANGRY"] as const;
export type ReactionType = (typeof REACTION_TYPES)[number];

export interface Reaction {
  /** A person's id, or the Page's own. */
  actorId: string;
  type: ReactionType;
  at: number;
}

/** Eighteen digits, like the ids of posts; the first part is the local id of the post. */
export function commentId(postId: string, seq: number): string {
  return `${postId.slice(postId.indexOf("_") + 1)}_1331${String(seq).padStart(14, "0")}`;
}

/** Told from a post's id by its own number, before anybody looks it up. */
export function isCommentId(text: string): boolean {
  return /^\d+_1331\d{14}$/.test(text);
}

export function isByPage(comment: Comment): boolean {
  return comment.authorId === comment.pageId;
}

/** Pages that a text mentions as `@[page-id]` (section 5). */
export function mentionedPages(text: string | undefined): string[] {
  return [...new Set([...(text ?? "").matchAll(/@\[(\d{6,20})\]/g)].map((match) => match[1] as string))];
}
