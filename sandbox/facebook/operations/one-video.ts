import { type Answer, type KnownCall, read, type Surroundings } from "../call.ts";
import { fieldNames, parseFields } from "../fields.ts";
import { invalidParameter, notImitated } from "../graph-error.ts";
import type { Video } from "../media/video.ts";
import { viewVideo } from "../media/video-view.ts";
import { mustBeAbleToPost, mustBeAbleToRead } from "../recognise.ts";
import type { Page } from "../world.ts";

/** `GET /{video-id}?fields=status,permalink_url,post_id` (sections 7.2 and 7.4). */
export function readVideo(call: KnownCall, video: Video, page: Page, around: Surroundings): Answer {
  mustBeAbleToRead(call, page, around.world);
  const { fields } = call.params;
  const wanted =
    fields === undefined ? fieldNames(["description", "updated_time", "id"]) : parseFields(fields);
  return read(viewVideo(video, wanted, call, around));
}

/** `POST /{video-id}`: the specification lists 27 parameters; title and text are imitated. */
export function editVideo(call: KnownCall, video: Video, page: Page, around: Surroundings): Answer {
  const { world } = around;
  mustBeAbleToPost(call, page, world);
  const { description, name } = call.params;
  for (const other of ["published", "scheduled_publish_time", "expire_now", "privacy", "tags", "target"])
    if (call.params[other]) throw notImitated(`parameter ${other} of an edit`);
  if (description === undefined && name === undefined)
    throw invalidParameter("The parameter description is required");
  Object.assign(video, {
    description: description ?? video.description,
    title: name ?? video.title,
    updatedAt: around.now(),
  });
  const post = world.posts.get(video.postId ?? "");
  if (post && description !== undefined) world.editPost(post, { message: description || undefined });
  return { body: { success: true }, did: { kind: "edited", postId: video.postId ?? video.id } };
}

/** `DELETE /{video-id}`: the film goes, and the post that shows it. Deleting a story by its film is not documented. */
export function removeVideo(call: KnownCall, video: Video, page: Page, around: Surroundings): Answer {
  const { world } = around;
  mustBeAbleToPost(call, page, world);
  if (video.storyId !== undefined) throw notImitated("deleting a story");
  const post = world.posts.get(video.postId ?? "");
  if (post) world.deletePost(post);
  world.library.videos.delete(video.id);
  return { body: { success: true }, did: { kind: "deleted", postId: video.postId ?? video.id } };
}
