import type { FastifyRequest } from "fastify";
import { isLive, storyAddress } from "../facebook/media/story.ts";
import { localId } from "../facebook/post.ts";
import { postDocument, storyDocument } from "./document.ts";
import { address, type View } from "./view.ts";

interface Visit {
  document?: ReturnType<typeof postDocument>;
  redirect?: string;
}

/** Where the addresses of Reels, photos and stories lead a visitor; undefined for every other address, and dead ones. */
export function mediaVisit(request: FastifyRequest, view: View): Visit | undefined {
  const { world } = view.sandbox;
  const [first, second, third] = (request.url.split("?", 1)[0] ?? "").split("/").slice(1);
  if (first === "reel") {
    const post = world.posts.get(world.library.videos.get(second ?? "")?.postId ?? "");
    return post?.published ? { document: postDocument(onPage(view, post.pageId), post) } : undefined;
  }
  if (first === "photo.php") {
    const { fbid = "" } = request.query as { fbid?: string };
    const post = world.posts.get(world.library.photos.get(fbid)?.postId ?? "");
    return post?.published
      ? { redirect: address(`/${post.pageId}/posts/${localId(post)}`, view) }
      : undefined;
  }
  if (first !== "stories" || second === undefined) return undefined;
  const path = `/stories/${second}/${third}/`;
  const story = world.library
    .newestFirst("stories", second)
    .find((one) => isLive(one, world.now()) && storyAddress("", one) === path);
  return story && { document: storyDocument(onPage(view, second), story) };
}

function onPage(view: View, pageId: string): View {
  return { ...view, page: view.sandbox.world.pages.get(pageId) ?? view.page };
}
