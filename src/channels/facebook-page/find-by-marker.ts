import type { Finding, SentPost } from "../channel.ts";
import type { Tools } from "./graph.ts";
import { readListing } from "./listing.ts";
import { findingOfFailure, noFinding } from "./outcomes.ts";
import { createdAtMs, holdsMarker, type ListedPost, listedPost, postAddress } from "./page-post.ts";
import type { FacebookPageSettings } from "./settings.ts";

/** The fields of graph-api.md section 21, step 2. */
const fields =
  "id,created_time,message,permalink_url,application{id},attachments{unshimmed_url,target},scheduled_publish_time";
/**
 * Facebook lists about 600 posts a year (section 10), so this is eight times what can come; it only stops a listing
 * that never ends. Reaching it is never taken for absence.
 */
const pagesMax = 50;
const published = { edge: "published_posts", fields, item: listedPost } as const;
/** `created_time` and `since` are whole seconds of Facebook's clock, which need not be ours (section 21). */
const marginMs = 60_000;
/** Up to here the margin covers a clock of ours that runs ahead, with room for the seconds lost in rounding. */
const clockAheadMaxMs = 30_000;

/**
 * Looks among the Page's published posts for the one that holds our marker. The marker alone decides, for no other post
 * holds it; of several the oldest is ours, and the rest are doubles a person made by sharing it.
 *
 * `absent` is said only after every page since `since` was read. Then the post is sent again, so everything short of
 * that (an error, an endless listing, a page we cannot read) is `no-answer`.
 */
export async function findByMarker(
  tools: Tools,
  post: SentPost,
  settings: FacebookPageSettings,
  since: Date,
): Promise<Finding> {
  const matches: ListedPost[] = [];
  let sinceMs = since.getTime() - marginMs;
  let after: string | undefined;
  for (let pagesRead = 0; pagesRead < pagesMax; pagesRead++) {
    const page = await readListing(tools, settings, published, { sinceMs, after });
    if (page.kind === "failure") return findingOfFailure(page.failure, tools.clock.now());
    if (page.kind === "unreadable") return noFinding("answer-not-readable", "published_posts");
    const aheadMs = page.answeredAt ? tools.clock.now().getTime() - page.answeredAt.getTime() : 0;
    if (pagesRead === 0 && aheadMs > clockAheadMaxMs) {
      // Our clock runs ahead of Facebook's: by theirs the post is older than the moment we noted, and a search from
      // that moment would miss it and make a double. Start again that much earlier.
      sinceMs -= aheadMs;
      continue;
    }
    matches.push(...page.items.filter((listed) => holdsMarker(listed, post.marker)));
    if (page.next.kind === "end" || isOlder(page.items.at(-1), sinceMs)) return conclude(matches);
    if (page.next.kind === "lost" || page.next.after === after) break;
    after = page.next.after;
  }
  return matches.length > 0 ? conclude(matches) : noFinding("search-incomplete", `${pagesMax} pages`);
}

function conclude(matches: readonly ListedPost[]): Finding {
  // Newest first as Facebook lists them, so on equal seconds the later in the list is the older.
  const oldest = matches.reduce<ListedPost | undefined>(
    (found, listed) => (found && createdAtMs(found) < createdAtMs(listed) ? found : listed),
    undefined,
  );
  if (!oldest) return { kind: "absent" };
  return { kind: "found", externalId: oldest.id, url: postAddress(oldest.id, oldest.permalink_url) };
}

/** For a server that ignores `since`. The last of a page, not the first: a pinned old post leads the list. */
function isOlder(last: ListedPost | undefined, sinceMs: number): boolean {
  return last !== undefined && createdAtMs(last) < sinceMs;
}
