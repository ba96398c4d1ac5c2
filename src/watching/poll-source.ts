import type { Kysely } from "kysely";
import type { z } from "zod";
import { findAuthority } from "../authority/authority-store.ts";
import { isConnectionError } from "../database/connection-error.ts";
import type { Schema } from "../database/schema.ts";
import type { Queue } from "../jobs/queue.ts";
import type { Clock } from "../platform/clock.ts";
import type { Log } from "../platform/log.ts";
import type { Look, Source } from "../sources/source.ts";
import { pauseAfterFault } from "./look-pause.ts";
import { recordLook } from "./record-look.ts";
import { sourceSettings } from "./source-settings.ts";
import { findSource, type NotedFault, noteFault, noteGoodLook, type WatchedSource } from "./source-store.ts";
import type { Intake } from "./take-in-items.ts";

export interface PollTools {
  db: Kysely<Schema>;
  queue: Pick<Queue, "add">;
  sources: Record<string, Source>;
  clock: Clock;
  log: Log;
}

export interface PollResult {
  found: number;
  new: number;
  planned: number;
  fault?: string;
}

/**
 * One look at one source. Everything it finds is recorded together with the publications that follow from it, in one
 * transaction; a look that gives nothing (unreachable, broken, not a feed) changes nothing but the note about it.
 * Absence from a look never means anything: lists are partial.
 */
export async function pollSource(
  tools: PollTools,
  authorityId: string,
  sourceId: string,
): Promise<PollResult | undefined> {
  const source = await findSource(tools.db, authorityId, sourceId);
  if (!source?.url) return undefined;
  try {
    return await lookAt(tools, source, source.url);
  } catch (error) {
    // Whoever looks at the source must see that it is not read, whatever the reason; the log says which.
    const detail = error instanceof Error ? error.name : "";
    if (!isConnectionError(error)) await keepFault(tools, source, { fault: "unexplained", detail });
    throw error;
  }
}

async function lookAt(tools: PollTools, source: WatchedSource, url: string): Promise<PollResult> {
  const adapter = tools.sources[source.kind];
  if (!adapter)
    throw new Error(`source ${source.authorityId}/${source.id} is of an unknown kind: ${source.kind}`);
  const settings = sourceSettings.parse(source.settings);
  const address = { url, allowPrivateAddress: settings.allowPrivateAddress };
  const look = await adapter.look(address, source.validators, tools.clock.now());
  return look.kind === "fault" ? keepFault(tools, source, look) : takeIn(tools, source, settings, look);
}

async function keepFault(
  tools: PollTools,
  source: WatchedSource,
  { fault, detail, notBefore }: NotedFault & { notBefore?: Date },
): Promise<PollResult> {
  const now = tools.clock.now();
  const next = pauseAfterFault(source.faults, source.everySeconds, notBefore, now);
  await noteFault(tools.db, source, { fault, detail }, now, next);
  const { authorityId, id } = source;
  tools.log.warn({ authorityId, sourceId: id, fault, detail }, "a source gave nothing");
  return { found: 0, new: 0, planned: 0, fault };
}

async function takeIn(
  tools: PollTools,
  source: WatchedSource,
  settings: z.infer<typeof sourceSettings>,
  look: Exclude<Look, { kind: "fault" }>,
): Promise<PollResult> {
  const now = tools.clock.now();
  if (look.kind === "unchanged") {
    await noteGoodLook(tools.db, source, look, now, false);
    return { found: 0, new: 0, planned: 0 };
  }
  const { authorityId } = source;
  const authority = await findAuthority(tools.db, authorityId);
  if (!authority) throw new Error(`source ${source.id} belongs to an unknown authority: ${authorityId}`);
  const result = await tools.db.transaction().execute(async (trx) => {
    const intake: Intake = {
      authorityId,
      sourceId: source.id,
      settings: authority.settings,
      defaultKind: settings.kind,
      publishNewest: source.baselineAt ? "all" : settings.backfill,
      order: "by-date",
      now,
    };
    const recorded = await recordLook(trx, tools.queue, look.items, intake, {
      // A backfill was asked for by name, so it is no flood.
      isFloodPossible: source.baselineAt !== null,
      isRestored: source.restoredAt !== null,
    });
    await noteGoodLook(trx, source, look, now, recorded.newsCount > 0);
    return { found: recorded.taken.length, new: recorded.newCount, planned: recorded.planned };
  });
  if (result.new > 0) {
    tools.log.info({ authorityId, sourceId: source.id, ...result }, "a source published something new");
  }
  return result;
}
