import { EventEmitter } from "node:events";
import type { Clock } from "./clock.ts";
import { Community } from "./community/community.ts";
import { Library } from "./media/library.ts";
import type { PagePosts } from "./page-posts.ts";
import { type LinkPreview, type Post, postId } from "./post.ts";
import type { PageSeed } from "./seed.ts";

export interface Page {
  id: string;
  name: string;
  category: string;
  about?: string;
  /** The token of the seed's person and app. */
  token: string;
  /** Page tasks of that person. */
  tasks: string[];
  posts: PagePosts;
}

export interface NewPost extends Pick<Post, "photos" | "videoId" | "reel" | "scheduledAt" | "draft"> {
  page: Page;
  appId: string;
  /** A visitor's post: the person who wrote it. */
  authorId?: string;
  message?: string;
  link?: string;
  preview?: LinkPreview;
  published: boolean;
}

export type PostEdit = Partial<Pick<Post, "message" | "published" | "hidden" | "scheduledAt">>;

interface WorldEvents {
  created: [Post];
  /** The post as it is now, and what the edit changed as it was before. */
  edited: [Post, PostEdit];
  deleted: [Post];
  /** A token, a Page or the whole state changed. */
  changed: [];
}

/** The posts of all Pages, with what hangs on them, from their making to their end. */
export abstract class Posts extends EventEmitter<WorldEvents> {
  readonly pages = new Map<string, Page>();
  readonly posts = new Map<string, Post>();
  readonly clock: Clock;
  readonly now: () => number;
  /** Comments, reactions and blocked people. */
  readonly community: Community;
  /** Pictures, films and stories. */
  readonly library: Library;
  #seq = 0;
  #latestAt = 0;

  constructor(clock: Clock) {
    super();
    this.setMaxListeners(0);
    this.clock = clock;
    this.now = clock.now;
    this.community = new Community(clock.now);
    this.library = new Library({
      clock,
      nextSeq: () => this.nextSeq(),
      changed: () => this.emit("changed"),
    });
  }

  /** A post of an earlier run may belong to a Page this run does not know yet. */
  abstract addPage(seed: PageSeed): Page;

  /** A number never given before: ids of everything that exists are made of it. */
  nextSeq(): number {
    this.#seq += 1;
    return this.#seq;
  }

  createPost(post: NewPost): Post {
    const seq = this.nextSeq();
    // A clock set back must not put a newer post below an older one: bisection by time relies on it.
    this.#latestAt = Math.max(this.#latestAt, this.now());
    const created: Post = {
      seq,
      id: postId(post.page.id, seq),
      pageId: post.page.id,
      appId: post.appId,
      ...(post.authorId === undefined ? {} : { authorId: post.authorId }),
      message: post.message,
      link: post.link,
      preview: post.preview,
      createdAt: this.#latestAt,
      updatedAt: this.#latestAt,
      published: post.published,
      hidden: false,
      ...waysOf(post),
    };
    this.#keep(post.page, created);
    this.library.attach(created.photos ?? [], created.id, created.published);
    this.#plan(created);
    this.emit("created", created);
    return created;
  }

  editPost(post: Post, edit: PostEdit): void {
    const before = Object.fromEntries(Object.keys(edit).map((name) => [name, post[name as keyof PostEdit]]));
    if (edit.published && !post.published) this.#bringOut(post);
    Object.assign(post, edit, { updatedAt: Math.max(post.updatedAt, this.now()) });
    if (edit.scheduledAt !== undefined) this.#plan(post);
    this.emit("edited", post, before);
  }

  /** A post that waited becomes the Page's newest: its time is the moment it went live. */
  #bringOut(post: Post): void {
    const list = this.pages.get(post.pageId)?.posts;
    list?.remove(post);
    this.#latestAt = Math.max(this.#latestAt, this.now());
    Object.assign(post, {
      seq: this.nextSeq(),
      createdAt: this.#latestAt,
      scheduledAt: undefined,
      draft: undefined,
    });
    list?.append(post);
    this.library.attach(post.photos ?? [], post.id, true);
  }

  #plan(post: Post): void {
    const { scheduledAt } = post;
    // A film has to be processed too: its moment is planned with the film.
    if (scheduledAt === undefined || post.videoId !== undefined) return;
    this.clock.at(scheduledAt, () => {
      // Deleted, published by hand or put off since.
      const due = this.posts.get(post.id) === post && !post.published && post.scheduledAt === scheduledAt;
      if (due) this.editPost(post, { published: true });
    });
  }

  deletePost(post: Post): void {
    this.posts.delete(post.id);
    this.pages.get(post.pageId)?.posts.remove(post);
    this.community.forgetPost(post.id);
    this.library.forgetPost(post.id, post.photos, post.videoId);
    this.emit("deleted", post);
  }

  /** Takes a post back from the journal of an earlier run; announces nothing. */
  restorePost(post: Post): void {
    const page = this.pages.get(post.pageId) ?? this.addPage({ id: post.pageId });
    this.countFrom(post.seq);
    this.#latestAt = Math.max(this.#latestAt, post.createdAt);
    this.#keep(page, post);
    this.#plan(post);
  }

  /** Gives no number up to `seq` again: a deleted post's id must never name a new post. */
  countFrom(seq: number): void {
    this.#seq = Math.max(this.#seq, seq);
  }

  #keep(page: Page, post: Post): void {
    page.posts.append(post);
    this.posts.set(post.id, post);
  }
}

/** What a post shows and how it waits, without the names of what it does not have. */
function waysOf({ photos, videoId, reel, scheduledAt, draft }: NewPost): Partial<Post> {
  const ways = { photos, videoId, reel, scheduledAt, draft };
  return Object.fromEntries(Object.entries(ways).filter(([, value]) => value !== undefined));
}
