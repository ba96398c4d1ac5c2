import type { Answer, KnownCall, Surroundings } from "../call.ts";
import { fieldNames, parseFields } from "../fields.ts";
import { GraphError, invalidParameter, notImitated } from "../graph-error.ts";
import { listMedia } from "../list-media.ts";
import { fetchFile } from "../media/fetch-file.ts";
import { PHOTO_BYTES_MAX } from "../media/photo.ts";
import { viewPhoto } from "../media/photo-view.ts";
import { readPicture } from "../media/picture-facts.ts";
import { readBoolean } from "../read-boolean.ts";
import { mustBeAbleToPost, mustBeAbleToRead } from "../recognise.ts";
import { readWaiting } from "../waiting.ts";
import type { Page } from "../world.ts";

/** Parameters of /photos that change what is published (section 6) and are not imitated. */
const NOT_IMITATED = [
  "targeting",
  "feed_targeting",
  "place",
  "backdated_time",
  "tags",
  "provenance_info",
  "vault_image_id",
  "target_id",
];

/**
 * `POST /{page-id}/photos` (section 6): a picture from a file part or a `url`. Published at once with a post of its own,
 * kept for a post or story to come, or scheduled.
 */
export async function publishPhoto(call: KnownCall, page: Page, around: Surroundings): Promise<Answer> {
  const { world } = around;
  mustBeAbleToPost(call, page, world);
  const { params } = call;
  for (const name of NOT_IMITATED) if (params[name]) throw notImitated(`parameter ${name} of /photos`);
  const { draft, ...waits } = readWaiting(params, around);
  if (draft) throw notImitated("a draft by /photos");
  const temporary = readBoolean(params.temporary, "temporary", false);
  if (temporary && waits.published) throw invalidParameter("temporary needs published=false");
  if (temporary && waits.scheduledAt !== undefined)
    throw invalidParameter("A temporary photo is scheduled by the post that shows it");
  const silent = readBoolean(params.no_story, "no_story", false);
  const caption = params.caption || params.message || params.name || undefined;
  const { bytes, facts } = await pictureOf(call);
  const photo = world.library.addPhoto({
    ...facts,
    bytes,
    pageId: page.id,
    appId: call.app.id,
    caption,
    altText: params.alt_text_custom || undefined,
    published: waits.published,
    temporary,
  });
  if ((waits.published && silent) || (!waits.published && waits.scheduledAt === undefined))
    return { body: { id: photo.id }, did: { kind: "uploaded", id: photo.id } };
  const appId = call.app.id;
  const post = world.createPost({ page, appId, message: caption, photos: [photo.id], ...waits });
  const body = waits.published ? { id: photo.id, post_id: post.id } : { id: photo.id };
  return { body, did: { kind: "created", postId: post.id } };
}

async function pictureOf(call: KnownCall) {
  const { url } = call.params;
  const file = call.files?.[0]?.bytes;
  if (file === undefined && !url) throw badPicture("(#324) Requires upload file");
  const bytes = file ?? (await fetchFile(url ?? "", PHOTO_BYTES_MAX));
  const facts = bytes && bytes.length <= PHOTO_BYTES_MAX ? readPicture(bytes) : undefined;
  if (!bytes || !facts) throw badPicture("(#324) Missing or invalid image file");
  return { bytes, facts };
}

/** 324: no picture, one that cannot be read or fetched, or one that is too large (section 6). */
function badPicture(message: string): GraphError {
  return new GraphError({ message, type: "OAuthException", code: 324, is_transient: false });
}

/** `GET /{page-id}/photos?type=profile|tagged|uploaded` (section 6). Nobody has a profile picture or tags here. */
export function listPhotos(call: KnownCall, page: Page, around: Surroundings): Answer {
  mustBeAbleToRead(call, page, around.world);
  const type = call.params.type || "profile";
  if (!["profile", "tagged", "uploaded"].includes(type))
    throw invalidParameter("Param type must be one of {PROFILE, TAGGED, UPLOADED}");
  const fields =
    call.params.fields === undefined
      ? fieldNames(["created_time", "name", "id"])
      : parseFields(call.params.fields);
  const photos =
    type === "uploaded"
      ? around.world.library
          .newestFirst("photos", page.id)
          .filter((one) => one.published && one.storyId === undefined)
      : [];
  return listMedia(call, around, photos, (photo) => viewPhoto(photo, fields, call, around));
}
