import type { Attachment, ItemFacts, ItemKind } from "../../../watching/found-item.ts";
import type { TodayAttempt, TodayPublication } from "../today.ts";
import type { Correction } from "./corrections.ts";

/** An item as the list shows it. */
export interface ListedItem {
  authorityId: string;
  id: string;
  /** Counts up in the order in which items came. */
  seq: string;
  kind: ItemKind;
  title: string;
  reference: string | null;
  sourceName: string;
  seenAt: Date;
  /** It was on the portal before we came, and was never meant for the Page. */
  isArchived: boolean;
  publications: TodayPublication[];
}

/** All that is known of an item. */
export interface DeskItem extends Omit<ListedItem, "publications"> {
  text: string;
  link: string | null;
  facts: ItemFacts;
  attachments: Attachment[];
  labels: string[];
  /** As the portal says; null where it says nothing. */
  publishedAt: Date | null;
  corrections: Correction[];
  publications: TrackedPublication[];
}

export type TrackedPublication = TodayPublication & { steps: TodayAttempt[] };

/** One page of the list. */
export interface ItemsShown {
  items: ListedItem[];
  /** Whether there are items beyond either end. */
  hasNewer: boolean;
  hasOlder: boolean;
}
