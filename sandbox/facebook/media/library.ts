import type { Clock } from "../clock.ts";
import { isUnused, type Photo, photoId, UNUSED_PHOTO_MS } from "./photo.ts";
import { STORY_MS, type Story, storyId } from "./story.ts";
import { UNFINISHED_VIDEO_MS, type Video, type VideoKind, videoId } from "./video.ts";

type NewPhoto = Omit<Photo, "seq" | "id" | "createdAt" | "updatedAt">;
type NewStory = Omit<Story, "seq" | "id">;

interface Shelf {
  clock: Clock;
  /** A number never given before. */
  nextSeq: () => number;
  /** Tells those who watch the Page that something looks different now. */
  changed: () => void;
}

/** The pictures, films and stories of all Pages. Who adds, shows or removes one goes through these methods. */
export class Library {
  readonly photos = new Map<string, Photo>();
  readonly videos = new Map<string, Video>();
  readonly stories = new Map<string, Story>();
  readonly #shelf: Shelf;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** Keeps a photo; one that is not used by then is discarded a day later. */
  addPhoto(photo: NewPhoto): Photo {
    const { clock, nextSeq } = this.#shelf;
    const seq = nextSeq();
    const now = clock.now();
    const kept: Photo = { ...photo, seq, id: photoId(seq), createdAt: now, updatedAt: now };
    this.photos.set(kept.id, kept);
    this.#shelf.changed();
    if (isUnused(kept)) {
      clock.at(now + UNUSED_PHOTO_MS, () => {
        if (isUnused(kept)) this.photos.delete(kept.id);
      });
    }
    return kept;
  }

  addVideo(video: Pick<Video, "pageId" | "appId" | "title" | "description"> & { kind: VideoKind }): Video {
    const { clock, nextSeq } = this.#shelf;
    const seq = nextSeq();
    const now = clock.now();
    const kept: Video = {
      ...video,
      seq,
      id: videoId(seq),
      chunks: [],
      received: 0,
      createdAt: now,
      updatedAt: now,
    };
    this.videos.set(kept.id, kept);
    clock.at(now + UNFINISHED_VIDEO_MS, () => {
      if (kept.finished === undefined) Object.assign(kept, { expired: true, chunks: [] });
    });
    return kept;
  }

  addStory(story: NewStory): Story {
    const seq = this.#shelf.nextSeq();
    const kept: Story = { ...story, seq, id: storyId(seq) };
    this.keepStory(kept);
    this.#shelf.changed();
    return kept;
  }

  /** A story with its own id, as a restart finds it again. */
  keepStory(story: Story): void {
    this.stories.set(story.id, story);
    if (story.liveAt !== undefined) this.showStory(story, story.liveAt);
  }

  /** Visitors see the story from then on, for a day; nobody sees its picture or film after that, so they are let go. */
  showStory(story: Story, liveAt: number): void {
    story.liveAt = liveAt;
    this.#shelf.clock.at(liveAt + STORY_MS, () => {
      const photo = this.photos.get(story.mediaId);
      if (photo) photo.bytes = Buffer.alloc(0);
      const video = this.videos.get(story.mediaId);
      if (video) video.chunks = [];
    });
  }

  /** A post shows these photos from now on; they are no longer discarded. */
  attach(photoIds: readonly string[], postId: string, published: boolean): void {
    for (const photo of this.#photosOf(photoIds)) Object.assign(photo, { postId, published });
  }

  /** What a deleted post showed goes with it. */
  forgetPost(postId: string, photoIds: readonly string[] = [], filmId?: string): void {
    for (const photo of this.#photosOf(photoIds)) if (photo.postId === postId) this.photos.delete(photo.id);
    if (filmId !== undefined) this.videos.delete(filmId);
  }

  /** Pictures, films or stories of one Page, newest first. */
  newestFirst<Kind extends "photos" | "videos" | "stories">(
    kind: Kind,
    pageId: string,
  ): (Library[Kind] extends Map<string, infer Item> ? Item : never)[] {
    const all = [...this[kind].values()].filter((one) => one.pageId === pageId);
    return all.reverse() as never;
  }

  changed(): void {
    this.#shelf.changed();
  }

  reset(): void {
    this.photos.clear();
    this.videos.clear();
    this.stories.clear();
  }

  #photosOf(ids: readonly string[]): Photo[] {
    return ids.map((id) => this.photos.get(id)).filter((photo) => photo !== undefined);
  }
}
