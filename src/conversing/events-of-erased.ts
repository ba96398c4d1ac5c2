import type { Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { ConverseTools } from "./converse-tools.ts";
import { findErased } from "./erased-people-store.ts";
import type { Listener } from "./inbox/listener.ts";
import type { HandledEvent } from "./inbox/message.ts";
import { personFingerprint } from "./person-fingerprint.ts";

/** What somebody wrote before they asked for deletion does not come back, however it reaches us. */
export async function eventsOfErased(
  tools: ConverseTools,
  trx: Transaction<Schema>,
  listener: Listener,
  events: readonly HandledEvent[],
): Promise<Set<string>> {
  const erased = await findErased(trx, listener);
  if (erased.length === 0) return new Set();
  const isErased = (personId: string | undefined, at: Date) => {
    if (personId === undefined) return false;
    const hash = personFingerprint(tools.vault, listener, personId);
    return erased.some((one) => one.personHash.equals(hash) && at <= one.askedAt);
  };
  const theirs = events.filter(({ reading, happenedAt }) =>
    [reading.person?.id, reading.recipientId].some((id) => isErased(id, happenedAt)),
  );
  return new Set(theirs.map(({ id }) => id));
}
