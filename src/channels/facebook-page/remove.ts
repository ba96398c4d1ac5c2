import type { Account, Amendment, PublishedPost } from "../channel.ts";
import { formats } from "./formats.ts";
import { callGraph, type Tools } from "./graph.ts";
import { amendmentOfAnswer, amendmentOfFailure, storyStays } from "./outcomes.ts";
import type { FacebookPageSettings } from "./settings.ts";

/**
 * Takes a post off the Page: `DELETE /{post}` (graph-api.md section 9), for a Reel the film's `DELETE /{video}`, with which
 * its post goes. A second removal says `gone`.
 */
export async function remove(
  tools: Tools,
  { format, externalId }: PublishedPost,
  account: Account<FacebookPageSettings>,
): Promise<Amendment> {
  if (!formats[format].isRemovable) return storyStays;
  const result = await callGraph(tools, account.settings, { method: "DELETE", path: [externalId] });
  return result.kind === "answer"
    ? amendmentOfAnswer(result.body)
    : amendmentOfFailure(result, tools.clock.now());
}
