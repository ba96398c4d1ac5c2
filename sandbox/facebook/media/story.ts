/** What a visitor sees above the posts for a day. */
export interface Story {
  seq: number;
  /** A bare number, unlike the ids of posts (section 7.1). */
  id: string;
  pageId: string;
  appId: string;
  mediaType: "photo" | "video";
  mediaId: string;
  /** When it appeared, unix milliseconds; absent while its film is still being processed. */
  liveAt?: number;
}

/** Both kinds of story disappear after 24 h (section 7.2). */
export const STORY_MS = 24 * 3_600_000;

export function storyId(seq: number): string {
  return `1224${String(seq).padStart(14, "0")}`;
}

/** Whether visitors see the story at `now`. */
export function isLive(story: Story, now: number): boolean {
  return story.liveAt !== undefined && now - story.liveAt < STORY_MS;
}

/** The address differs from the id that publishing gave (section 7.3): nobody can look for one by the other. */
export function storyAddress(www: string, story: Story): string {
  const opaque = Buffer.from(`S:_ISC:${story.mediaId}`).toString("base64url");
  return `${www}/stories/${story.pageId}/${opaque}/`;
}
