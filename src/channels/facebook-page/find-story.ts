import { z } from "zod";
import type { Finding } from "../channel.ts";
import type { Tools } from "./graph.ts";
import { readListing } from "./listing.ts";
import { findingOfFailure, noFinding } from "./outcomes.ts";
import { postAddress, postId } from "./page-post.ts";
import type { FacebookPageSettings } from "./settings.ts";

const listedStory = z.object({
  // As it comes: a story of another form must not make the whole list unreadable.
  post_id: z.string().catch(""),
  media_id: z.union([z.string(), z.number().transform(String)]).catch(""),
  url: z.string().optional().catch(undefined),
});
const stories = { edge: "stories", fields: "post_id,media_id,url", item: listedStory } as const;

/**
 * Stories live a day, so looking a day further back costs little, and no clock that is off by less can hide one: the
 * photo or film decides, not the moment.
 */
const marginMs = 24 * 3_600_000;
/** A Page has a handful of stories a day; this only stops a listing that never ends. */
const pagesMax = 20;

/**
 * Looks among the Page's stories (`GET /{page}/stories`, graph-api.md section 7.3) for the one made of our photo or film.
 * `absent` is said only after the whole list was read.
 */
export async function findStory(
  tools: Tools,
  mediaId: string,
  settings: FacebookPageSettings,
  since: Date,
): Promise<Finding> {
  let after: string | undefined;
  for (let pagesRead = 0; pagesRead < pagesMax; pagesRead++) {
    const page = await readListing(tools, settings, stories, { sinceMs: since.getTime() - marginMs, after });
    if (page.kind === "failure") return findingOfFailure(page.failure, tools.clock.now());
    if (page.kind === "unreadable") return noFinding("answer-not-readable", "stories");
    const story = page.items.find((listed) => listed.media_id === mediaId);
    if (story) return foundAs(story);
    if (page.next.kind === "end") return { kind: "absent" };
    if (page.next.kind === "lost" || page.next.after === after) break;
    after = page.next.after;
  }
  return noFinding("search-incomplete", "stories");
}

function foundAs({ post_id, url }: z.output<typeof listedStory>): Finding {
  const id = postId.safeParse(post_id);
  if (!id.success) return noFinding("answer-not-readable", "stories: post_id");
  return { kind: "found", externalId: id.data, url: postAddress(id.data, url) };
}
