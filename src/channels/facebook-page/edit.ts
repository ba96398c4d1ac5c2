import type { Account, Amendment, PublishedPost } from "../channel.ts";
import { formats } from "./formats.ts";
import { callGraph, type Tools } from "./graph.ts";
import { amendmentOfAnswer, amendmentOfFailure, storyStays } from "./outcomes.ts";
import type { FacebookPageSettings } from "./settings.ts";

/**
 * Gives a post another text: `POST /{post}` (graph-api.md section 9), for a Reel the film's `POST /{video}`. The link of a
 * post cannot be changed, and only the app that made a post may edit it.
 */
export async function edit(
  tools: Tools,
  { format, externalId }: PublishedPost,
  text: string,
  account: Account<FacebookPageSettings>,
): Promise<Amendment> {
  if (!formats[format].isEditable) return storyStays;
  const result = await callGraph(tools, account.settings, {
    method: "POST",
    path: [externalId],
    parameters: format === "reel" ? { description: text } : { message: text },
  });
  return result.kind === "answer"
    ? amendmentOfAnswer(result.body)
    : amendmentOfFailure(result, tools.clock.now());
}
