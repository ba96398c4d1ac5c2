import type { Answer, KnownCall, Surroundings } from "../call.ts";
import { read } from "../call.ts";
import type { Comment } from "../community/comment.ts";
import { queryFields } from "../community/comment-view.ts";
import { viewLikes, viewReactions } from "../community/reaction-view.ts";
import type { Post } from "../post.ts";
import { mustBeAbleTo, mustBeAbleToSee, RIGHTS } from "../rights.ts";
import type { Page } from "../world.ts";

type About = Comment | { pageId: string; postId: string };

function aboutOf(object: Post | Comment): About {
  return "postId" in object ? object : { pageId: object.pageId, postId: object.id };
}

/** `GET /{post-or-comment-id}/reactions` (section 10). */
export function listReactions(
  call: KnownCall,
  object: Post | Comment,
  page: Page,
  around: Surroundings,
): Answer {
  mustBeAbleToSee(call, page, around.world, RIGHTS.readComments);
  const viewing = { call, world: around.world, origin: around.origins.graph };
  return read(viewReactions(aboutOf(object), call.params, queryFields(call), viewing));
}

/** `GET /{post-or-comment-id}/likes`. */
export function listLikes(call: KnownCall, object: Post | Comment, page: Page, around: Surroundings): Answer {
  mustBeAbleToSee(call, page, around.world, RIGHTS.readComments);
  const viewing = { call, world: around.world, origin: around.origins.graph };
  return read(viewLikes(aboutOf(object), call.params, queryFields(call), viewing));
}

/** `POST /{post-or-comment-id}/likes` as the Page (section 11). */
export function like(call: KnownCall, about: About, page: Page, around: Surroundings): Answer {
  mustBeAbleTo(call, page, around.world, RIGHTS.comment);
  around.world.community.react(about, page.id, "LIKE");
  return { body: { success: true }, did: { kind: "commented", id: idOf(about) } };
}

/** `DELETE /{post-or-comment-id}/likes`; taking back what is not there succeeds too. */
export function unlike(call: KnownCall, about: About, page: Page, around: Surroundings): Answer {
  mustBeAbleTo(call, page, around.world, RIGHTS.comment);
  around.world.community.unreact(about, page.id);
  return { body: { success: true }, did: { kind: "commented", id: idOf(about) } };
}

function idOf(about: About): string {
  return "id" in about ? about.id : about.postId;
}
