import { z } from "zod";
import type { Account } from "../../channel.ts";
import type { Answered, MessageTag } from "../../conversing.ts";
import { callGraph, type Tools } from "../graph.ts";
import type { FacebookReason } from "../reasons.ts";
import type { FacebookPageSettings } from "../settings.ts";
import { type Asked, answeredOfFailure } from "./answer-outcome.ts";
import { refuseText } from "./answer-text.ts";

/** Whom a message is for. Somebody who commented or posted can be written to once, within seven days (section 11). */
export type Recipient = { id: string } | { comment_id: string } | { post_id: string };

export interface OutgoingMessage {
  recipient: Recipient;
  text: string;
  /** Within the first 24 hours, or a person's words up to seven days later (section 13.2). */
  tag: MessageTag;
  /** Comes back in the echo only: no edge shows it (section 13.1). */
  ownId: string;
  inReplyTo?: string;
}

const sent = z.object({
  message_id: z.string().min(1),
  recipient_id: z.string().min(1).optional().catch(undefined),
});

/** Writes to a person as the Page, once: `POST /{page}/messages` (graph-api.md section 13). */
export async function sendMessage(
  tools: Tools,
  account: Account<FacebookPageSettings>,
  message: OutgoingMessage,
): Promise<Answered> {
  const refusal = refuseText(message.text, "message");
  if (refusal) return refusal;
  const result = await callGraph(tools, account.settings, {
    method: "POST",
    path: [account.settings.pageId, "messages"],
    parameters: parametersOf(message),
  });
  if (result.kind !== "answer") return answeredOfFailure(result, askedFor(message), tools.clock.now());
  const { data } = sent.safeParse(result.body);
  if (data) return { kind: "sent", externalId: data.message_id, personId: data.recipient_id };
  return { kind: "unknown", reason: "answer-uncertain" satisfies FacebookReason, detail: "HTTP 2xx" };
}

function askedFor({ recipient, tag }: OutgoingMessage): Asked {
  if (!("id" in recipient)) return "private-reply";
  return tag === "human" ? "human-message" : "message";
}

/** In form encodings objects are JSON strings (section 2). All other tags are dead since 27 April 2026. */
function parametersOf({ recipient, text, tag, ownId, inReplyTo }: OutgoingMessage): Record<string, string> {
  return {
    recipient: JSON.stringify(recipient),
    message: JSON.stringify({ text, metadata: ownId }),
    ...(tag === "human"
      ? { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" }
      : { messaging_type: "RESPONSE" }),
    ...(inReplyTo === undefined ? {} : { reply_to: JSON.stringify({ mid: inReplyTo }) }),
  };
}
