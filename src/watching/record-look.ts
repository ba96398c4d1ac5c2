import type { Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Queue } from "../jobs/queue.ts";
import { flood, restored } from "../publishing/in-a-persons-hands.ts";
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

/** Why news may not be what they seem. */
export interface Suspicion {
  /** More than the authority expects at once; false for an archive that was asked for by name. */
  isFloodPossible: boolean;
  /** The first good look after a backup was restored: what it finds new may have been published before, unremembered. */
  isRestored: boolean;
}

/**
 * Records what a look or a push found together with the publications that follow from it, in the caller's
 * transaction: no item without its publications, no publication without its item.
 *
 * What the portal published may have reasons to be held for a person: see Suspicion.
 */
export async function recordLook(
  trx: Transaction<Schema>,
  queue: Pick<Queue, "add">,
  found: FoundItem[],
  intake: Intake,
  suspicion: Suspicion,
): Promise<Recorded> {
  const taken = await takeInItems(trx, found, intake);
  const news = taken.filter((item) => item.outcome === "new" && !item.archived);
  const heldFor = whyHeld(news.length, intake, suspicion);
  const planned = await planPublications(trx, queue, intake.authorityId, news, { now: intake.now, heldFor });
  const newCount = taken.filter((item) => item.outcome === "new").length;
  return { taken, newCount, newsCount: news.length, planned };
}

/** A restored backup comes first: what is on the Page already must not go out, however few they are. */
function whyHeld(newsCount: number, intake: Intake, suspicion: Suspicion): string | undefined {
  if (suspicion.isRestored) return restored;
  const { holdAbove } = intake.settings;
  const isFlood = suspicion.isFloodPossible && holdAbove !== false && newsCount > holdAbove;
  return isFlood ? flood : undefined;
}
