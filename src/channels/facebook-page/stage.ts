import type { Account, Post, Staged, Staging } from "../channel.ts";
import { bringFilm } from "./bring-film.ts";
import { bringPhotos } from "./bring-photos.ts";
import type { Tools } from "./graph.ts";
import type { FacebookPageSettings } from "./settings.ts";
import { readStaged } from "./staged.ts";

/** Brings the pictures or the film of a post to Facebook, where nobody sees them before the last step. */
export async function stage(
  tools: Tools,
  post: Post,
  account: Account<FacebookPageSettings>,
  known: Staged | undefined,
  keep: (staged: Staged) => Promise<void>,
): Promise<Staging> {
  const before = readStaged(known);
  const { settings } = account;
  switch (post.format) {
    case "album":
    case "photo-story":
      return await bringPhotos(tools, post, settings, before?.kind === "photos" ? before : undefined, keep);
    case "video-story":
    case "reel":
      return await bringFilm(tools, post, settings, before?.kind === "film" ? before : undefined, keep);
    case "link-post":
    case "photo-post":
      throw new Error(`a ${post.format} has nothing to stage`);
  }
}
