import type { KnownCall, Surroundings } from "../call.ts";
import { invalidParameter } from "../graph-error.ts";
import type { Page } from "../world.ts";
import { isUnused } from "./photo.ts";

/**
 * The photos that `attached_media` names, in its order (section 6); undefined without the parameter. Refused with 100:
 * one that is not there (any more), one named twice, one that already belongs to a post or story, and too many.
 */
export function attachedPhotos(call: KnownCall, page: Page, around: Surroundings): string[] | undefined {
  const text = call.params.attached_media;
  if (text === undefined || text === "") return undefined;
  const ids = readMedia(text);
  if (ids.length > around.media.photosPerPostMax)
    throw invalidParameter(`Param attached_media must have at most ${around.media.photosPerPostMax} items`);
  for (const id of ids) {
    const photo = around.world.library.photos.get(id);
    if (!photo || photo.pageId !== page.id || photo.appId !== call.app.id)
      throw invalidParameter(`Param attached_media names media that does not exist or is not yours: ${id}`);
    if (!isUnused(photo)) throw invalidParameter(`Media ${id} has already been posted`);
  }
  if (new Set(ids).size !== ids.length)
    throw invalidParameter("Param attached_media names the same media twice");
  return ids;
}

function readMedia(text: string): string[] {
  const list = parse(text);
  const ids = Array.isArray(list)
    ? list.map((one) => (parse(one) as { media_fbid?: unknown } | null)?.media_fbid)
    : [];
  if (ids.length === 0 || !ids.every((id) => typeof id === "string" && /^\d+$/.test(id)))
    throw invalidParameter('Param attached_media must be an array of {"media_fbid":"…"}');
  return ids as string[];
}

/** An element may be an object or the JSON of one. */
function parse(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
