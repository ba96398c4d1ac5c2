import { findForWish } from "./amendment-store.ts";
import { keepWish, type WishTools } from "./keep-wish.ts";

/** A person has mended why the network refused what a post was to become. False when it is wanted no more. */
export async function tryWishAgain(
  tools: WishTools,
  key: { authorityId: string; id: string },
): Promise<boolean> {
  const found = await tools.db.transaction().execute((trx) => findForWish(trx, key));
  if (!found?.standing) return false;
  return (await keepWish(tools, key, found.standing)).kind === "wanted";
}
