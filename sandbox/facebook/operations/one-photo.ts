import { type Answer, type KnownCall, read, type Surroundings } from "../call.ts";
import { fieldNames, parseFields } from "../fields.ts";
import type { Photo } from "../media/photo.ts";
import { viewPhoto } from "../media/photo-view.ts";
import { mustBeAbleToPost, mustBeAbleToRead } from "../recognise.ts";
import type { Page } from "../world.ts";

/** `GET /{photo-id}` (section 6). */
export function readPhoto(call: KnownCall, photo: Photo, page: Page, around: Surroundings): Answer {
  mustBeAbleToRead(call, page, around.world);
  const { fields } = call.params;
  const wanted = fields === undefined ? fieldNames(["created_time", "name", "id"]) : parseFields(fields);
  return read(viewPhoto(photo, wanted, call, around));
}

/** `DELETE /{photo-id}`: the photo goes, and the post with it that showed nothing else. */
export function removePhoto(call: KnownCall, photo: Photo, page: Page, around: Surroundings): Answer {
  const { world } = around;
  mustBeAbleToPost(call, page, world);
  const post = photo.postId === undefined ? undefined : world.posts.get(photo.postId);
  world.library.photos.delete(photo.id);
  if (post) {
    post.photos = post.photos?.filter((id) => id !== photo.id);
    if (post.photos?.length === 0) world.deletePost(post);
    else world.library.changed();
  }
  return { body: { success: true }, did: { kind: "deleted", postId: photo.id } };
}
