import type { Transaction } from "kysely";
import type { AuthoritySettings } from "../authority/settings.ts";
import type { Schema } from "../database/schema.ts";
import type { FoundItem, ItemKind } from "./found-item.ts";
import { contentHash, keysOf } from "./item-key.ts";
import { kindOf } from "./item-kind.ts";
import {
  addKeys,
  findKnown,
  findVersions,
  insertItem,
  lockIntake,
  recordChange,
  recordCorrection,
  wasSaidBefore,
} from "./item-store.ts";
import { inReadingOrder } from "./reading-order.ts";
import { type KnownKey, type Recognition, recognise } from "./recognise.ts";

/** Where the items come from, and how that source is to be read. */
export interface Intake {
  authorityId: string;
  sourceId: string;
  settings: AuthoritySettings;
  /** For items whose source does not say what they are. */
  defaultKind: ItemKind;
  /**
   * How many of the new items are news to tell, newest first; the others are recorded as archive. The first look at a
   * source passes its backfill here (usually 0), later looks pass "all".
   */
  publishNewest: number | "all";
  /** Feeds are put in the portal's order; what is pushed comes in the order in which it is to be told. */
  order: "by-date" | "as-given";
  now: Date;
}

export interface TakenItem {
  found: FoundItem;
  id: string;
  seq: string;
  kind: ItemKind;
  archived: boolean;
  /** What became of it: for the answer to a push. */
  outcome: "new" | "known" | "corrected" | "buried";
}

/**
 * Takes the items of one look or push into the authority's memory, each once whatever the source does with its ids.
 * Runs in the caller's transaction, so that publications and their jobs come into being with the items or not at all.
 * Gives one result for each item found, in the order in which they are to be told (oldest first).
 */
export async function takeInItems(
  trx: Transaction<Schema>,
  found: FoundItem[],
  intake: Intake,
): Promise<TakenItem[]> {
  if (found.length === 0) return [];
  await lockIntake(trx, intake.authorityId);
  const ordered = intake.order === "by-date" ? inReadingOrder(found) : found;
  const references = intake.settings.references.map((source) => new RegExp(source, "i"));
  const keys = keysOf(ordered, { sourceId: intake.sourceId, references });
  const known = await findKnown(trx, intake.authorityId, [...new Set(keys.flat())]);
  const recognised = await insertNew(trx, ordered, keys, known, intake);
  await recordCorrections(trx, recognised, intake);
  return recognised;
}

async function insertNew(
  trx: Transaction<Schema>,
  ordered: FoundItem[],
  keys: string[][],
  known: Map<string, KnownKey>,
  intake: Intake,
): Promise<TakenItem[]> {
  // Judged in two passes because "the newest n" is only known once all new ones are counted.
  const firstOfNews = firstToPublish(ordered, keys, new Map(known), intake.publishNewest);
  const taken: TakenItem[] = [];
  let newCount = 0;
  for (const [index, item] of ordered.entries()) {
    const own = keys[index] ?? [];
    const kind = kindOf(item, intake.defaultKind);
    const recognition = recognise(item, own, known);
    if (recognition.kind !== "new") {
      taken.push(alreadySeen(item, recognition, kind));
      if (recognition.kind === "known") {
        const learned = learnedFrom(own, recognition.by).filter((key) => !known.has(key));
        await addKeys(trx, intake.authorityId, recognition.itemId, learned, intake.now);
        remember(known, learned, recognition.itemId, item);
      }
      continue;
    }
    const archived = newCount < firstOfNews;
    newCount += 1;
    const reference = own[0]?.startsWith("ref:") ? own[0].slice(4) : null;
    const place = { authorityId: intake.authorityId, sourceId: intake.sourceId };
    const row = await insertItem(
      trx,
      { ...place, kind, reference, found: item, archived, now: intake.now },
      own,
    );
    await recordChange(trx, intake.authorityId, row.id, "published", intake.now);
    remember(known, own, row.id, item);
    taken.push({ found: item, ...row, kind, archived, outcome: "new" });
  }
  return taken;
}

/** How many of the new items, counted from the oldest, are archive. */
function firstToPublish(
  ordered: FoundItem[],
  keys: string[][],
  known: Map<string, KnownKey>,
  publishNewest: number | "all",
): number {
  if (publishNewest === "all") return 0;
  let count = 0;
  for (const [index, item] of ordered.entries()) {
    const own = keys[index] ?? [];
    if (recognise(item, own, known).kind !== "new") continue;
    count += 1;
    remember(known, own, `new ${index}`, item);
  }
  return Math.max(count - publishNewest, 0);
}

function alreadySeen(
  found: FoundItem,
  recognition: Exclude<Recognition, { kind: "new" }>,
  kind: ItemKind,
): TakenItem {
  return {
    found,
    id: recognition.kind === "known" ? recognition.itemId : "",
    seq: "0",
    kind,
    archived: true,
    outcome: recognition.kind,
  };
}

/** Told by its words alone although it has a page: others stood on that page when it was seen first, so it is not its own. */
function learnedFrom(own: string[], by: string): string[] {
  return by.startsWith("content:") ? own.filter((key) => !key.startsWith("link:")) : own;
}

/** The same item may stand twice in one look: what was just seen is known for the rest of it. */
function remember(known: Map<string, KnownKey>, own: string[], itemId: string, item: FoundItem): void {
  const hasIdKey = own.some((key) => key.startsWith("id:"));
  const { title, text } = item;
  for (const key of own) if (!known.has(key)) known.set(key, { key, itemId, title, text, hasIdKey });
}

async function recordCorrections(
  trx: Transaction<Schema>,
  taken: TakenItem[],
  intake: Intake,
): Promise<void> {
  const known = taken.filter((item) => item.outcome === "known");
  const versions = await findVersions(trx, intake.authorityId, [...new Set(known.map((item) => item.id))]);
  // A source that shows two versions of one item side by side would otherwise correct it to and fro at every look.
  for (const { id, found } of known) if (versions.get(id)?.hash === contentHash(found)) versions.delete(id);
  for (const item of known) {
    const version = versions.get(item.id);
    if (!version) continue;
    // So would two sources that tell it in different words: another source corrects it only with what is news.
    const isOwn = version.sourceId === intake.sourceId;
    if (!isOwn && (await wasSaidBefore(trx, intake.authorityId, item.id, item.found))) continue;
    await recordCorrection(trx, intake.authorityId, item.id, item.found, intake.now);
    versions.delete(item.id);
    item.outcome = "corrected";
  }
}
