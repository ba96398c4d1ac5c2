import type { Transaction } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { standingOf } from "./conversation.ts";
import { calendarFor, type Listener } from "./listener.ts";
import { plannedWarnings } from "./planned-warning.ts";
import {
  findTold,
  lockWhatWasSaid,
  type SaidInConversation,
  saveStandings,
  type WorkedOut,
} from "./standing-store.ts";
import { timingOf } from "./timing.ts";

/**
 * Works out anew how conversations stand, from their messages and what people decided, and saves it. Part of every
 * transaction that changes either of them. `by`: who of us did; null where it came from the network.
 */
export async function refreshConversations(
  trx: Transaction<Schema>,
  listener: Listener,
  ids: readonly string[],
  changed: { by: string | null; at: Date },
): Promise<WorkedOut[]> {
  if (ids.length === 0) return [];
  const all = await lockWhatWasSaid(trx, listener.authorityId, ids);
  const told = await findTold(trx, listener.authorityId, ids);
  const worked = all.map((one) => workOut(listener, one, told));
  await saveStandings(trx, listener.authorityId, worked, changed);
  return worked;
}

type Told = Awaited<ReturnType<typeof findTold>>;

function workOut(listener: Listener, { conversation, said }: SaidInConversation, told: Told): WorkedOut {
  const { id, kind, actedAt, officeId } = conversation;
  const standing = standingOf(said, conversation);
  const calendar = calendarFor(listener, officeId);
  const { promise } = listener.authority.settings;
  const timing = timingOf({ kind, standing, actedAt, calendar, promise, windows: listener.windows });
  const { waitingSince } = standing;
  const planned = waitingSince ? plannedWarnings(calendar, timing, waitingSince) : [];
  const untold = planned.find(({ warning }) => !isTold(told, id, waitingSince, warning));
  return { id, standing, timing, nextWarningAt: untold?.at ?? null };
}

function isTold(told: Told, id: string, waitingSince: Date | null, warning: string): boolean {
  return told.some(
    (one) =>
      one.conversationId === id &&
      one.warning === warning &&
      one.waitingSince.getTime() === waitingSince?.getTime(),
  );
}
