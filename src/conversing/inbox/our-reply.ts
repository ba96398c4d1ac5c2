import type { KeptReply } from "../replying/kept-reply.ts";
import type { HandledEvent } from "./message.ts";
import type { Named } from "./thread.ts";

/** Clocks of two machines may be apart by as much. */
const clocksApartMs = 60_000;

/**
 * The reply of ours that an event speaks of: by the id that we gave it, by the network's, or, where a comment carries
 * none, by its words below what was answered, while its end is unknown. Undefined: somebody wrote it elsewhere.
 */
export function replySpokenOf(
  replies: readonly KeptReply[],
  named: Named,
  event: HandledEvent,
  conversationId: string | undefined,
): KeptReply | undefined {
  const { metadata, person, text } = event.reading;
  const known = replies.find(
    (one) => one.externalId === named.externalId || (metadata !== undefined && one.ownId === metadata),
  );
  if (known || event.kind !== "comment-added" || !person?.isPage) return known;
  return replies.find(
    (one) =>
      one.kind === "comment" &&
      one.externalId === null &&
      one.lastTriedAt !== null &&
      (one.target === named.parentId || one.conversationId === conversationId) &&
      event.happenedAt.getTime() >= one.lastTriedAt.getTime() - clocksApartMs &&
      isSameText(one.text, text ?? ""),
  );
}

/** Networks join blanks, and compose accents in their own way. */
export function isSameText(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
