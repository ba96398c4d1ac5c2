import type { Kysely, Transaction } from "kysely";
import { findAuthority } from "../authority/authority-store.ts";
import type { Schema } from "../database/schema.ts";
import type { Queue } from "../jobs/queue.ts";
import type { Clock } from "../platform/clock.ts";
import type { PublicationState } from "../publishing/publication.ts";
import { findPublicationStates } from "../publishing/publication-states-store.ts";
import type { FoundItem } from "./found-item.ts";
import { lockIntake } from "./item-store.ts";
import { findReceipt, keepReceipt } from "./push-receipt-store.ts";
import { addPushSource, findPushSource, notePush, type PushSource } from "./push-source-store.ts";
import { recordLook } from "./record-look.ts";
import { sourceSettings } from "./source-settings.ts";
import type { TakenItem } from "./take-in-items.ts";

export interface PushTools {
  db: Kysely<Schema>;
  queue: Pick<Queue, "add">;
  clock: Clock;
}

/** What a portal hands over at once: items in the order in which they are to be told. */
export interface Push {
  authorityId: string;
  /** Without it the authority's first push source, made at the first push. */
  sourceId: string | undefined;
  /** Chosen by the sender: the same push repeated carries the same key. */
  idempotencyKey: string;
  /** Of all that the push says, to notice a key that is used for something else. */
  requestHash: string;
  items: FoundItem[];
}

/** What became of one pushed item. `id` is null for an item that was erased here: it stays so. */
export interface PushedItem {
  id: string | null;
  outcome: TakenItem["outcome"];
  publications: { id: string; account: string; state: PublicationState; url: string | null }[];
}

export interface PushAnswer {
  source: string;
  items: PushedItem[];
}

export type PushResult =
  | { kind: "taken"; status: number; answer: PushAnswer }
  /** The same push came before; this is what it was answered. */
  | { kind: "repeated"; status: number; answer: PushAnswer }
  | { kind: "refused"; reason: "key-reused" | "unknown-source" | "source-stopped" | "unknown-authority" };

/**
 * Takes in what a portal pushes: items, their publications, the jobs and the receipt in one transaction. A push whose
 * answer was lost may be repeated with its key for ever: it is answered again and nothing happens twice.
 */
export async function pushItems(tools: PushTools, push: Push): Promise<PushResult> {
  const once = () => tools.db.transaction().execute((trx) => takePush(trx, tools, push));
  try {
    return await once();
  } catch (error) {
    if (!isConflict(error)) throw error;
    return await once();
  }
}

async function takePush(trx: Transaction<Schema>, tools: PushTools, push: Push): Promise<PushResult> {
  const { authorityId, idempotencyKey, requestHash } = push;
  // Before the receipt is looked for: of two equal pushes at the same moment the second waits here and finds it.
  await lockIntake(trx, authorityId);
  const receipt = await findReceipt(trx, authorityId, idempotencyKey);
  if (receipt) {
    if (receipt.requestHash !== requestHash) return { kind: "refused", reason: "key-reused" };
    return { kind: "repeated", status: receipt.status, answer: receipt.answer as PushAnswer };
  }
  const authority = await findAuthority(trx, authorityId);
  if (!authority) return { kind: "refused", reason: "unknown-authority" };
  const source = await sourceOf(trx, push);
  if (!source) return { kind: "refused", reason: "unknown-source" };
  if (source.isStopped) return { kind: "refused", reason: "source-stopped" };

  const now = tools.clock.now();
  const intake = {
    authorityId,
    sourceId: source.id,
    settings: authority.settings,
    defaultKind: sourceSettings.parse(source.settings).kind,
    publishNewest: "all",
    order: "as-given",
    now,
  } as const;
  // Not held after a backup was restored: a feed shows again what it showed before, but who pushes sends again, with its
  // idempotency key and ids, only what was never answered. And no push is known to be the last that could be a repetition.
  const recorded = await recordLook(trx, tools.queue, push.items, intake, {
    isFloodPossible: true,
    isRestored: false,
  });
  await notePush(trx, authorityId, source.id, now, recorded.newsCount > 0);
  const answer = { source: source.id, items: await describe(trx, authorityId, recorded.taken) };
  const status = recorded.newCount > 0 ? 201 : 200;
  await keepReceipt(trx, authorityId, idempotencyKey, { requestHash, status, answer }, now);
  return { kind: "taken", status, answer };
}

async function sourceOf(trx: Transaction<Schema>, push: Push): Promise<PushSource | undefined> {
  const found = await findPushSource(trx, push.authorityId, push.sourceId);
  if (found || push.sourceId !== undefined) return found;
  return await addPushSource(trx, push.authorityId);
}

async function describe(
  trx: Transaction<Schema>,
  authorityId: string,
  taken: TakenItem[],
): Promise<PushedItem[]> {
  const ids = taken.flatMap((item) => (item.id ? [item.id] : []));
  const publications = await findPublicationStates(trx, authorityId, [...new Set(ids)]);
  return taken.map((item) => ({
    id: item.id || null,
    outcome: item.outcome,
    publications: (publications.get(item.id) ?? []).map(({ id, accountId, state, url }) => ({
      id,
      account: accountId,
      state,
      url,
    })),
  }));
}

/** Codes of PostgreSQL for "try the same again": serialization failure, deadlock, a row that came into being meanwhile. */
function isConflict(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === "40001" || code === "40P01" || code === "23505";
}
