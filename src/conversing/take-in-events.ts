import type { Kysely } from "kysely";
import { isConnectionError, isDiskFullError } from "../database/database.ts";
import type { Schema } from "../database/schema.ts";
import { type ArrivedEvent, type StoredCount, storeEvents } from "./event-store.ts";

/** What became of events, for the figures. */
export interface TakenEvents {
  stored: number;
  /** Deliveries of what was there already. */
  duplicates: number;
  /** Of a Page that is no account of the authority. */
  notOurs: number;
}

/**
 * Takes in what a network told us: when this resolves, every event is committed, each once, whatever was delivered twice
 * or is delivered by another process at this very moment. May be repeated without harm.
 *
 * Throws connection errors as they are; whatever else the database says is told without its details, since these quote
 * what people wrote.
 */
export async function takeInEvents(
  db: Kysely<Schema>,
  events: readonly ArrivedEvent[],
): Promise<TakenEvents> {
  if (events.length === 0) return { stored: 0, duplicates: 0, notOurs: 0 };
  const { ours, stored } = await storeDiscreetly(db, events);
  return { stored, duplicates: ours - stored, notOurs: events.length - ours };
}

async function storeDiscreetly(db: Kysely<Schema>, events: readonly ArrivedEvent[]): Promise<StoredCount> {
  for (let triesLeft = triesMax - 1; ; triesLeft -= 1) {
    try {
      return await storeEvents(db, events);
    } catch (error) {
      if (isConflict(error) && triesLeft > 0) continue;
      if (isConnectionError(error)) throw error;
      const { code = "?" } = error as { code?: string };
      throw new Error(
        isDiskFullError(error) ? "no space left for events" : `events were not stored: SQLSTATE ${code}`,
      );
    }
  }
}

const triesMax = 4;

/**
 * Codes of PostgreSQL for "try the same again": serialization failure, a deadlock with a process that stores the same
 * events in another order, an account that went away meanwhile.
 */
function isConflict(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === "40001" || code === "40P01" || code === "23503";
}
