import { EventEmitter } from "node:events";
import type { Clock } from "./clock.ts";
import { Community } from "./community/community.ts";
import { Library } from "./media/library.ts";
import { Messenger } from "./messenger/messenger.ts";
import { PagePosts } from "./page-posts.ts";
import { type LinkPreview, type Post, postId } from "./post.ts";
import {
  type AppSeed,
  PAGE_TASKS,
  type PageSeed,
  PERSON_ID,
  SEED,
  STRANGER_APP,
  STRANGER_ID,
  SYSTEM_USER_ID,
} from "./seed.ts";
import { newToken, type Token, type TokenEnd, type TokenSeed } from "./token.ts";

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

/** All that exists in the pretend Facebook. Everybody who changes it goes through these methods. */
export class World extends EventEmitter<WorldEvents> {
  readonly apps = new Map<string, AppSeed>();
  readonly pages = new Map<string, Page>();
  readonly posts = new Map<string, Post>();
  readonly tokens = new Map<string, Token>();
  readonly clock: Clock;
  readonly now: () => number;
  /** Comments, reactions and blocked people. */
  readonly community: Community;
  /** Chats between people and Pages. */
  readonly messenger: Messenger;
  /** Pictures, films and stories. */
  readonly library: Library;
  #seq = 0;
  #latestAt = 0;
  #resetting = false;
  readonly #roles = new Map<string, string[]>();

  constructor(clock: Clock, apps: AppSeed[] = [], pages: PageSeed[] = []) {
    super();
    this.clock = clock;
    this.now = clock.now;
    this.community = new Community(clock.now);
    this.messenger = new Messenger(clock.now);
    this.library = new Library({
      clock,
      nextSeq: () => this.nextSeq(),
      changed: () => this.emit("changed"),
    });
    this.setMaxListeners(0);
    for (const app of [SEED.app, STRANGER_APP, ...apps]) this.#addApp(app);
    this.addPage({ ...SEED.page, token: SEED.pageToken });
    this.addPage({ ...SEED.secondPage, token: SEED.secondPageToken });
    for (const page of pages) this.addPage(page);
    this.addToken({ value: SEED.userToken, kind: "USER", appId: SEED.app.id, userId: PERSON_ID });
    this.addToken({
      value: SEED.systemUserToken,
      kind: "SYSTEM_USER",
      appId: SEED.app.id,
      userId: SYSTEM_USER_ID,
      dataAccessExpiresAt: 0,
    });
    this.addToken({ value: SEED.strangerToken, kind: "USER", appId: STRANGER_APP.id, userId: STRANGER_ID });
  }

  /** Adds a Page on which the seed's person has a role, with that person's Page token; or replaces the Page of that id. */
  addPage(seed: PageSeed): Page {
    const number = this.pages.size + 1;
    const id = seed.id ?? `1000000000${String(number).padStart(5, "0")}`;
    const page: Page = {
      id,
      name: seed.name ?? `Pagina ${number} (simulazione)`,
      category: seed.category ?? "Government Organization",
      about: seed.about,
      token: seed.token ?? `EAAsim0000000000000000page${Number(id.slice(-5))}`,
      tasks: seed.tasks ?? PAGE_TASKS,
      posts: this.pages.get(id)?.posts ?? new PagePosts(),
    };
    this.pages.set(id, page);
    this.addToken({ value: page.token, kind: "PAGE", appId: SEED.app.id, userId: PERSON_ID, pageId: id });
    this.emit("changed");
    return page;
  }

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

  /** Everything is being cleared away at the moment: no news for anybody. */
  get isResetting(): boolean {
    return this.#resetting;
  }

  /** Page tasks a person has: the seed's person and the system user those of the Page, others what they were given. */
  tasksOf(page: Page, userId: string): readonly string[] {
    const given = this.#roles.get(`${page.id} ${userId}`);
    if (given) return given;
    const owner = this.tokens.get(page.token)?.userId;
    return userId === owner || userId === SYSTEM_USER_ID ? page.tasks : [];
  }

  /** Gives somebody tasks on a Page, or takes all away: then their Page tokens end (190/492). */
  setTasks(page: Page, userId: string, tasks: string[]): void {
    this.#roles.set(`${page.id} ${userId}`, tasks);
    for (const token of this.tokens.values()) {
      if (token.kind === "PAGE" && token.pageId === page.id && token.userId === userId)
        token.ended = tasks.length === 0 ? "role-lost" : undefined;
    }
    this.emit("changed");
  }

  /** Ends tokens for the given reason: one by value, or every Page token (of one Page). */
  endTokens(end: TokenEnd, which: { value?: string; pageId?: string } = {}): void {
    for (const token of this.#tokens(which)) token.ended = end;
    this.emit("changed");
  }

  restoreTokens(which: { value?: string; pageId?: string } = {}): void {
    for (const token of this.#tokens(which)) {
      token.ended = undefined;
      if (token.expiresAt !== 0 && token.expiresAt <= this.now()) token.expiresAt = 0;
    }
    this.emit("changed");
  }

  /** Every post away, every token valid again. Ids go on counting, so an old id never names a new post. */
  reset(): void {
    this.#resetting = true;
    for (const post of [...this.posts.values()]) this.deletePost(post);
    for (const token of this.tokens.values()) token.ended = undefined;
    this.community.reset();
    this.messenger.reset();
    this.#roles.clear();
    this.library.reset();
    this.#resetting = false;
    this.emit("changed");
  }

  #tokens({ value, pageId }: { value?: string; pageId?: string }): Token[] {
    if (value !== undefined) return [this.tokens.get(value)].filter((token) => token !== undefined);
    return [...this.tokens.values()].filter(
      (token) => token.kind === "PAGE" && (pageId === undefined || token.pageId === pageId),
    );
  }

  #keep(page: Page, post: Post): void {
    page.posts.append(post);
    this.posts.set(post.id, post);
  }

  #addApp(app: AppSeed): void {
    this.apps.set(app.id, { ...this.apps.get(app.id), ...app });
    // The string "{id}|{secret}" is an app token by itself (section 3.2).
    this.addToken({ value: `${app.id}|${app.secret}`, kind: "APP", appId: app.id });
  }

  /** Gives somebody a token; a token of the same value is replaced. */
  addToken(seed: TokenSeed): Token {
    const token = newToken(seed, this.now());
    this.tokens.set(token.value, token);
    return token;
  }
}

/** What a post shows and how it waits, without the names of what it does not have. */
function waysOf({ photos, videoId, reel, scheduledAt, draft }: NewPost): Partial<Post> {
  const ways = { photos, videoId, reel, scheduledAt, draft };
  return Object.fromEntries(Object.entries(ways).filter(([, value]) => value !== undefined));
}
