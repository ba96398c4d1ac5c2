import { keepWish, type WishEnd, type WishTools } from "./keep-wish.ts";

/**
 * A post is to have this text (plain, within the channel's limits). What has not left is left alone: its text is made
 * from the item when it is sent. What is to be taken off is not edited any more.
 */
export async function wantEdit(
  tools: WishTools,
  key: { authorityId: string; id: string },
  text: string,
): Promise<WishEnd> {
  return await keepWish(tools, key, { kind: "edit", text });
}
