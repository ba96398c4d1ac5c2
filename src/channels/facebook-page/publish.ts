import { z } from "zod";
import type { Account, Outcome, Post } from "../channel.ts";
import { callGraph, type Tools } from "./graph.ts";
import { publishingOutcome } from "./outcomes.ts";
import { postAddress, postId } from "./page-post.ts";
import type { FacebookReason } from "./reasons.ts";
import type { FacebookPageSettings } from "./settings.ts";

/** Only the id proves the post; what was asked for beside it may be missing while reads lag behind writes. */
const publishedPost = z.object({ id: postId, permalink_url: z.string().optional().catch(undefined) });

/**
 * Puts a link post on the Page, with one call (`POST /{page}/feed`, graph-api.md section 5). Facebook has no key
 * against doubles (section 21), so this neither repeats nor guesses: what may have appeared is `unknown`.
 */
export async function publish(
  tools: Tools,
  post: Post,
  account: Account<FacebookPageSettings>,
): Promise<Outcome> {
  const result = await callGraph(tools, account.settings, {
    method: "POST",
    path: [account.settings.pageId, "feed"],
    parameters: { message: post.text, link: post.link, fields: "id,permalink_url,created_time" },
  });
  if (result.kind !== "answer") return publishingOutcome(result, tools.clock.now());
  const published = publishedPost.safeParse(result.body);
  if (!published.success) {
    const reason: FacebookReason = "answer-without-id";
    return { kind: "unknown", reason, detail: "HTTP 2xx" };
  }
  const { id, permalink_url } = published.data;
  return { kind: "published", externalId: id, url: postAddress(id, permalink_url) };
}
