import type { Account, Amendment } from "../channel.ts";
import { callGraph, type Tools } from "./graph.ts";
import { amendmentOfAnswer, amendmentOfFailure } from "./outcomes.ts";
import type { FacebookPageSettings } from "./settings.ts";

/**
 * Gives a post another text (`POST /{post}`, graph-api.md section 9). The link of a post cannot be changed, and only
 * the app that made a post may edit it.
 */
export async function edit(
  tools: Tools,
  externalId: string,
  text: string,
  account: Account<FacebookPageSettings>,
): Promise<Amendment> {
  const result = await callGraph(tools, account.settings, {
    method: "POST",
    path: [externalId],
    parameters: { message: text },
  });
  return result.kind === "answer"
    ? amendmentOfAnswer(result.body)
    : amendmentOfFailure(result, tools.clock.now());
}
