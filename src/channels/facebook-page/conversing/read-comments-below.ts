import { z } from "zod";
import { callGraph, type Tools } from "../graph.ts";
import { readFailure } from "../outcomes.ts";
import type { FacebookPageSettings } from "../settings.ts";
import { type AnswerList, ahead, listedAnswer, toWritten, type Written } from "./written.ts";

const listing = z.object({
  data: z.array(listedAnswer),
  paging: z
    .object({
      cursors: z.object({ after: z.string().optional() }).optional(),
      next: z.string().optional(),
    })
    .optional(),
});

const asked = {
  fields: "id,message,created_time,from{id},application{id}",
  order: "reverse_chronological",
  limit: "100",
};
/** A thousand answers below one comment within the minutes of a search: it ends in "could not look". */
const pagesMax = 10;
/** `sinceMs` lies before the attempt by twice this, so up to here a clock of ours that runs ahead does no harm. */
const clockAheadMaxMs = 30_000;

/**
 * What stands directly below a post or comment since `sinceMs` (`GET /{id}/comments`, graph-api.md section 11). Where the
 * parent is gone its answers are gone too, and sending them again is refused for the same reason.
 */
export async function readCommentsBelow(
  tools: Tools,
  settings: FacebookPageSettings,
  parentId: string,
  sinceMs: number,
): Promise<AnswerList> {
  const written: Written[] = [];
  let [from, after]: [number, string | undefined] = [sinceMs, undefined];
  let aheadMs: number | undefined;
  for (let pagesRead = 0; pagesRead < pagesMax; pagesRead++) {
    const since = String(Math.max(0, Math.floor(from / 1000)));
    const result = await callGraph(tools, settings, {
      method: "GET",
      path: [parentId, "comments"],
      parameters: { ...asked, since, ...(after === undefined ? {} : { after }) },
    });
    if (result.kind !== "answer") {
      const isGone = readFailure(result, tools.clock.now()).class === "missing";
      return isGone ? { kind: "nothing-there" } : { kind: "failure", failure: result };
    }
    const page = listing.safeParse(result.body).data;
    if (!page) return { kind: "unreadable", what: "comments" };
    aheadMs = ahead(tools, result);
    if (pagesRead === 0 && aheadMs !== undefined && aheadMs > clockAheadMaxMs) {
      // By Facebook's clock the answer is older than the moment we noted: start again that much earlier.
      from -= aheadMs;
      continue;
    }
    written.push(...page.data.map((one) => toWritten(one, settings)));
    if (page.paging?.next === undefined) return { kind: "list", written, aheadMs };
    // The address in `next` carries the token, so only the cursor is used (section 18).
    const next = page.paging.cursors?.after;
    if (next === undefined || next === after) break;
    after = next;
  }
  return { kind: "list", written, aheadMs, readsBackTo: Number.POSITIVE_INFINITY };
}
