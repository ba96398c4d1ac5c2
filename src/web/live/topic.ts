import { type Act, may, type Staff } from "../../staff/rights.ts";

/**
 * What can change at an authority's desk, and who is told of it. The triggers of migration 0013 say these words; a word
 * that is not here is told to nobody.
 */
const topics = {
  publications: "see-desk",
  items: "see-desk",
  accounts: "see-desk",
  sources: "see-desk",
  conversations: "answer",
  alerts: "answer",
  moderation: "moderate",
} as const satisfies Record<string, Act>;
export type Topic = keyof typeof topics;

/** Something has changed; what, whoever may see it looks up. */
export type Notice = { kind: "changed"; authorityId: string; topic: Topic } | { kind: "staff-changed" };

/** A notice as the database says it, "valdilago conversations"; undefined for what is none of ours. */
export function readNotice(payload: string): Notice | undefined {
  const [authorityId = "", topic = ""] = payload.split(" ");
  if (payload === "* staff") return { kind: "staff-changed" };
  return Object.hasOwn(topics, topic) ? { kind: "changed", authorityId, topic: topic as Topic } : undefined;
}

export function mayHear(
  staff: Staff,
  { authorityId, topic }: { authorityId: string; topic: Topic },
): boolean {
  return may(staff, topics[topic], authorityId);
}
