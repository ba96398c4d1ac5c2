import { EventEmitter } from "node:events";
import { knows } from "../access-level.ts";
import type { CommunityEvent } from "../community/community.ts";
import type { ChatEvent } from "../messenger/messenger.ts";
import type { AppSeed } from "../seed.ts";
import type { World } from "../world.ts";
import { chatElement } from "./chat-element.ts";
import { communityChange, type FeedChange, postChange } from "./feed-value.ts";
import { Outbox } from "./outbox.ts";
import { Sender } from "./sender.ts";
import { Subscriptions } from "./subscriptions.ts";
import { FAIR_WEATHER } from "./weather.ts";

/** Everything about webhooks: who listens, what happens in the world, and how it travels (section 15). */
export class Webhooks extends EventEmitter<{ unsubscribed: [{ appId: string; pageId: string }] }> {
  readonly subscriptions = new Subscriptions();
  readonly sender: Sender;
  readonly outbox: Outbox;
  /** "Webhooks Disabled": apps that lost a Page after an hour of failures. */
  readonly disabled: { appId: string; pageId: string; at: number }[] = [];
  readonly #world: World;
  readonly #origin: () => string;

  constructor(world: World, origin: () => string) {
    super();
    this.#world = world;
    this.#origin = origin;
    this.sender = new Sender(world.clock);
    this.outbox = new Outbox(this.sender, this.subscriptions, world.now);
    world.on("created", (post) =>
      this.#feed(post.pageId, () => postChange(post, "created", world, origin())),
    );
    world.on("edited", (post, before) =>
      this.#feed(post.pageId, () => postChange(post, "edited", world, origin(), before)),
    );
    world.on("deleted", (post) =>
      this.#feed(post.pageId, () => postChange(post, "deleted", world, origin())),
    );
    world.community.on("event", (event) => this.#community(event));
    world.messenger.on("event", (event) => this.#chat(event));
    this.sender.on("messenger-dead", ({ appId, pageId }) => this.#disable(appId, pageId));
  }

  /** Sends a synthetic change, whatever it says: for tests of what readers make of it. */
  announce(pageId: string, field: string, value: object): void {
    for (const app of this.#listeners(pageId, field)) this.outbox.addChange(app, { pageId, field, value });
  }

  /** No deliveries, fair weather; subscriptions stay, like Pages and tokens. */
  reset(): void {
    this.sender.forget();
    this.outbox.setWeather(FAIR_WEATHER);
    this.disabled.length = 0;
  }

  async close(): Promise<void> {
    await this.sender.close();
  }

  #feed(pageId: string, change: () => FeedChange | undefined): void {
    // Most posts of a load test are nobody's news: nothing is built for them.
    if (!this.subscriptions.hasListeners(pageId) || this.#world.isResetting) return;
    const made = change();
    if (!made) return;
    for (const app of this.#listeners(pageId, made.field)) {
      // In development mode an app hears of nobody but the people with a role on it (section 3.8).
      if (app.development && made.person && !made.person.role) continue;
      const value = made.value(knows(app, made.person, "pages_read_user_content"));
      this.outbox.addChange(app, { pageId, field: made.field, value });
    }
  }

  #community(event: CommunityEvent): void {
    const pageId = event.kind === "comment" ? event.comment.pageId : event.pageId;
    this.#feed(pageId, () => communityChange(event, this.#world, this.#origin()));
  }

  #chat(event: ChatEvent): void {
    const { pageId, person, ownerAppId } = event.thread;
    if (!this.subscriptions.hasListeners(pageId)) return;
    const { field, element } = chatElement(event, this.#world.now());
    for (const app of this.#listeners(pageId, field)) {
      const stranger = ownerAppId !== undefined && ownerAppId !== app.id && field !== "messaging_handovers";
      if (stranger || !knows(app, person, "pages_messaging")) continue;
      this.outbox.addMessaging(app, pageId, "messaging", element);
    }
    // Apps that are not in control of a thread hear of it in `standby` (section 14).
    if (ownerAppId === undefined || field === "messaging_handovers") return;
    for (const app of this.#listeners(pageId, "standby")) {
      if (app.id === ownerAppId || !knows(app, person, "pages_messaging")) continue;
      this.outbox.addMessaging(app, pageId, "standby", withoutPayload(element));
    }
  }

  #listeners(pageId: string, field: string): AppSeed[] {
    return this.subscriptions.listeners(pageId, field).flatMap((appId) => this.#world.apps.get(appId) ?? []);
  }

  #disable(appId: string, pageId: string): void {
    this.subscriptions.unsubscribePage(pageId, appId);
    this.disabled.push({ appId, pageId, at: this.#world.now() });
    this.emit("unsubscribed", { appId, pageId });
    this.#world.emit("changed");
  }
}

/** Postbacks lack their payload in `standby`. */
function withoutPayload(element: object): object {
  const { postback, ...rest } = element as { postback?: { payload?: string } };
  if (!postback) return element;
  const { payload: _payload, ...shown } = postback;
  return { ...rest, postback: shown };
}
