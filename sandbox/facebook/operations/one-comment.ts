import type { Answer, KnownCall, Surroundings } from "../call.ts";
import { read } from "../call.ts";
import { type Comment, isByPage } from "../community/comment.ts";
import { queryFields, viewComment, viewComments } from "../community/comment-view.ts";
import { GraphError, invalidParameter } from "../graph-error.ts";
import { readBoolean } from "../read-boolean.ts";
import { mustBeAbleTo, mustBeAbleToSee, RIGHTS } from "../rights.ts";
import type { Page } from "../world.ts";
import { readContent, writeComment } from "./write-comment.ts";

/** `GET /{comment-id}` (section 11). */
export function readComment(call: KnownCall, comment: Comment, page: Page, around: Surroundings): Answer {
  mustBeAbleToSee(call, page, around.world, RIGHTS.readComments);
  return read(viewComment(comment, queryFields(call), viewingOf(call, around)));
}

/** `GET /{comment-id}/comments`. */
export function listReplies(call: KnownCall, comment: Comment, page: Page, around: Surroundings): Answer {
  mustBeAbleToSee(call, page, around.world, RIGHTS.readComments);
  const under = { postId: comment.postId, commentId: comment.id };
  return read(viewComments(under, call.params, queryFields(call), viewingOf(call, around)));
}

/** `POST /{comment-id}/comments`: an answer of the Page. */
export function reply(call: KnownCall, comment: Comment, page: Page, around: Surroundings): Promise<Answer> {
  mustBeAbleTo(call, page, around.world, RIGHTS.comment);
  return writeComment(call, page, { postId: comment.postId, parentId: comment.id }, around);
}

/** `POST /{comment-id}`: hides or shows somebody else's comment, or edits the Page's own (section 11). */
export async function editComment(
  call: KnownCall,
  comment: Comment,
  page: Page,
  around: Surroundings,
): Promise<Answer> {
  const { params } = call;
  const { community } = around.world;
  if (params.is_hidden !== undefined) {
    mustBeAbleTo(call, page, around.world, RIGHTS.moderate);
    if (isByPage(comment)) throw invalidParameter("A comment of the Page itself cannot be hidden");
    community.hideComment(comment, readBoolean(params.is_hidden, "is_hidden", comment.hidden));
    return { body: { success: true }, did: { kind: "moderated", id: comment.id } };
  }
  mustBeAbleTo(call, page, around.world, RIGHTS.comment);
  const content = await readContent(call, around);
  if (content.message === undefined && content.picture === undefined)
    throw invalidParameter("Missing message or attachment");
  if (!isByPage(comment)) throw notOurs();
  community.editComment(comment, {
    message: content.message,
    ...(content.picture === undefined ? {} : { picture: content.picture }),
  });
  return { body: { success: true }, did: { kind: "commented", id: comment.id } };
}

/** `DELETE /{comment-id}`: the Page's own or anybody's under its posts; the second time there is no object (100/33). */
export function removeComment(call: KnownCall, comment: Comment, page: Page, around: Surroundings): Answer {
  mustBeAbleTo(call, page, around.world, RIGHTS.moderate);
  around.world.community.removeComment(comment);
  return { body: { success: true }, did: { kind: "moderated", id: comment.id } };
}

function viewingOf(call: KnownCall, around: Surroundings) {
  return { call, world: around.world, origin: around.origins.graph };
}

function notOurs(): GraphError {
  return new GraphError(
    {
      message: "(#200) The Page cannot edit a comment of somebody else",
      type: "OAuthException",
      code: 200,
    },
    403,
  );
}
