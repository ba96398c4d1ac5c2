/** What a delivery came to: an answer with its status, or none. */
export type DeliveryOutcome = { kind: "answered"; status: number } | { kind: "no-answer" };

export type DeliverySettlement =
  | { kind: "told" }
  /** The subscriber said that there is nobody any more. */
  | { kind: "gone" }
  | { kind: "again"; at: Date }
  /** This state is not brought there any more; the next one is. */
  | { kind: "given-up" };

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
/** After each failure. A subscriber may be away for a night. */
const pausesMs = [10 * second, minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour] as const;

/** @param tries how often this state was brought before, without success */
export function settleDelivery(outcome: DeliveryOutcome, tries: number, now: Date): DeliverySettlement {
  if (outcome.kind === "answered") {
    if (outcome.status >= 200 && outcome.status < 300) return { kind: "told" };
    if (outcome.status === 410) return { kind: "gone" };
  }
  const pause = pausesMs[tries];
  if (pause === undefined) return { kind: "given-up" };
  return { kind: "again", at: new Date(now.getTime() + pause) };
}

/** How long who works on a subscription has it alone: longer than any call may take. */
export const busyMs = minute;
export const callTimeoutMs = 15 * second;
/** An answer says nothing but its status; what is longer is still an answer. */
export const answerBytesMax = 1_000_000;

/** How many subscriptions there may be, and how many calls at once. */
export const hubLimits = { ofAuthority: 2_000, ofHost: 100, callsAtOnce: 6, callsToHost: 2 } as const;
