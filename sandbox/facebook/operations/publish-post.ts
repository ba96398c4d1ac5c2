import type { Answer, KnownCall, Surroundings } from "../call.ts";
import { type Field, parseFields } from "../fields.ts";
import { duplicatePost, invalidParameter, linkNotScraped, notImitated } from "../graph-error.ts";
import type { LinkPreview } from "../post.ts";
import { checkPostFields, type PostViewing, viewPost } from "../post-view.ts";
import { mustBeAbleToPost } from "../recognise.ts";
import type { Page } from "../world.ts";

/** Parameters of /feed that change what is published (section 5) and are not imitated: refused, never ignored. */
const NOT_IMITATED = [
  "scheduled_publish_time",
  "unpublished_content_type",
  "attached_media",
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
  if (message === undefined && link === undefined) throw invalidParameter("Missing message or attachment");
  if (message !== undefined && message.length > around.messageLengthMax) {
    throw invalidParameter(`Param message must be at most ${around.messageLengthMax} characters`);
  }
  const published = readBoolean(params.published, "published", true);
  const viewing = { world: around.world, origin: around.origin, dateFormat: params.date_format, call };
  const fields = checkedFields(params.fields, viewing);
  const preview = link === undefined ? undefined : await previewOf(link, around);
  // After the wait for the preview: nothing may come between this look and the post itself.
  if (published && repeatsNewest(page, message, link, around)) throw duplicatePost();
  const post = around.world.createPost({ page, appId: call.app.id, message, link, preview, published });
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
    newest.message === message &&
    newest.link === link &&
    around.now() - newest.createdAt < around.duplicateSpanMs
  );
}

/** "true", "1", "false", "0" and their like. */
export function readBoolean(text: string | undefined, name: string, otherwise: boolean): boolean {
  if (text === undefined || text === "") return otherwise;
  if (/^(true|1)$/i.test(text)) return true;
  if (/^(false|0)$/i.test(text)) return false;
  throw invalidParameter(`Param ${name} must be a boolean`);
}
