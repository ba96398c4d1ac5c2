import type { Answer, KnownCall, Surroundings } from "../call.ts";
import { read } from "../call.ts";
import { queryFields, viewComments } from "../community/comment-view.ts";
import type { Post } from "../post.ts";
import { mustBeAbleTo, mustBeAbleToSee, RIGHTS } from "../rights.ts";
import type { Page } from "../world.ts";
import { writeComment } from "./write-comment.ts";

/** `GET /{post-id}/comments` (section 11). */
export function listComments(call: KnownCall, post: Post, page: Page, around: Surroundings): Answer {
  mustBeAbleToSee(call, page, around.world, RIGHTS.readComments);
  const viewing = { call, world: around.world, origin: around.origins.graph };
  return read(viewComments({ postId: post.id }, call.params, queryFields(call), viewing));
}

/** `POST /{post-id}/comments`: a comment of the Page. */
export function commentOnPost(
  call: KnownCall,
  post: Post,
  page: Page,
  around: Surroundings,
): Promise<Answer> {
  mustBeAbleTo(call, page, around.world, RIGHTS.comment);
  return writeComment(call, page, { postId: post.id }, around);
}
