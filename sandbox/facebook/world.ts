import type { Clock } from "./clock.ts";
import { Messenger } from "./messenger/messenger.ts";
import { PagePosts } from "./page-posts.ts";
import { type Page, Posts } from "./posts.ts";
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

export type { NewPost, Page, PostEdit } from "./posts.ts";

/** All that exists in the pretend Facebook. Everybody who changes it goes through these methods. */
export class World extends Posts {
  readonly apps = new Map<string, AppSeed>();
  readonly tokens = new Map<string, Token>();
  /** Chats between people and Pages. */
  readonly messenger: Messenger;
  #resetting = false;
  readonly #roles = new Map<string, string[]>();

  constructor(clock: Clock, apps: AppSeed[] = [], pages: PageSeed[] = []) {
    super(clock);
    this.messenger = new Messenger(clock.now);
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
