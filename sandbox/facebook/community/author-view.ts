import type { KnownCall } from "../call.ts";
import { knows } from "../rights.ts";
import type { World } from "../world.ts";
import { fullName, personById, psidOf } from "./people.ts";

/**
 * Who wrote or reacted: `undefined` where the app may not know (section 3.8); a Page itself always shows.
 * @param pageId the Page under whose posts it happened: people are known by ids of its own
 */
export function authorOf(
  pageId: string,
  authorId: string,
  { call, world }: { call: KnownCall; world: World },
): { id: string; name?: string } | undefined {
  const page = world.pages.get(authorId);
  if (page) return { id: page.id, name: page.name };
  const person = personById(authorId);
  const permission = "pages_read_user_content";
  if (!person || !call.holder.scopes.has(permission) || !knows(call.app, person, permission))
    return undefined;
  return { id: psidOf(pageId, person), name: fullName(person) };
}
