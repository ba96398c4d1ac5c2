import { knows } from "../access-level.ts";
import type { KnownCall } from "../call.ts";
import type { World } from "../world.ts";
import { fullName, personById, psidOf } from "./people.ts";

/** What a view of comments and reactions depends on besides them. */
export interface SocialViewing {
  call: KnownCall;
  world: World;
  origin: string;
}

/**
 * Who wrote or reacted: `undefined` where the app may not know (section 3.8); a Page itself always shows.
 * @param pageId the Page under whose posts it happened: people are known by ids of its own
 */
export function authorOf(
  pageId: string,
  authorId: string,
  { call, world }: Pick<SocialViewing, "call" | "world">,
): { id: string; name?: string } | undefined {
  const page = world.pages.get(authorId);
  if (page) return { id: page.id, name: page.name };
  const person = personById(authorId);
  const permission = "pages_read_user_content";
  if (!person || !call.holder.scopes.has(permission) || !knows(call.app, person, permission))
    return undefined;
  return { id: psidOf(pageId, person), name: fullName(person) };
}
