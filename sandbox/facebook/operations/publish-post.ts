import type { Answer, KnownCall, Surroundings } from "../call.ts";
import { type Field, parseFields } from "../fields.ts";
import { duplicatePost, invalidParameter, linkNotScraped, notImitated } from "../graph-error.ts";
import { attachedPhotos } from "../media/attached-photos.ts";
import type { LinkPreview } from "../post.ts";
import { checkPostFields, type PostViewing, viewingOf, viewPost } from "../post-view.ts";
import { mustBeAbleToPost } from "../recognise.ts";
import { readWaiting } from "../waiting.ts";
import type { Page } from "../world.ts";

/** Parameters of /feed that change what is published (section 5) and are not imitated: refused, never ignored. */
const NOT_IMITATED = [
  "object_attachment",
  "targeting",
  "feed_targeting",
  "backdated_time",
  "place",
  "tags",
  "call_to_action",
  "child_attachments",
  "name",
  "description",
  "picture",
  "thumbnail",
  "caption",
  "actions",
];

/** `POST /{page-id}/feed` (section 5): a text or link post. */
export async function publishPost(call: KnownCall, page: Page, around: Surroundings): Promise<Answer> {
  mustBeAbleToPost(call, page, around.world);
  const { params } = call;
  for (const name of NOT_IMITATED) if (params[name]) throw notImitated(`parameter ${name} of /feed`);
  const message = params.message || undefined;
  const link = params.link || undefined;
  const photos = attachedPhotos(call, page, around);
  if (message === undefined && link === undefined && photos === undefined)
    throw invalidParameter("Missing message or attachment");
  if (link !== undefined && photos !== undefined) throw notImitated("link and attached_media together");
  if (message !== undefined && message.length > around.messageLengthMax) {
    throw invalidParameter(`Param message must be at most ${around.messageLengthMax} characters`);
  }
  const waits = readWaiting(params, around);
  const viewing = viewingOf(call, around);
  const fields = checkedFields(params.fields, viewing);
  const preview = link === undefined ? undefined : await previewOf(link, around);
  // After the wait for the preview: nothing may come between this look and the post itself.
  if (waits.published && !photos && repeatsNewest(page, message, link, around)) throw duplicatePost();
  const appId = call.app.id;
  const post = around.world.createPost({ page, appId, message, link, preview, photos, ...waits });
  const body = fields ? viewPost(post, fields, viewing) : { id: post.id };
  return { body, did: { kind: "created", postId: post.id } };
}

async function previewOf(link: string, around: Surroundings): Promise<LinkPreview> {
  if (!URL.canParse(link) || !/^https?:$/.test(new URL(link).protocol)) {
    throw invalidParameter("The url you supplied is invalid");
  }
  const preview = await around.scraper.preview(link);
  if (!preview) throw linkNotScraped();
  return preview;
}

function checkedFields(text: string | undefined, viewing: PostViewing): Field[] | undefined {
  if (text === undefined) return undefined;
  const fields = parseFields(text);
  checkPostFields(fields, viewing);
  return fields;
}

/** Only an identical post right after the first is caught (section 21); how long after is nowhere written. */
function repeatsNewest(
  page: Page,
  message: string | undefined,
  link: string | undefined,
  around: Surroundings,
): boolean {
  const newest = page.posts.newest((post) => post.published && post.authorId === undefined);
  return (
    newest !== undefined &&
    newest.photos === undefined &&
    newest.videoId === undefined &&
    newest.message === message &&
    newest.link === link &&
    around.now() - newest.createdAt < around.duplicateSpanMs
  );
}
