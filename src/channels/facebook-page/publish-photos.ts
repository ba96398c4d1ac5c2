import type { Outcome, Post } from "../channel.ts";
import { callGraph, type Tools } from "./graph.ts";
import { outcomeOfPhoto, outcomeOfPost } from "./published.ts";
import type { FacebookPageSettings } from "./settings.ts";
import type { StagedPhotos } from "./staged.ts";

/** Puts a picture with its text on the Page, in one call (`POST /{page}/photos`, graph-api.md section 6). */
export async function publishPhoto(
  tools: Tools,
  post: Post,
  settings: FacebookPageSettings,
): Promise<Outcome> {
  const [picture] = post.pictures;
  if (!picture) throw new Error("a photo post needs a picture");
  const result = await callGraph(tools, settings, {
    method: "POST",
    path: [settings.pageId, "photos"],
    parameters: { caption: post.text, alt_text_custom: picture.alternativeText },
    file: { name: "source", bytes: picture.bytes, type: picture.type },
  });
  return outcomeOfPhoto(result, tools.clock.now());
}

/** Puts photos that are at Facebook already on the Page, in their order, as one post (section 6). */
export async function publishAlbum(
  tools: Tools,
  post: Post,
  settings: FacebookPageSettings,
  { photos }: StagedPhotos,
): Promise<Outcome> {
  const result = await callGraph(tools, settings, {
    method: "POST",
    path: [settings.pageId, "feed"],
    parameters: {
      message: post.text,
      attached_media: JSON.stringify(photos.map((id) => ({ media_fbid: id }))),
      fields: "id,permalink_url,created_time",
    },
  });
  return outcomeOfPost(result, tools.clock.now(), { isStaged: true });
}
