import { type Answer, type KnownCall, read, type Surroundings } from "../call.ts";
import { parseFields } from "../fields.ts";
import { GraphError, invalidParameter, notImitated } from "../graph-error.ts";
import type { Post } from "../post.ts";
import { DEFAULT_POST_FIELDS, viewingOf, viewPost } from "../post-view.ts";
import { readBoolean } from "../read-boolean.ts";
import { mustBeAbleToPost, mustBeAbleToRead } from "../recognise.ts";
import { readSchedule } from "../schedule.ts";
import type { Page, PostEdit } from "../world.ts";

/** Edit parameters Meta lists (section 9) and we do not imitate. */
const NOT_IMITATED = [
  "is_pinned",
  "backdated_time",
  "attached_media",
  "place",
  "tags",
  "privacy",
  "feed_story_visibility",
  "timeline_visibility",
  "sponsor_id",
];

/** `GET /{post-id}` (section 10). */
export function readPost(call: KnownCall, post: Post, page: Page, around: Surroundings): Answer {
  mustBeAbleToRead(call, page, around.world);
  const fields = call.params.fields === undefined ? DEFAULT_POST_FIELDS : parseFields(call.params.fields);
  return read(viewPost(post, fields, viewingOf(call, around)));
}

/** `POST /{post-id}` (section 9): text, hiding, publishing; only by the app that made the post; never the link. */
export function editPost(call: KnownCall, post: Post, page: Page, around: Surroundings): Answer {
  mustBeAbleToPost(call, page, around.world);
  const { params } = call;
  for (const name of NOT_IMITATED) if (params[name]) throw notImitated(`parameter ${name} of an edit`);
  if (params.link !== undefined) throw invalidParameter("The link of a post cannot be changed");
  if (post.appId !== call.app.id) {
    throw new GraphError(
      {
        message: "(#200) This post wasn't created by the application",
        type: "OAuthException",
        code: 200,
      },
      403,
    );
  }
  const edit = readEdit(params, post, around);
  if (Object.keys(edit).length === 0) throw invalidParameter("The parameter message is required");
  around.world.editPost(post, edit);
  return { body: { success: true }, did: { kind: "edited", postId: post.id } };
}

function readEdit(params: Record<string, string>, post: Post, around: Surroundings): PostEdit {
  const edit: PostEdit = {};
  if (params.message !== undefined) {
    if (params.message === "" && post.link === undefined && !post.photos && !post.videoId)
      throw invalidParameter("Missing message or attachment");
    edit.message = params.message || undefined;
  }
  if (params.is_hidden !== undefined) edit.hidden = readBoolean(params.is_hidden, "is_hidden", post.hidden);
  if (params.is_published !== undefined) {
    const published = readBoolean(params.is_published, "is_published", post.published);
    if (!published && post.published) throw invalidParameter("A published post cannot be unpublished");
    if (published && post.videoId) throw notImitated("publishing a film by its post");
    edit.published = published;
  }
  if (params.scheduled_publish_time) {
    if (post.scheduledAt === undefined) throw invalidParameter("Only a scheduled post can be put off");
    edit.scheduledAt = readSchedule(params.scheduled_publish_time, around.now(), around.media.scheduleWindow);
  }
  return edit;
}

/** `DELETE /{post-id}` (section 9). The second one finds no object: 100/33. */
export function removePost(call: KnownCall, post: Post, page: Page, around: Surroundings): Answer {
  mustBeAbleToPost(call, page, around.world);
  around.world.deletePost(post);
  return { body: { success: true }, did: { kind: "deleted", postId: post.id } };
}
