import { type Field, fieldNames, project, type Shape } from "./fields.ts";
import { type Photo, photoAddress } from "./media/photo.ts";
import { videoAddress } from "./media/video.ts";
import type { Post } from "./post.ts";
import { pictureAddress, shimAddress } from "./shim.ts";
import type { World } from "./world.ts";

interface Viewing {
  world: World;
  origin: string;
  www: string;
}

const DEFAULT_ATTACHMENT = fieldNames([
  "description",
  "media",
  "target",
  "title",
  "type",
  "url",
  "subattachments",
]);

/** What a post shows besides its text: its link, photo, album or film (section 10). */
export function attachments(post: Post, field: Field, viewing: Viewing): unknown {
  const shape = shapeOf(post, viewing);
  if (!shape) return undefined;
  const one = project(field.inner ?? DEFAULT_ATTACHMENT, shape, "StoryAttachment");
  return { data: field.limit === 0 ? [] : [one] };
}

/** The picture that stands for a post: of its link, or its first photo. */
export function pictureOf(post: Post, { origin, world }: Viewing): string | undefined {
  const first = post.photos?.find((id) => world.library.photos.has(id));
  if (first !== undefined) return photoAddress(origin, first);
  return post.preview?.imageUrl === undefined ? undefined : pictureAddress(origin, post.id);
}

function shapeOf(post: Post, viewing: Viewing): Shape | undefined {
  const photos = (post.photos ?? []).flatMap((id) => viewing.world.library.photos.get(id) ?? []);
  const [only, ...others] = photos;
  if (only) return others.length === 0 ? photoShape(only, viewing) : albumShape(post, photos, viewing);
  if (post.videoId !== undefined) return videoShape(post, viewing);
  return linkShape(post, viewing);
}

function linkShape(post: Post, viewing: Viewing): Shape | undefined {
  const { link, preview } = post;
  if (!link || !preview) return undefined;
  const shim = shimAddress(viewing.origin, preview.canonicalUrl);
  const src = pictureOf(post, viewing);
  return {
    media_type: () => "link",
    type: () => "share",
    title: () => preview.title,
    description: () => preview.description,
    url: () => shim,
    unshimmed_url: () => link,
    target: (field) => target(field, shim),
    media: () =>
      src === undefined
        ? undefined
        : { image: { height: preview.imageHeight ?? 630, src, width: preview.imageWidth ?? 1200 } },
    subattachments: () => undefined,
  };
}

function photoShape(photo: Photo, { origin, www }: Viewing): Shape {
  const url = `${www}/photo.php?fbid=${photo.id}`;
  return {
    media_type: () => "photo",
    type: () => "photo",
    title: () => undefined,
    description: () => photo.caption,
    url: () => url,
    unshimmed_url: () => url,
    target: (field) => target(field, url, photo.id),
    media: () => ({
      image: { height: photo.height, src: photoAddress(origin, photo.id), width: photo.width },
    }),
    subattachments: () => undefined,
  };
}

function albumShape(post: Post, photos: Photo[], viewing: Viewing): Shape {
  const [first] = photos;
  return {
    ...(first ? photoShape(first, viewing) : {}),
    media_type: () => "album",
    type: () => "album",
    title: () => `Photos from ${viewing.world.pages.get(post.pageId)?.name ?? "a Page"}'s post`,
    description: () => post.message,
    subattachments: (field) => ({
      data: photos.map((photo) =>
        project(
          field.inner ?? fieldNames(["description", "media", "target", "type", "url"]),
          photoShape(photo, viewing),
          "StoryAttachment",
        ),
      ),
    }),
  };
}

function videoShape(post: Post, { origin, www, world }: Viewing): Shape | undefined {
  const video = world.library.videos.get(post.videoId ?? "");
  if (!video) return undefined;
  const url = post.reel ? `${www}/reel/${video.id}` : `${www}/${post.pageId}/videos/${video.id}`;
  return {
    media_type: () => "video",
    type: () => "video_inline",
    title: () => video.title,
    description: () => video.description,
    url: () => url,
    unshimmed_url: () => url,
    target: (field) => target(field, url, video.id),
    media: () => ({ source: videoAddress(origin, video.id) }),
    subattachments: () => undefined,
  };
}

function target(field: Field, url: string, id?: string): unknown {
  return project(field.inner ?? fieldNames(["id", "url"]), { url: () => url, id: () => id }, "Share");
}
