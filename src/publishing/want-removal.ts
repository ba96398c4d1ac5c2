import { keepWish, type WishEnd, type WishTools } from "./keep-wish.ts";

/** A post is to be taken off the network; one that has not left is dismissed. May be wanted again and again. */
export async function wantRemoval(
  tools: WishTools,
  key: { authorityId: string; id: string },
): Promise<WishEnd> {
  return await keepWish(tools, key, { kind: "remove" });
}
