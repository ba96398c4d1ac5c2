import type { Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Queue } from "../jobs/queue.ts";
import { planPublications } from "../publishing/plan-publications.ts";
import type { FoundItem } from "./found-item.ts";
import { type Intake, type TakenItem, takeInItems } from "./take-in-items.ts";

/** What one look or push came to. */
export interface Recorded {
  /** One for each item found, in the order in which they are to be told. */
  taken: TakenItem[];
  /** How many were never seen before, archive included. */
  newCount: number;
  /** How many of those are news to tell. */
  newsCount: number;
  planned: number;
}

/**
 * Records what a look or a push found together with the publications that follow from it, in the caller's
 * transaction: no item without its publications, no publication without its item.
 *
 * `isFloodPossible` holds the publications back for a person when more are new than the authority expects at once;
 * false for an archive that was asked for by name.
 */
export async function recordLook(
  trx: Transaction<Schema>,
  queue: Pick<Queue, "add">,
  found: FoundItem[],
  intake: Intake,
  isFloodPossible: boolean,
): Promise<Recorded> {
  const taken = await takeInItems(trx, found, intake);
  const news = taken.filter((item) => item.outcome === "new" && !item.archived);
  const { holdAbove } = intake.settings;
  const isFlood = isFloodPossible && holdAbove !== false && news.length > holdAbove;
  const heldFor = isFlood ? "flood" : undefined;
  const planned = await planPublications(trx, queue, intake.authorityId, news, { now: intake.now, heldFor });
  const newCount = taken.filter((item) => item.outcome === "new").length;
  return { taken, newCount, newsCount: news.length, planned };
}
