import { z } from "zod";
import type { Account } from "../../channel.ts";
import type { Answered } from "../../conversing.ts";
import { callGraph, type Tools } from "../graph.ts";
import type { FacebookReason } from "../reasons.ts";
import type { FacebookPageSettings } from "../settings.ts";
import { answeredOfFailure } from "./answer-outcome.ts";
import { refuseText } from "./answer-text.ts";

/** `{post}_{comment}`, or one number as some edges give it; a JSON number has lost digits already (section 2). */
const written = z.object({ id: z.string().regex(/^\d{1,40}(_\d{1,40})?$/) });

/** Answers a comment, or comments on a post, as the Page: `POST /{post-or-comment}/comments` (graph-api.md section 11). */
export async function replyToComment(
  tools: Tools,
  account: Account<FacebookPageSettings>,
  parentId: string,
  text: string,
): Promise<Answered> {
  const refusal = refuseText(text, "comment");
  if (refusal) return refusal;
  const result = await callGraph(tools, account.settings, {
    method: "POST",
    path: [parentId, "comments"],
    parameters: { message: text },
  });
  if (result.kind !== "answer") return answeredOfFailure(result, "comment", tools.clock.now());
  const { data } = written.safeParse(result.body);
  if (data) return { kind: "sent", externalId: data.id };
  return { kind: "unknown", reason: "answer-uncertain" satisfies FacebookReason, detail: "HTTP 2xx" };
}
