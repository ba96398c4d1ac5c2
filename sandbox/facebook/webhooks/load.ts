import { CITIZENS, type Person } from "../community/people.ts";
import type { World } from "../world.ts";

export interface LoadRequest {
  pageId: string;
  /** Events a second. */
  perSecond: number;
  /** How many in all. */
  events: number;
  /** Share of private messages among them, 0 to 1; the rest are comments under the newest post. */
  messages: number;
}

export interface Load {
  /** Events that have happened so far. */
  readonly made: () => number;
  /** Resolves when all have happened (their deliveries may still be under way), or when stopped. */
  readonly done: Promise<void>;
  readonly stop: () => void;
}

const TICK_MS = 10;

/**
 * Lets the citizens comment and write at a steady rate. They are real comments and messages: whoever missed the event
 * finds them by reading.
 */
export function startLoad(world: World, { pageId, perSecond, events, messages }: LoadRequest): Load {
  const started = performance.now();
  let made = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setInterval(() => {
    const due = Math.min(events, Math.floor(((performance.now() - started) * perSecond) / 1000));
    for (; made < due; made += 1) happen(world, pageId, made, messages);
    if (made >= events) stop();
  }, TICK_MS);
  timer.unref();
  const stop = (): void => {
    clearInterval(timer);
    resolve();
  };
  return { made: () => made, done: promise, stop };
}

function happen(world: World, pageId: string, number: number, messages: number): void {
  const person = CITIZENS[number % CITIZENS.length] as Person;
  const phrase = person.phrases[number % person.phrases.length] ?? person.phrases[0];
  const text = `${phrase} (${number + 1})`;
  const post = world.pages.get(pageId)?.posts.newest((one) => one.published);
  // Spread evenly instead of by chance: the same request makes the same events.
  const isMessage = Math.floor((number + 1) * messages) > Math.floor(number * messages);
  if (isMessage || !post) world.messenger.receive(pageId, person, { text });
  else world.community.addComment({ pageId, postId: post.id, authorId: person.id, message: text });
}
