import type { Chance } from "../random.ts";
import { type HistoryItem, newItem } from "./history-item.ts";
import type { Traits } from "./traits.ts";

/** What a whole poll shows, in the order of the feed, and what happened since the one before. */
export interface PastState {
  shown: HistoryItem[];
  what: string[];
}

export interface Past {
  goOn(poll: number): PastState;
}

/** The past of a portal, poll after poll. */
export function createPast(seed: number, traits: Traits, luck: Chance): Past {
  /** All items ever published, oldest first. */
  const items: HistoryItem[] = [];
  const publish = (count: number) => {
    for (let left = count; left > 0; left--) items.push(newItem(seed, items.length, traits, luck));
  };
  return {
    goOn: (poll) => {
      const what: string[] = [];
      const arrived = poll === 0 ? luck.whole(1, traits.window) : arrivals(traits, luck);
      publish(arrived);
      if (arrived > 0) what.push(`${arrived} new`);
      if (poll > 0) leaveAndComeBack(items, traits, luck, what);
      const shown = visible(items, poll, traits, luck, what);
      changeSome(shown, poll, traits, luck, what);
      const firstTimes = shown.filter((item) => !item.seen).length;
      if (firstTimes !== arrived) what.push(`${firstTimes} seen for the first time`);
      for (const item of shown) item.seen = true;
      return { shown: withTwins(shown, traits, luck, what), what };
    },
  };
}

function arrivals(traits: Traits, luck: Chance): number {
  // A burst may be longer than the window: what falls out of it was never shown, and may still turn up later.
  if (luck.likely(traits.burst)) return luck.whole(5, Math.ceil(traits.window * 1.3) + 5);
  return luck.likely(traits.arrivals) ? luck.whole(1, 3) : 0;
}

function leaveAndComeBack(items: HistoryItem[], traits: Traits, luck: Chance, what: string[]): void {
  let left = 0;
  let back = 0;
  for (const item of items) {
    if (item.hidden && luck.likely(traits.comeBack * 0.3)) {
      item.hidden = false;
      back++;
    } else if (!item.hidden && luck.likely(traits.leave * 0.2)) {
      item.hidden = true;
      left++;
    }
  }
  if (left + back > 0) what.push(`${left} left, ${back} allowed back`);
}

function visible(
  items: HistoryItem[],
  poll: number,
  traits: Traits,
  luck: Chance,
  what: string[],
): HistoryItem[] {
  if (poll > 0 && luck.likely(traits.empty)) {
    what.push("empty");
    return [];
  }
  const shrunk = poll > 0 && luck.likely(traits.shrink);
  if (shrunk) what.push("shrunk");
  const present = items.filter((item) => !item.hidden).slice(-(shrunk ? 2 : traits.window));
  if (traits.order === "oldest-first") return present;
  return traits.order === "newest-first" ? present.reverse() : luck.shuffled(present);
}

/** Changes items in the poll that shows them, never while they are away. */
function changeSome(shown: HistoryItem[], poll: number, traits: Traits, luck: Chance, what: string[]): void {
  if (traits.migrationAt === poll) what.push("from now on other ids");
  const counts = { retitled: 0, "with another id": 0, "with another link": 0 };
  const migrated = traits.migrationAt !== undefined && poll >= traits.migrationAt;
  for (const item of shown) {
    const happening = changeOne(item, migrated, traits, luck);
    if (happening !== undefined) counts[happening]++;
  }
  for (const [happening, count] of Object.entries(counts)) if (count > 0) what.push(`${count} ${happening}`);
}

/**
 * Changes at most one part of an item, its id, its link or its title: whoever saw it before finds all the others as
 * they were. An item that is nothing but its content never changes.
 */
function changeOne(item: HistoryItem, migrated: boolean, traits: Traits, luck: Chance) {
  const named = item.guid !== undefined || item.path !== undefined;
  const bothNames = item.guid !== undefined && item.path !== undefined;
  if (migrated && bothNames && !item.migrated) {
    item.migrated = true;
    return undefined;
  }
  if (!item.seen || !named) return undefined;
  if (bothNames && luck.likely(traits.newGuid * 0.3)) {
    item.guidVersion++;
    return "with another id";
  }
  // Never beside a migration: an item away since before it would return with both parts new.
  if (bothNames && traits.migrationAt === undefined && luck.likely(traits.newLink * 0.3)) {
    item.pathVersion++;
    return "with another link";
  }
  if (luck.likely(traits.retitle * 0.3)) {
    item.edition++;
    return "retitled";
  }
  return undefined;
}

/** The same item twice in a poll: as a portal does that lists it under two categories, or after a double click. */
function withTwins(shown: HistoryItem[], traits: Traits, luck: Chance, what: string[]): HistoryItem[] {
  if (shown.length === 0 || !luck.likely(traits.sameTwice)) return shown;
  const twin = luck.pick(shown);
  what.push("one twice");
  return shown.toSpliced(luck.whole(0, shown.length), 0, twin);
}
