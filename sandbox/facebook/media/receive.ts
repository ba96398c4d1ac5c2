import type { Surroundings } from "../call.ts";
import type { World } from "../world.ts";
import { readFilm } from "./film-facts.ts";
import { refusalOf, type Video } from "./video.ts";

type Around = Pick<Surroundings, "world" | "media">;

/** The whole file is there: it is looked at, and processed for a while before anybody can see it. `spoilt`: unreadable. */
export function completeUpload(video: Video, { world, media }: Around, spoilt = false): void {
  const now = world.now();
  const whole = Buffer.concat(video.chunks);
  video.chunks = [whole];
  video.facts = readFilm(whole);
  video.refusal = refusalOf(spoilt ? undefined : video.facts, video.kind);
  video.uploadedAt = now;
  video.processedAt = now + media.processingMs;
  const end = (): void => {
    if (world.library.videos.get(video.id) !== video) return;
    showWhenReady(video, world);
    world.library.changed();
  };
  if (media.processingMs === 0) end();
  else world.clock.at(video.processedAt, end);
}

/** A film goes out once it is processed without complaint and somebody has asked for it to be published. */
export function showWhenReady(video: Video, world: World): void {
  const processed = video.processedAt !== undefined && video.processedAt <= world.now();
  if (!processed || video.refusal || video.finished !== "PUBLISHED" || video.liveAt !== undefined) return;
  video.liveAt = world.now();
  const story = world.library.stories.get(video.storyId ?? "");
  if (story) world.library.showStory(story, video.liveAt);
  const post = world.posts.get(video.postId ?? "");
  if (post && !post.published) world.editPost(post, { published: true });
  world.library.changed();
}

/** Publishes a scheduled film when its moment has come, or as soon after as it is processed. */
export function planFilm(video: Video, moment: number, world: World): void {
  world.clock.at(moment, () => {
    if (world.library.videos.get(video.id) !== video || video.finished !== "SCHEDULED") return;
    video.finished = "PUBLISHED";
    showWhenReady(video, world);
  });
}

/** Reels of a Page that were published in the last 24 hours (section 7.4). */
export function reelsToday(world: World, pageId: string): number {
  const since = world.now() - 24 * 3_600_000;
  return world.library
    .newestFirst("videos", pageId)
    .filter((video) => video.kind === "reel" && video.finished === "PUBLISHED" && video.updatedAt > since)
    .length;
}
