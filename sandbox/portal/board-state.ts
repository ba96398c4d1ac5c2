import type { PortalItem } from "./item.ts";

/** All a noticeboard knows. */
export interface BoardState {
  /** Newest first. */
  items: PortalItem[];
  removed: Set<number>;
  nextId: number;
  nextStreamPosition: number;
  changedAt: string;
}

/** What can happen to a noticeboard: a line of its journal. */
export type BoardEntry =
  | { event: "opened"; nextId: number; nextStreamPosition: number; changedAt: string; removed: number[] }
  | { event: "published"; item: PortalItem; streamPosition?: number }
  | { event: "edited"; item: PortalItem }
  | { event: "removed"; id: number; at: string };

/** The oldest news leave the portal when there are more than this: a stream left on for a month must not fill memory. */
const itemsMax = 2000;

export function emptyBoard(now: Date): BoardState {
  return { items: [], removed: new Set(), nextId: 1, nextStreamPosition: 0, changedAt: now.toISOString() };
}

/** Changes the state as the entry says. The same entries in the same order always give the same state. */
export function applyEntry(state: BoardState, entry: BoardEntry): void {
  switch (entry.event) {
    case "opened":
      state.nextId = entry.nextId;
      state.nextStreamPosition = entry.nextStreamPosition;
      state.changedAt = entry.changedAt;
      state.removed = new Set(entry.removed);
      return;
    case "published":
      state.items.unshift(entry.item);
      if (state.items.length > itemsMax) state.items.length = itemsMax;
      state.nextId = Math.max(state.nextId, entry.item.id + 1);
      state.nextStreamPosition = Math.max(state.nextStreamPosition, (entry.streamPosition ?? -1) + 1);
      state.changedAt = later(state.changedAt, entry.item.publishedAt);
      return;
    case "edited":
      state.items = state.items.map((item) => (item.id === entry.item.id ? entry.item : item));
      state.changedAt = later(state.changedAt, entry.item.updatedAt);
      return;
    case "removed":
      state.items = state.items.filter((item) => item.id !== entry.id);
      state.removed.add(entry.id);
      state.changedAt = later(state.changedAt, entry.at);
  }
}

/** The shortest list of entries that gives this state. */
export function entriesOf({ items, removed, ...numbers }: BoardState): BoardEntry[] {
  return [
    { event: "opened", ...numbers, removed: [...removed] },
    ...items.toReversed().map((item): BoardEntry => ({ event: "published", item })),
  ];
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
