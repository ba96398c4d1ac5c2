import type { CommunityEvent } from "../community/community.ts";
import { fullName, type Person, personById, psidOf } from "../community/people.ts";
import { photoAddress } from "../media/photo.ts";
import { videoAddress } from "../media/video.ts";
import { graphTime, localId, type Post } from "../post.ts";
import type { PostEdit, World } from "../world.ts";

/** A change before it is known which app may see its author. */
export interface FeedChange {
  pageId: string;
  field: "feed" | "mention";
  /** The person it is about; absent when the Page itself acted. */
  person?: Person;
  /** The value, its `from` first where the reader may see it (section 15.4). */
  value: (mayKnow: boolean) => object;
}

type From = { id: string; name?: string } | undefined;

/** What the feed of a Page says about a post that came, changed or went; undefined where it says nothing. */
export function postChange(
  post: Post,
  did: "created" | "edited" | "deleted",
  world: World,
  origin: string,
  before: PostEdit = {},
): FeedChange | undefined {
  const verb = did === "edited" ? verbOfEdit(post, before) : did === "created" ? "add" : "remove";
  if (verb === undefined) return undefined;
  const person = post.authorId === undefined ? undefined : personById(post.authorId);
  const created = Math.floor(post.createdAt / 1000);
  const value =
    verb === "remove"
      ? { recipient_id: post.pageId, item: "post", verb, post_id: post.id, created_time: created }
      : {
          ...(post.message === undefined ? {} : { message: post.message }),
          ...(post.link === undefined ? {} : { link: post.link }),
          ...mediaOf(post, origin),
          post_id: post.id,
          created_time: created,
          item: itemOf(post),
          ...(person ? { is_hidden: post.hidden } : { published: post.published ? 1 : 0 }),
          ...(verb === "edited" ? { edited_time: Math.floor(post.updatedAt / 1000) } : {}),
          verb,
        };
  return { pageId: post.pageId, field: "feed", person, value: withFrom(post.pageId, person, world, value) };
}

/** What the feed says about a comment or reaction. */
export function communityChange(event: CommunityEvent, world: World, origin: string): FeedChange {
  if (event.kind === "reaction") return reactionChange(event, world);
  const { comment } = event;
  const person = personById(comment.authorId);
  const post = world.posts.get(comment.postId);
  const at = event.kind === "comment" && event.verb === "edited" ? comment.editedAt : comment.createdAt;
  const verb = event.kind === "mention" ? "add" : event.verb;
  const content = {
    ...(comment.picture === undefined ? {} : { photo: comment.picture.src }),
    ...(comment.message === undefined ? {} : { message: comment.message }),
  };
  const value = {
    ...(post && event.kind === "comment" ? { post: aboutPost(post, origin) } : {}),
    ...(verb === "remove" ? {} : content),
    post_id: comment.postId,
    comment_id: comment.id,
    created_time: Math.floor((at ?? comment.createdAt) / 1000),
    item: "comment",
    ...(event.kind === "comment" ? { parent_id: comment.parentId ?? comment.postId } : {}),
    verb,
  };
  const pageId = event.kind === "mention" ? event.pageId : comment.pageId;
  const field = event.kind === "mention" ? "mention" : "feed";
  return { pageId, field, person, value: withFrom(pageId, person, world, value, comment.authorId) };
}

function reactionChange(event: Extract<CommunityEvent, { kind: "reaction" }>, world: World): FeedChange {
  const { comment, reaction, pageId, postId, verb } = event;
  const person = personById(reaction.actorId);
  const value = {
    post_id: postId,
    ...(comment ? { comment_id: comment.id } : {}),
    created_time: Math.floor(reaction.at / 1000),
    item: "reaction",
    parent_id: comment?.parentId ?? postId,
    verb,
    reaction_type: reaction.type.toLowerCase(),
  };
  return { pageId, field: "feed", person, value: withFrom(pageId, person, world, value, reaction.actorId) };
}

/** `from` is missing where the app may not know the person (section 15.4); the Page itself always shows. */
function withFrom(pageId: string, person: Person | undefined, world: World, value: object, actorId = pageId) {
  const page = world.pages.get(actorId);
  const from: From = person
    ? { id: psidOf(pageId, person), name: fullName(person) }
    : { id: actorId, name: page?.name };
  return (mayKnow: boolean): object => (mayKnow ? { from, ...value } : value);
}

function verbOfEdit(post: Post, before: PostEdit): string | undefined {
  if (before.hidden !== undefined && before.hidden !== post.hidden) return post.hidden ? "hide" : "unhide";
  // A post that goes live is announced a second time, now with published 1.
  if (before.published === false && post.published) return "add";
  return "message" in before && before.message !== post.message ? "edited" : undefined;
}

function itemOf(post: Post): string {
  if (post.authorId !== undefined) return "post";
  if (post.videoId !== undefined) return "video";
  // One photo is a photo; several are a status with `photos`.
  if (post.photos?.length === 1) return "photo";
  return post.link === undefined ? "status" : "share";
}

/** Ids and addresses of what a post shows. */
function mediaOf({ photos = [], videoId }: Post, origin: string): object {
  const [photo] = photos;
  if (videoId !== undefined) return { video_id: videoId, link: videoAddress(origin, videoId) };
  if (photo === undefined) return {};
  if (photos.length === 1) return { photo_id: photo, link: photoAddress(origin, photo) };
  return { photos: photos.map((id) => photoAddress(origin, id)) };
}

function aboutPost(post: Post, origin: string): object {
  return {
    status_type: post.link === undefined ? "mobile_status_update" : "shared_story",
    is_published: post.published,
    updated_time: graphTime(post.updatedAt),
    permalink_url: `${origin}/${post.pageId}/posts/${localId(post)}`,
    promotion_status: "inactive",
    id: post.id,
  };
}
