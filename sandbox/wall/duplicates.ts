import { createHash } from "node:crypto";
import type { Library } from "../facebook/media/library.ts";
import type { Post } from "../facebook/post.ts";

/**
 * The posts that repeat an older one: same text (blanks apart), link, pictures and film. The first of several is not a
 * duplicate, so the size of the set is the number of posts too many.
 * @param newestFirst visible posts of one Page
 */
export function duplicatesAmong(newestFirst: readonly Post[], library: Library): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const post of newestFirst.toReversed()) {
    const key = `${(post.message ?? "").replace(/\s+/g, " ").trim()}\n${post.link ?? ""}\n${mediaOf(post, library)}`;
    if (seen.has(key)) repeated.add(post.id);
    seen.add(key);
  }
  return repeated;
}

const digests = new WeakMap<Uint8Array, string>();

/** Pictures and films by what is in them: a repeated publication uploads the same bytes under a new id. */
function mediaOf({ photos = [], videoId = "" }: Post, library: Library): string {
  const film = library.videos.get(videoId)?.chunks ?? [];
  return [...photos.map((id) => library.photos.get(id)?.bytes), ...film]
    .map((bytes) => (bytes === undefined ? "" : digestOf(bytes)))
    .join();
}

function digestOf(bytes: Uint8Array): string {
  const digest = digests.get(bytes) ?? createHash("sha1").update(bytes).digest("base64");
  digests.set(bytes, digest);
  return digest;
}
