import type { World } from "../world.ts";
import { SCENES } from "./crowd-scenes.ts";
import { personByKey } from "./people.ts";

export interface CrowdOptions {
  pageId: string;
  everyMs: number;
}

/** People who write by themselves, one at a time, so that there is something to answer. */
export interface Crowd {
  stop(): void;
}

/** Each scene once, then from the beginning; under a Page without a post everybody writes in private. */
export function startCrowd(world: World, { pageId, everyMs }: CrowdOptions): Crowd {
  let number = 0;
  const timer = setInterval(() => {
    happen(world, pageId, number);
    number += 1;
  }, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

function happen(world: World, pageId: string, number: number): void {
  const scene = SCENES[number % SCENES.length];
  const person = personByKey(scene?.who);
  if (!scene || !person || world.community.blocked.has(pageId, person.id)) return;
  const post = world.pages.get(pageId)?.posts.newest((one) => one.published);
  if (scene.where === "private" || !post) world.messenger.receive(pageId, person, { text: scene.text });
  else world.community.addComment({ pageId, postId: post.id, authorId: person.id, message: scene.text });
}
