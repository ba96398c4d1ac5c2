import { applyEntry, type BoardEntry, type BoardState, emptyBoard, entriesOf } from "./board-state.ts";
import { type Draft, itemSlug, type PortalItem } from "./item.ts";
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

export interface BoardOptions {
  dataFile?: string;
  now: () => Date;
  /** The first position of the pretend stream; 0 when left out. */
  streamFrom?: number;
}

/** Opens the noticeboard, with what its journal remembers. */
export function openNoticeboard(options: BoardOptions): Noticeboard {
  const { now } = options;
  const state = emptyBoard(now());
  const journal = options.dataFile === undefined ? undefined : remember(options.dataFile, state);
  let revision = 0;
  const record = (entry: BoardEntry) => {
    // The journal first: what a reader has seen is there after a restart.
    journal?.append(entry);
    applyEntry(state, entry);
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
      const item = editedItem(existing(id), patch, now());
      record({ event: "edited", item });
      return item;
    },
    remove: (id) => record({ event: "removed", id: existing(id).id, at: now().toISOString() }),
    revision: () => revision,
    changedAt: () => new Date(state.changedAt),
    nextStreamPosition: () => Math.max(state.nextStreamPosition, options.streamFrom ?? 0),
    close: () => journal?.close(),
  };
}

/** Brings the state to where the journal left it. */
function remember(dataFile: string, state: BoardState): Journal {
  for (const entry of readJournal(dataFile)) applyEntry(state, entry as BoardEntry);
  return openJournal(dataFile, entriesOf(state));
}

function newItem(draft: Draft, id: number, now: Date): PortalItem {
  const at = now.toISOString();
  return {
    ...draft,
    id,
    slug: itemSlug(draft.title, id),
    // A series of the editors' own: it can never meet the references of the pretend stream.
    reference: draft.reference ?? `RED-${now.getUTCFullYear()}-${String(id).padStart(4, "0")}`,
    publishedAt: at,
    updatedAt: at,
  };
}

function editedItem(before: PortalItem, patch: Partial<Draft>, now: Date): PortalItem {
  const reference = patch.reference ?? before.reference;
  return { ...before, ...patch, reference, updatedAt: now.toISOString() };
}
