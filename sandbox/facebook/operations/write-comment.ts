import type { Answer, KnownCall, Surroundings } from "../call.ts";
import type { CommentPicture } from "../community/comment.ts";
import { queryFields, viewComment } from "../community/comment-view.ts";
import { GraphError, invalidParameter, notImitated } from "../graph-error.ts";
import { isUnused, photoAddress } from "../media/photo.ts";
import { lookAtFile } from "../remote-file.ts";
import type { Page } from "../world.ts";

const PICTURE_BYTES_MAX = 10_000_000;

/** A comment of the Page, under a post or in answer to a comment (section 11): one of text and picture at least. */
export async function writeComment(
  call: KnownCall,
  page: Page,
  under: { postId: string; parentId?: string },
  around: Surroundings,
): Promise<Answer> {
  const { message, picture } = await readContent(call, around);
  if (!message && !picture) throw invalidParameter("Missing message or attachment");
  const fields = queryFields(call);
  const { community } = around.world;
  const comment = community.addComment({
    ...under,
    pageId: page.id,
    authorId: page.id,
    appId: call.app.id,
    message,
    picture,
  });
  if (picture?.photoId) around.world.library.attach([picture.photoId], comment.id, false);
  const viewing = { call: { ...call, lagMs: 0 }, world: around.world, origin: around.origins.graph };
  const body = fields ? viewComment(comment, fields, viewing) : { id: comment.id };
  return { body, did: { kind: "commented", id: comment.id } };
}

/** Text and picture of a comment, from what a caller sent. */
export async function readContent(
  call: KnownCall,
  around: Surroundings,
): Promise<{ message?: string; picture?: CommentPicture }> {
  const { params } = call;
  const message = params.message || undefined;
  if (call.files && call.files.length > 0)
    throw notImitated("a file in a comment: upload an unpublished photo");
  if (params.comment_privacy_value) throw notImitated("parameter comment_privacy_value of a comment");
  if (params.attachment_id) return { message, picture: uploadedPicture(params.attachment_id, around) };
  const address = params.attachment_url || params.attachment_share_url;
  if (!address) return { message };
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw invalidParameter("The url you supplied is invalid");
  const file = around.scraper.fetches
    ? await lookAtFile(address, PICTURE_BYTES_MAX)
    : { type: "image/", size: 1 };
  if (!file?.type.startsWith("image/") || file.size > PICTURE_BYTES_MAX) throw imageMissing();
  return {
    message,
    picture: { src: address, type: params.attachment_url ? "photo" : "animated_image_share" },
  };
}

/** An unpublished photo (section 11); a comment uses it up, so it is not discarded after a day. */
function uploadedPicture(id: string, { world, origin }: Surroundings): CommentPicture {
  const photo = world.library.photos.get(id);
  if (!photo || !isUnused(photo)) throw invalidParameter("Param attachment_id must be an unpublished photo");
  return { src: photoAddress(origin, photo.id), type: "photo", photoId: photo.id };
}

/** 324: the picture is missing or is none (section 16). */
function imageMissing(): GraphError {
  return new GraphError({
    message: "(#324) Missing or invalid image file",
    type: "OAuthException",
    code: 324,
  });
}
