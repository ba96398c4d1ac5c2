import { z } from "zod";
import type { Account, Amendment } from "../../channel.ts";
import { callGraph, type Tools } from "../graph.ts";
import type { FacebookReason } from "../reasons.ts";
import type { FacebookPageSettings } from "../settings.ts";
import { moderationOfFailure } from "./answer-outcome.ts";

const actions = { typing: "typing_on", "not-typing": "typing_off", seen: "mark_seen" } as const;
export type Sign = keyof typeof actions;

/** A sign carries no message, so its answer names the recipient only (section 13.1). */
const taken = z.object({ recipient_id: z.string() });

/** Shows a person that the Page reads or writes: a `sender_action` of `POST /{page}/messages`. */
export async function sendSign(
  tools: Tools,
  account: Account<FacebookPageSettings>,
  personId: string,
  sign: Sign,
): Promise<Amendment> {
  const result = await callGraph(tools, account.settings, {
    method: "POST",
    path: [account.settings.pageId, "messages"],
    parameters: { recipient: JSON.stringify({ id: personId }), sender_action: actions[sign] },
  });
  if (result.kind !== "answer") return moderationOfFailure(result, tools.clock.now());
  if (taken.safeParse(result.body).success) return { kind: "done" };
  return { kind: "retry", reason: "answer-not-readable" satisfies FacebookReason, detail: "HTTP 2xx" };
}
