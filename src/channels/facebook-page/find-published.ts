import type { Account, Finding, SentPost, Staged } from "../channel.ts";
import { findByMarker } from "./find-by-marker.ts";
import { findFilm } from "./find-film.ts";
import { findStory } from "./find-story.ts";
import type { Tools } from "./graph.ts";
import { noFinding } from "./outcomes.ts";
import type { FacebookReason } from "./reasons.ts";
import type { FacebookPageSettings } from "./settings.ts";
import { readStaged, type StagedPhotos } from "./staged.ts";

/**
 * Looks for a post of ours: by its marker where it has a text, else by the id of the photo or film it was made of, which
 * stood in our row before the last step (graph-api.md section 21).
 */
export async function findPublished(
  tools: Tools,
  post: SentPost,
  { settings }: Account<FacebookPageSettings>,
  since: Date,
  staged?: Staged,
): Promise<Finding> {
  const media = readStaged(staged);
  switch (post.format) {
    case "link-post":
    case "photo-post":
    case "album":
      return await findByMarker(tools, post, settings, since);
    case "photo-story":
      return media?.kind === "photos" ? await findPhotoStory(tools, media, settings, since) : nothingToGoBy;
    case "video-story":
      return media?.kind === "film"
        ? await findFilmStory(tools, media.videoId, settings, since)
        : nothingToGoBy;
    case "reel":
      return media?.kind === "film" ? await findFilm(tools, media.videoId, settings, "reel") : nothingToGoBy;
  }
}

/** A row that lost what was kept: never said to be absent, for then it would be sent again. */
const nothingToGoBy = noFinding("media-not-prepared", "");

const hourMs = 3_600_000;

/**
 * A story leaves the list after a day, so from then on its absence is no news, and a person decides. It is no older than
 * its photo's way here, however far back the search reaches. An hour is for clocks that differ.
 */
async function findPhotoStory(
  tools: Tools,
  { photos: [photoId], startedAt }: StagedPhotos,
  settings: FacebookPageSettings,
  since: Date,
): Promise<Finding> {
  if (photoId === undefined) return nothingToGoBy;
  const story = await findStory(tools, photoId, settings, since);
  const fromMs = Math.max(since.getTime(), startedAt.getTime());
  const isPast = tools.clock.now().getTime() - fromMs > 23 * hourMs;
  return story.kind === "absent" && isPast ? storyPast : story;
}

const storyPast = { kind: "failed", reason: "story-past" satisfies FacebookReason, detail: "24 h" } as const;

/**
 * A film's story is listed once it is worked on; until then, and where the list has dropped it after its day, the film
 * itself says how far it is. The list goes first: it has the id and address that stories go by.
 */
async function findFilmStory(
  tools: Tools,
  videoId: string,
  settings: FacebookPageSettings,
  since: Date,
): Promise<Finding> {
  const story = await findStory(tools, videoId, settings, since);
  return story.kind === "absent" ? await findFilm(tools, videoId, settings, "video-story") : story;
}
