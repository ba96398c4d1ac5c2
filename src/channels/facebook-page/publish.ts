import type { Account, Outcome, Post, Staged } from "../channel.ts";
import type { Tools } from "./graph.ts";
import { publishFilm } from "./publish-film.ts";
import { publishLink } from "./publish-link.ts";
import { publishPhotoStory } from "./publish-photo-story.ts";
import { publishAlbum, publishPhoto } from "./publish-photos.ts";
import type { FacebookReason } from "./reasons.ts";
import type { FacebookPageSettings } from "./settings.ts";
import { readStaged } from "./staged.ts";

/**
 * Puts a post on the Page, with one call that makes it visible. Facebook has no key against doubles (graph-api.md
 * section 21), so nothing here repeats or guesses: what may have appeared is `unknown`.
 */
export async function publish(
  tools: Tools,
  post: Post,
  { settings }: Account<FacebookPageSettings>,
  staged?: Staged,
): Promise<Outcome> {
  const kept = readStaged(staged);
  // Half an album is no album, and a film without its end cannot be finished.
  const media = kept?.isComplete ? kept : undefined;
  switch (post.format) {
    case "link-post":
      return await publishLink(tools, post, settings);
    case "photo-post":
      return await publishPhoto(tools, post, settings);
    case "album":
      return media?.kind === "photos" ? await publishAlbum(tools, post, settings, media) : notPrepared;
    case "photo-story":
      return media?.kind === "photos" ? await publishPhotoStory(tools, settings, media) : notPrepared;
    case "video-story":
    case "reel":
      return media?.kind === "film" ? await publishFilm(tools, post, settings, media) : notPrepared;
  }
}

/** A row of another release, or one that lost what was kept: nothing was sent. */
const notPrepared = {
  kind: "refused",
  reason: "media-not-prepared" satisfies FacebookReason,
  detail: "",
} as const;
