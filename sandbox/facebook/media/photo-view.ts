import type { KnownCall, Surroundings } from "../call.ts";
import { type Field, fieldNames, project, type Shape } from "../fields.ts";
import { graphTime } from "../post.ts";
import { type Photo, photoAddress } from "./photo.ts";

/** In Meta's specification of a photo, but not imitated. */
const ELSEWHERE = new Set(
  "backdated_time backdated_time_granularity can_backdate can_tag comments event icon insights likes name_tags place position sponsor_tags target webp_images".split(
    " ",
  ),
);

/** A photo as Graph shows it (section 6); it exists in one size only, the one that was uploaded. */
export function viewPhoto(
  photo: Photo,
  fields: Field[],
  call: KnownCall,
  around: Surroundings,
): Record<string, unknown> {
  return project(fields, photoShape(photo, call, around), "Photo", ELSEWHERE);
}

function photoShape(photo: Photo, call: KnownCall, around: Surroundings): Shape {
  const source = photoAddress(around.origin, photo.id);
  const { height, width } = photo;
  const time = (atMs: number) => graphTime(atMs, call.params.date_format);
  return {
    id: () => photo.id,
    created_time: () => time(photo.createdAt),
    updated_time: () => time(photo.updatedAt),
    name: () => photo.caption,
    // Facebook describes pictures by itself where nobody did; this one does not look at them.
    alt_text: () => photo.altText ?? "No photo description available.",
    alt_text_custom: () => photo.altText,
    height: () => height,
    width: () => width,
    images: (field) =>
      [{ height, source, width }].map((image) =>
        project(
          field.inner ?? fieldNames(["height", "source", "width"]),
          { height: () => image.height, source: () => image.source, width: () => image.width },
          "PlatformImageSource",
        ),
      ),
    picture: () => source,
    source: () => source,
    link: () => `${around.origins.www}/photo.php?fbid=${photo.id}`,
    page_story_id: () => (photo.published ? photo.postId : undefined),
    from: () => ({ name: around.world.pages.get(photo.pageId)?.name, id: photo.pageId }),
    album: () =>
      photo.published
        ? {
            created_time: time(0),
            name: "Timeline photos",
            id: `1225${photo.pageId.slice(-14).padStart(14, "0")}`,
          }
        : undefined,
    can_delete: () => call.holder.pageId === photo.pageId,
  };
}
