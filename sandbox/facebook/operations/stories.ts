import { type Answer, type KnownCall, read, type Surroundings } from "../call.ts";
import { type Field, fieldNames, parseFields, project } from "../fields.ts";
import { invalidParameter } from "../graph-error.ts";
import { listMedia } from "../list-media.ts";
import { isLive, type Story, storyAddress } from "../media/story.ts";
import { mustBeAbleToPost, mustBeAbleToRead } from "../recognise.ts";
import type { Page } from "../world.ts";

const STORY_FIELDS = fieldNames(["post_id", "status", "creation_time", "media_type", "media_id", "url"]);

/**
 * `POST /{page-id}/photo_stories` (section 7.1) with an uploaded photo that was never published. Whether the same photo
 * can be asked for twice is nowhere written: `repeatedFinish` decides.
 */
export function publishPhotoStory(call: KnownCall, page: Page, around: Surroundings): Answer {
  const { library } = around.world;
  mustBeAbleToPost(call, page, around.world);
  const { photo_id: id } = call.params;
  if (!id) throw invalidParameter("The parameter photo_id is required");
  const photo = library.photos.get(id);
  if (photo?.pageId !== page.id)
    throw invalidParameter(`Param photo_id must be the id of a photo of this Page: ${id}`);
  if (photo.storyId !== undefined && around.media.repeatedFinish === "same")
    return read({ success: true, post_id: photo.storyId });
  if (photo.published || photo.postId !== undefined)
    throw invalidParameter("The photo has already been published");
  const story = library.addStory({
    pageId: page.id,
    appId: call.app.id,
    mediaType: "photo",
    mediaId: photo.id,
    liveAt: around.now(),
  });
  Object.assign(photo, { published: true, storyId: story.id });
  return { body: { success: true, post_id: story.id }, did: { kind: "created", postId: story.id } };
}

/** `GET /{page-id}/stories?status&since&until` (section 7.3). The archive is empty unless the Page keeps one. */
export function listStories(call: KnownCall, page: Page, around: Surroundings): Answer {
  mustBeAbleToRead(call, page, around.world);
  const fields = call.params.fields === undefined ? STORY_FIELDS : parseFields(call.params.fields);
  const wanted = readStatuses(call.params.status);
  const now = around.now();
  const stories = around.world.library
    .newestFirst("stories", page.id)
    .filter((story) => story.liveAt !== undefined)
    .filter((story) => wanted.has(isLive(story, now) ? "PUBLISHED" : "ARCHIVED"))
    .filter((story) => isLive(story, now) || around.media.storyArchive)
    .map((story) => ({ id: story.id, createdAt: story.liveAt ?? 0, story }));
  return listMedia(call, around, stories, ({ story }) => viewStory(story, fields, around));
}

/** `GET /{story}` by the id that publishing gave; gone with the story. */
export function readStory(call: KnownCall, story: Story, page: Page, around: Surroundings): Answer {
  mustBeAbleToRead(call, page, around.world);
  const { fields } = call.params;
  return read(viewStory(story, fields === undefined ? STORY_FIELDS : parseFields(fields), around));
}

/** Without `status` both kinds; a list may come as one word, as words with commas or as JSON. */
function readStatuses(text: string | undefined): Set<string> {
  const all = ["PUBLISHED", "ARCHIVED"];
  const asked = (text ?? "").toUpperCase().match(/[A-Z_]+/g) ?? all;
  if (!asked.every((status) => all.includes(status)))
    throw invalidParameter("Param status must be one of {PUBLISHED, ARCHIVED}");
  return new Set(asked);
}

function viewStory(story: Story, fields: Field[], around: Surroundings): Record<string, unknown> {
  return project(
    fields,
    {
      post_id: () => story.id,
      status: () => (isLive(story, around.now()) ? "PUBLISHED" : "ARCHIVED"),
      // A string of unix seconds, unlike every other time of Graph (section 7.3).
      creation_time: () => String(Math.floor((story.liveAt ?? 0) / 1000)),
      media_type: () => story.mediaType,
      media_id: () => story.mediaId,
      url: () => storyAddress(around.origins.www, story),
    },
    "Stories",
  );
}
