import type { SendRequest } from "./send-request.ts";
import type { Thread } from "./thread.ts";

const DAY_MS = 86_400_000;
const HUMAN_AGENT_MS = 7 * DAY_MS;

/** Why a message to somebody who has written may not go out. */
export type Refusal = "outside-window" | "tag-not-granted" | "not-owner";

/**
 * The windows of section 13.2: 24 hours after the person's last action for everything, 7 days after their last message
 * for a human agent where the app has that feature.
 * @param now unix milliseconds
 * @returns undefined where the message may go out
 */
export function maySend(
  thread: Thread,
  kind: SendRequest["kind"],
  app: { id: string; humanAgent?: boolean },
  now: number,
): Refusal | undefined {
  if (thread.ownerAppId !== undefined && thread.ownerAppId !== app.id) return "not-owner";
  const sinceAction = now - (thread.lastActionAt ?? Number.NEGATIVE_INFINITY);
  if (kind === "human-agent") {
    if (!app.humanAgent) return "tag-not-granted";
    const sinceMessage = now - (thread.lastMessageAt ?? Number.NEGATIVE_INFINITY);
    return sinceMessage <= HUMAN_AGENT_MS ? undefined : "outside-window";
  }
  return sinceAction <= DAY_MS ? undefined : "outside-window";
}
