import { dropStoppedWish } from "./amendment-store.ts";
import type { ActTools } from "./release-publication.ts";

/**
 * A person leaves a post as it is, after the network refused what it was to become. False when nothing was refused (any
 * more): a wish that is under way cannot be taken back, since its call may have acted.
 */
export async function dropWish(
  { db }: Pick<ActTools, "db">,
  key: { authorityId: string; id: string },
): Promise<boolean> {
  return await dropStoppedWish(db, key);
}
