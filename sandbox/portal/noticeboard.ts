import { type Draft, type PortalItem, slugOf } from "./item.ts";
import { type Journal, openJournal, readJournal } from "./journal.ts";

/** The news of the portal: in memory, and in a journal where a file is given. */
export interface Noticeboard {
  /** Newest first, without what was withdrawn. */
  items(): readonly PortalItem[];
  find(id: number): PortalItem | undefined;
  findByReference(reference: string): PortalItem | undefined;
  /** True when an item with this number was there and has been withdrawn. */
  wasRemoved(id: number): boolean;
  publish(draft: Draft, streamPosition?: number): PortalItem;
  /** Changes some fields; a field given as undefined is emptied. Throws for an unknown number. */
  edit(id: number, patch: Partial<Draft>): PortalItem;
  /** Throws for an unknown number. */
  remove(id: number): void;
  /** Grows with every change: what was drawn from an older revision is stale. */
  revision(): number;
  changedAt(): Date;
  /** The first position of the pretend stream that was never published, also before a restart. */
  nextStreamPosition(): number;
  close(): void;
}

/** The oldest news leave the portal when there are more than this: a stream left on for a month must not fill memory. */
const itemsMax = 2000;

interface State {
  items: PortalItem[];
  removed: Set<number>;
  nextId: number;
  nextStreamPosition: number;
  changedAt: string;
}

type Entry =
  | { event: "opened"; nextId: number; nextStreamPosition: number; changedAt: string; removed: number[] }
  | { event: "published"; item: PortalItem; streamPosition?: number }
  | { event: "edited"; item: PortalItem }
  | { event: "removed"; id: number; at: string };

/** Opens the noticeboard, with what its journal remembers. */
export function openNoticeboard(options: { dataFile?: string; now: () => Date }): Noticeboard {
  const { dataFile, now } = options;
  const state: State = {
    items: [],
    removed: new Set(),
    nextId: 1,
    nextStreamPosition: 0,
    changedAt: now().toISOString(),
  };
  let journal: Journal | undefined;
  if (dataFile !== undefined) {
    for (const entry of readJournal(dataFile)) apply(state, entry as Entry);
    journal = openJournal(dataFile, snapshotOf(state));
  }
  let revision = 0;
  const record = (entry: Entry) => {
    // The journal first: what a reader has seen is there after a restart.
    journal?.append(entry);
    apply(state, entry);
    revision++;
  };
  const find = (id: number) => state.items.find((item) => item.id === id);
  const existing = (id: number): PortalItem => {
    const item = find(id);
    if (item === undefined) throw new Error(`The portal has no item number ${id}.`);
    return item;
  };
  return {
    items: () => state.items,
    find,
    findByReference: (reference) => state.items.find((item) => item.reference === reference),
    wasRemoved: (id) => state.removed.has(id),
    publish: (draft, streamPosition) => {
      const item = newItem(draft, state.nextId, now());
      record({ event: "published", item, streamPosition });
      return item;
    },
    edit: (id, patch) => {
      const before = existing(id);
      const item = {
        ...before,
        ...patch,
        reference: patch.reference ?? before.reference,
        updatedAt: now().toISOString(),
      };
      record({ event: "edited", item });
      return item;
    },
    remove: (id) => record({ event: "removed", id: existing(id).id, at: now().toISOString() }),
    revision: () => revision,
    changedAt: () => new Date(state.changedAt),
    nextStreamPosition: () => state.nextStreamPosition,
    close: () => journal?.close(),
  };
}

function newItem(draft: Draft, id: number, now: Date): PortalItem {
  const at = now.toISOString();
  return {
    ...draft,
    id,
    slug: slugOf(draft.title, id),
    // A series of the editors' own: it can never meet the references of the pretend stream.
    reference: draft.reference ?? `RED-${now.getUTCFullYear()}-${String(id).padStart(4, "0")}`,
    publishedAt: at,
    updatedAt: at,
  };
}

function apply(state: State, entry: Entry): void {
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

function later(one: string, other: string): string {
  return one > other ? one : other;
}

function snapshotOf(state: State): Entry[] {
  const { nextId, nextStreamPosition, changedAt, removed } = state;
  return [
    { event: "opened", nextId, nextStreamPosition, changedAt, removed: [...removed] },
    ...state.items.toReversed().map((item): Entry => ({ event: "published", item })),
  ];
}
