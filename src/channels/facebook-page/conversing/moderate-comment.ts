import type { Account, Amendment } from "../../channel.ts";
import { callGraph, type Tools } from "../graph.ts";
import { amendmentOfAnswer } from "../outcomes.ts";
import type { FacebookReason } from "../reasons.ts";
import type { FacebookPageSettings } from "../settings.ts";
import { moderationOfFailure } from "./answer-outcome.ts";

export type CommentAct = "hide" | "show" | "remove";

/**
 * Hides a comment, shows it again (`POST /{comment}` is_hidden) or deletes it (`DELETE /{comment}`, graph-api.md section
 * 11). Hiding twice is hiding once; what is deleted already is `gone`. The Page's own comments cannot be hidden.
 */
export async function moderateComment(
  tools: Tools,
  account: Account<FacebookPageSettings>,
  commentId: string,
  act: CommentAct,
): Promise<Amendment> {
  const result = await callGraph(tools, account.settings, {
    path: [commentId],
    ...(act === "remove"
      ? { method: "DELETE" as const }
      : { method: "POST" as const, parameters: { is_hidden: String(act === "hide") } }),
  });
  if (result.kind === "answer") return amendmentOfAnswer(result.body);
  const end = moderationOfFailure(result, tools.clock.now());
  const cannotBeHidden =
    act !== "remove" &&
    end.kind === "refused" &&
    end.reason === ("invalid-parameter" satisfies FacebookReason);
  return cannotBeHidden ? { ...end, reason: "hide-not-allowed" satisfies FacebookReason } : end;
}
