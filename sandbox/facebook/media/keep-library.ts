import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { World } from "../world.ts";
import { isUnused, type Photo } from "./photo.ts";
import type { Story } from "./story.ts";
import type { Video } from "./video.ts";

/** What a folder holds of the library, without the bytes: those are files named by the id of their photo or film. */
interface Kept {
  photos: Omit<Photo, "bytes">[];
  videos: Omit<Video, "chunks">[];
  stories: Story[];
}

const LIST = "library.json";
/** A burst of changes is written once. */
const GAP_MS = 100;

/**
 * Keeps pictures, films and stories in a folder, after giving the world what it already holds, so that a restart shows
 * the same wall. What nobody sees yet (unused photos, unfinished films) is forgotten by a restart.
 * Returns a function that writes what is still to be written and stops.
 */
export function keepLibrary(world: World, folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  restore(world, folder);
  let due: NodeJS.Timeout | undefined;
  const write = (): void => {
    clearTimeout(due);
    due = undefined;
    save(world, folder);
  };
  const changed = (): void => {
    due ??= setTimeout(write, GAP_MS).unref();
  };
  world.on("created", changed).on("edited", changed).on("deleted", changed).on("changed", changed);
  return () => {
    world.off("created", changed).off("edited", changed).off("deleted", changed).off("changed", changed);
    if (due) write();
  };
}

function save({ library }: World, folder: string): void {
  const photos = [...library.photos.values()].filter((photo) => !isUnused(photo));
  const videos = [...library.videos.values()].filter((video) => video.liveAt !== undefined);
  const stories = [...library.stories.values()].filter((story) => story.liveAt !== undefined);
  const files = new Map<string, () => Uint8Array>([
    ...photos.map((photo) => [photo.id, () => photo.bytes] as const),
    ...videos.map((video) => [video.id, () => Buffer.concat(video.chunks)] as const),
  ]);
  // Bytes first: a list must not name a file that a kill kept from being written.
  for (const [id, bytes] of files) {
    const path = join(folder, id);
    if (!existsSync(path)) replace(path, bytes());
  }
  const kept: Kept = {
    photos: photos.map(({ bytes: _bytes, ...photo }) => photo),
    videos: videos.map(({ chunks: _chunks, ...video }) => video),
    stories,
  };
  replace(join(folder, LIST), JSON.stringify(kept));
  for (const name of readdirSync(folder)) if (name !== LIST && !files.has(name)) rmSync(join(folder, name));
}

/** Under another name first: a kill in between leaves the old file whole. */
function replace(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}

function restore(world: World, folder: string): void {
  const { photos, videos, stories } = readList(folder);
  const { library } = world;
  for (const photo of photos)
    library.photos.set(photo.id, { ...photo, bytes: readFileSync(join(folder, photo.id)) });
  for (const video of videos)
    library.videos.set(video.id, { ...video, chunks: [readFileSync(join(folder, video.id))] });
  for (const story of stories) library.keepStory(story);
  for (const { seq } of [...photos, ...videos, ...stories]) world.countFrom(seq);
}

function readList(folder: string): Kept {
  const path = join(folder, LIST);
  return existsSync(path)
    ? (JSON.parse(readFileSync(path, "utf8")) as Kept)
    : { photos: [], videos: [], stories: [] };
}
