import type { Account, Amendment } from "../channel.ts";
import { callGraph, type Tools } from "./graph.ts";
import { amendmentOfAnswer, amendmentOfFailure } from "./outcomes.ts";
import type { FacebookPageSettings } from "./settings.ts";

/** Takes a post off the Page (`DELETE /{post}`, graph-api.md section 9). A second removal says `gone`. */
export async function remove(
  tools: Tools,
  externalId: string,
  account: Account<FacebookPageSettings>,
): Promise<Amendment> {
  const result = await callGraph(tools, account.settings, { method: "DELETE", path: [externalId] });
  return result.kind === "answer"
    ? amendmentOfAnswer(result.body)
    : amendmentOfFailure(result, tools.clock.now());
}
