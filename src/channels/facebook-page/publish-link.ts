import type { Outcome, Post } from "../channel.ts";
import { callGraph, type Tools } from "./graph.ts";
import { publishingOutcome, readFailure } from "./outcomes.ts";
import { outcomeOfPost } from "./published.ts";
import type { FacebookPageSettings } from "./settings.ts";

/** Facebook's crawler waits about as long for a page; after that the post makes its own attempt to read it. */
const scrapeMs = 8_000;

/** Puts a link post on the Page (`POST /{page}/feed`, graph-api.md section 5). */
export async function publishLink(
  tools: Tools,
  post: Post,
  settings: FacebookPageSettings,
): Promise<Outcome> {
  const obstacle = await readLinkAhead(tools, post.link, settings);
  if (obstacle) return obstacle;
  const result = await callGraph(tools, settings, {
    method: "POST",
    path: [settings.pageId, "feed"],
    parameters: { message: post.text, link: post.link, fields: "id,permalink_url,created_time" },
  });
  return outcomeOfPost(result, tools.clock.now());
}

/**
 * Has Facebook read the page of the link before the post is there (`POST /?id={link}&scrape=true`, section 8): else its
 * first readers may see it without its picture. What would stop the post as well stops it here, while surely nothing has
 * appeared: a limit, a dead token, a link that cannot be read. Anything else that goes wrong with this call says nothing
 * about the next, and does not stop the post.
 */
async function readLinkAhead(
  tools: Tools,
  link: string,
  settings: FacebookPageSettings,
): Promise<Outcome | undefined> {
  const result = await callGraph(tools, settings, {
    method: "POST",
    path: [],
    parameters: { id: link, scrape: "true" },
    timeoutMs: scrapeMs,
  });
  if (result.kind !== "error") return undefined;
  const now = tools.clock.now();
  const meaning = readFailure(result, now);
  const stopsThePost =
    meaning.class === "limit" || meaning.class === "login" || meaning.reason === "link-not-readable";
  return stopsThePost ? publishingOutcome(result, now) : undefined;
}
