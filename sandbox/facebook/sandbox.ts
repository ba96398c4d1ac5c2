import { type FaultView, viewFault } from "./fault-view.ts";
import type { FaultPlan, FaultRequest } from "./faults.ts";
import { TOKEN_FAULTS } from "./faults.ts";
import type { Logins } from "./login/logins.ts";
import type { Story } from "./media/story.ts";
import type { SendLimits } from "./messenger/send-limits.ts";
import type { Post } from "./post.ts";
import { isVisible } from "./post.ts";
import { type PageSeed, SEED, type Seed } from "./seed.ts";
import type { GraphParts } from "./serve-graph.ts";
import { type Token, type TokenEnd, type TokenSeed, tokenEnd } from "./token.ts";
import type { TruthEntry } from "./truth.ts";
import type { Webhooks } from "./webhooks/webhooks.ts";
import type { Page, World } from "./world.ts";

export type TokenState = "valid" | TokenEnd;

type Which = string | { value?: string; pageId?: string };

/** A running pretend Facebook, held in hand: what tests, the demo and the admin addresses use. */
export class FacebookSandbox {
  readonly seed: Seed = SEED;
  readonly world: World;
  /** Subscriptions, deliveries and the weather they travel in. */
  readonly webhooks: Webhooks;
  /** Codes, tokens of people, callbacks about those who leave. */
  readonly logins: Logins;
  /** Allowances of the Messenger Platform; `settings` may be changed. */
  readonly sendLimits: SendLimits;
  readonly #parts: GraphParts;
  readonly #plan: FaultPlan;
  readonly #stop: () => Promise<void>;

  constructor(parts: GraphParts, stop: () => Promise<void>) {
    this.#parts = parts;
    this.#plan = parts.faults;
    this.#stop = stop;
    this.world = parts.around.world;
    this.webhooks = parts.around.webhooks;
    this.logins = parts.around.logins;
    this.sendLimits = parts.around.sendLimits;
  }

  /** `http://127.0.0.1:{port}`, also the origin of every absolute URL in its answers; empty until it listens. */
  get origin(): string {
    return this.#parts.around.origin;
  }

  /** Posts that really exist, oldest first, of one Page or of all; unpublished and hidden ones too. */
  posts(pageId?: string): Post[] {
    this.#parts.around.clock.catchUp();
    if (pageId !== undefined) return [...(this.world.pages.get(pageId)?.posts.all() ?? [])];
    return [...this.world.posts.values()];
  }

  /** What a visitor sees of a Page, newest first. */
  visiblePosts(pageId: string): Post[] {
    return this.posts(pageId).filter(isVisible).reverse();
  }

  /** Stories that really exist, oldest first, of one Page or of all; also those whose film is not processed yet. */
  stories(pageId?: string): Story[] {
    this.#parts.around.clock.catchUp();
    const all = [...this.world.library.stories.values()];
    return all.filter((story) => pageId === undefined || story.pageId === pageId);
  }

  /** Every call received, in order, with what it really did. */
  truth(): readonly TruthEntry[] {
    return this.#parts.truth.entries;
  }

  /** "received": read whole; "acted": done, not answered; "answered": handed over or destroyed. Runs synchronously. */
  on(event: "received" | "acted" | "answered", listener: (entry: TruthEntry) => void): this {
    this.#parts.truth.on(event, listener);
    return this;
  }

  off(event: "received" | "acted" | "answered", listener: (entry: TruthEntry) => void): this {
    this.#parts.truth.off(event, listener);
    return this;
  }

  addPage(seed: PageSeed = {}): Page {
    return this.world.addPage(seed);
  }

  /** A further token: other rights, another app, a date of expiry. */
  addToken(seed: TokenSeed): Token {
    return this.world.addToken(seed);
  }

  addFault(request: FaultRequest): FaultView {
    const fault = this.#plan.add(request);
    const end = TOKEN_FAULTS[request.mode];
    if (end) this.world.endTokens(end, { pageId: request.pageId });
    this.world.emit("changed");
    return viewFault(fault);
  }

  /** Switches off one fault or all: throttling is lifted, tokens ended by a fault work again, held calls go on. */
  clearFaults(id?: string): { faults: FaultView[] } {
    const gone = this.#plan.remove(id);
    for (const fault of gone) {
      if (fault.mode in TOKEN_FAULTS) this.world.restoreTokens({ pageId: fault.pageId });
    }
    if (id === undefined || gone.some((fault) => /limit/.test(fault.mode))) this.#parts.limits.lift();
    if (id === undefined || gone.some((fault) => fault.mode.startsWith("hold"))) this.release();
    this.world.emit("changed");
    return { faults: this.faults() };
  }

  faults(): FaultView[] {
    return this.#plan.list().map(viewFault);
  }

  /** Lets held calls go on; returns how many. */
  release(): number {
    return this.#parts.waits.release();
  }

  /** Calls held at the moment. */
  held(): number {
    return this.#parts.waits.heldCount;
  }

  /** Moves the sandbox's time on: tokens, stories, unpublished photos, schedules. Returns unix milliseconds. */
  advance(ms: number): number {
    const now = this.#parts.around.clock.advance(ms);
    this.world.emit("changed");
    return now;
  }

  get readLagMs(): number {
    return this.#parts.around.readLagMs;
  }

  setReadLag(ms: number): { readLagMs: number } {
    this.#parts.around.readLagMs = ms;
    this.world.emit("changed");
    return { readLagMs: ms };
  }

  /** Ends a token (by value), the tokens of a Page, or all Page tokens. Default: expired (190/463). */
  expireToken(which: Which = {}, end: TokenEnd = "expired"): { end: TokenEnd } {
    this.world.endTokens(end, whichOf(which));
    return { end };
  }

  /** Makes tokens valid again and drops the faults that ended them. */
  restoreToken(which: Which = {}): { end: null } {
    const { pageId } = whichOf(which);
    for (const fault of this.#plan.list()) {
      const concerned = pageId === undefined || fault.pageId === undefined || fault.pageId === pageId;
      if (fault.mode in TOKEN_FAULTS && concerned) this.#plan.remove(fault.id);
    }
    this.world.restoreTokens(whichOf(which));
    return { end: null };
  }

  tokenState(value: string): TokenState | undefined {
    const token = this.world.tokens.get(value);
    return token && (tokenEnd(token, this.world.now()) ?? "valid");
  }

  /** Pages throttled at the moment: id to unix milliseconds until when. */
  throttled(): Map<string, number> {
    return this.#parts.limits.throttled();
  }

  /** No posts, no faults, no lag, no memory of calls; Pages and tokens stay, the tokens valid. */
  reset(): { posts: 0 } {
    this.clearFaults();
    this.#parts.around.clock.forget();
    this.#parts.limits.forget();
    this.#parts.truth.clear();
    this.#parts.around.readLagMs = 0;
    this.world.reset();
    this.webhooks.reset();
    this.sendLimits.reset();
    return { posts: 0 };
  }

  /** Stops listening, destroys open connections and ends every wait; held calls do nothing more. */
  async close(): Promise<void> {
    this.#parts.waits.close();
    await this.#stop();
  }
}

function whichOf(which: Which): { value?: string; pageId?: string } {
  return typeof which === "string" ? { value: which } : which;
}
