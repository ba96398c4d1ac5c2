import type { Kysely } from "kysely";
import { recordAct } from "../../auditing/record-act.ts";
import { findAuthority } from "../../authority/authority-store.ts";
import type { Schema } from "../../database/schema.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Log } from "../../platform/log.ts";
import { type Expiry, expiries } from "./expiries.ts";
import { type Expiring, expiringAt, isNothing } from "./retention.ts";
import {
  addCounts,
  endRetentionRun,
  leaveRetentionRun,
  type RetentionRun,
  takeRetentionRun,
} from "./retention-run-store.ts";

export interface RetainTools {
  db: Kysely<Schema>;
  clock: Clock;
  log: Log;
  stopping?: AbortSignal;
  /** Others wait for their turn. */
  giveWay?: () => boolean;
  /** Told after every transaction; lets a test end the process there. */
  reached?: () => void | Promise<void>;
}

/**
 * Erases what the authority's terms no longer let it keep, once a night, in small transactions that each note what they
 * erased. Killed anywhere, the same night is gone on with and counts nothing twice; a night that nobody saw to is seen to
 * by the next, since what goes is judged by age alone. What is judged is judged at the moment at which the night began.
 */
export async function applyRetention(
  tools: RetainTools,
  { authorityId }: { authorityId: string },
): Promise<void> {
  const { db, clock, log } = tools;
  const authority = await findAuthority(db, authorityId);
  if (!authority) return;
  const { settings } = authority;
  const run = await takeRetentionRun(db, authorityId, settings.retention, clock.now());
  if (!run) return;
  const expiring = expiringAt(authorityId, { ...settings, retention: run.months }, run.beganAt);
  for (const expiry of Object.values(expiries)) {
    if (await eraseAll(tools, run, expiring, expiry)) continue;
    await leaveRetentionRun(db, run);
    return;
  }
  await db.transaction().execute(async (trx) => {
    const ended = await endRetentionRun(trx, run, clock.now());
    if (!ended || isNothing(ended.counts)) return;
    const { night, counts, months } = ended;
    await recordAct(trx, {
      ...{ authorityId, at: clock.now(), by: null, act: "retention-applied", subject: night },
      detail: { counts, months },
    });
    log.info({ authorityId, night, counts }, "what is no longer to be kept was erased");
  });
}

/** False when it was broken off because others wait or the process ends. */
async function eraseAll(
  { db, stopping, giveWay, reached }: RetainTools,
  run: RetentionRun,
  expiring: Expiring,
  { eraseSome, atOnce }: Expiry,
): Promise<boolean> {
  for (;;) {
    const isMore = await db.transaction().execute(async (trx) => {
      const counts = await eraseSome(trx, expiring, atOnce);
      if (isNothing(counts)) return false;
      await addCounts(trx, run, counts);
      return true;
    });
    if (!isMore) return true;
    await reached?.();
    if (stopping?.aborted || giveWay?.()) return false;
  }
}
