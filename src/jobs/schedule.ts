import type { Kysely } from "kysely";
import { isSealingDue } from "../auditing/trail-store.ts";
import { takeDueHealth } from "../connecting/health-store.ts";
import { isAttachmentDue } from "../conversing/attachments/attachment-store.ts";
import { isDeletionOpen } from "../conversing/deletion-request-store.ts";
import { isEventPending } from "../conversing/inbox/pending-event-store.ts";
import { isWarningDue } from "../conversing/inbox/warning-store.ts";
import { findAccountsToCatchUp } from "../conversing/reconciling/catch-up-store.ts";
import { findAnsweringAccounts } from "../conversing/replying/reply-store.ts";
import { findRetentionDue } from "../conversing/retaining/retention-run-store.ts";
import type { Schema } from "../database/schema.ts";
import { isMailDue } from "../mailing/mail-store.ts";
import { isLookDue } from "../mailing/server-store.ts";
import { isNewsDue } from "../mailing/telling/news-store.ts";
import { findToActAlone } from "../moderating/deciding/act-alone.ts";
import { findDecidingAccounts } from "../moderating/deciding/due-decision-store.ts";
import { findEndedBlocks } from "../moderating/deciding/end-blocks.ts";
import { isRaidChanging } from "../moderating/raiding/raid-store.ts";
import { isTermAlertDue } from "../moderating/recognising/alert-store.ts";
import { isReviewTermDue } from "../moderating/reviewing/review-term-store.ts";
import { isHubDue } from "../noticeboard/hub/announced-store.ts";
import type { HubMode } from "../noticeboard/hub/hub-tools.ts";
import { isItemUnread } from "../noticeboard/reading-store.ts";
import type { Clock } from "../platform/clock.ts";
import type { Log } from "../platform/log.ts";
import { findAmendingAccounts } from "../publishing/amendment-store.ts";
import { findDueAccounts } from "../publishing/line-store.ts";
import { findMediaToPrepare } from "../publishing/preparing-store.ts";
import { takeDueSources } from "../watching/source-store.ts";
import type { Queue } from "./queue.ts";

/**
 * All that runs by the clock, on one page.
 *
 * | every      | what                                                                                    |
 * | ---------- | --------------------------------------------------------------------------------------- |
 * | `sweepMs`  | sources whose next look is due                                                          |
 * | `sweepMs`  | accounts on whose line something is due and nobody works (retries, rests, dead workers) |
 * | `sweepMs`  | what is to be prepared and nobody prepares (the same)                                   |
 * | `sweepMs`  | events of which nobody has made conversations                                           |
 * | `sweepMs`  | accounts through which something is to be answered (retries, searches, dead workers)    |
 * | `sweepMs`  | accounts through which a decision is to be carried out                                   |
 * | `sweepMs`  | what may be hidden by itself, and blocks whose last day is over                          |
 * | `sweepMs`  | raids that begin or have calmed down                                                    |
 * | `sweepMs`  | warnings of deadlines whose moment has come; terms of reviews and of requests on data   |
 * | `sweepMs`  | files people sent that nobody has fetched                                               |
 * | `sweepMs`  | accounts of which what people wrote is to be read again                                 |
 * | `sweepMs`  | deletions that people asked for and nobody carried out                                  |
 * | `sweepMs`  | authorities whose night nobody has seen to: what may no longer be kept is erased         |
 * | `sweepMs`  | items whose words nobody has read for the noticeboard                                   |
 * | `sweepMs`  | feeds that changed, and subscribers nobody has asked or told                            |
 * | `sweepMs`  | acts that are not yet in their chain                                                    |
 * | `sweepMs`  | accounts whose hourly look at their health is due                                       |
 * | `sweepMs`  | what the people at the desk have not been told of by mail                                |
 * | 1 minute   | digests of the day, troubles that last: written to the people at the desk                |
 * | `sweepMs`  | mail that is due (retries, a server that was away, dead workers)                        |
 */
export interface Schedule {
  stop(): Promise<void>;
}

export const defaultSweepMs = 500;

// More sources than this become due at once only after a long stop; the next sweep takes the others.
const sourcesAtOnce = 200;
// The same for accounts to be read again, or looked over.
const accountsAtOnce = 50;

export interface ScheduleTools {
  db: Kysely<Schema>;
  queue: Pick<Queue, "add">;
  clock: Clock;
  log: Log;
  /** There is a server that takes our mail: only then anybody is told of anything by mail. */
  hasMail: boolean;
  /** Who tells subscribers of feeds; nobody when not given. */
  hub?: { mode: HubMode };
}

export function startSchedule(tools: ScheduleTools, sweepMs = defaultSweepMs): Schedule {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let lastAt = 0;
  let current = Promise.resolve();

  function plan(): void {
    if (!isStopped) timer = setTimeout(() => (current = run()), sweepMs);
  }

  async function run(): Promise<void> {
    lastAt = noteClock(tools, lastAt);
    try {
      await sweep(tools);
    } catch (error) {
      tools.log.warn({ error: String(error) }, "a sweep failed; the next one tries again");
    }
    plan();
  }

  current = run();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}

// Clocks are corrected by less than this all the time.
const setBackMs = 5_000;

/** A clock set back makes everything that waits for a moment wait longer; that must not look like a stand-still. */
function noteClock(tools: ScheduleTools, lastAt: number): number {
  const now = tools.clock.now().getTime();
  if (now < lastAt - setBackMs) {
    tools.log.warn(
      { seconds: Math.round((lastAt - now) / 1000) },
      "the clock was set back; what waits, waits longer",
    );
  }
  return now;
}

/** One sweep; `once` calls it too. Jobs are added in the transaction that moves the next look on. */
export async function sweep(tools: ScheduleTools): Promise<void> {
  const now = tools.clock.now();
  await tools.db.transaction().execute(async (trx) => {
    for (const source of await takeDueSources(trx, now, sourcesAtOnce)) {
      await tools.queue.add(trx, "poll-source", source);
    }
    for (const account of await takeDueHealth(trx, now, accountsAtOnce)) {
      await tools.queue.add(trx, "check-account-health", account);
    }
  });
  const lines = [...(await findDueAccounts(tools.db, now)), ...(await findAmendingAccounts(tools.db, now))];
  for (const account of lines) await tools.queue.add(tools.db, "advance-account", account);
  for (const media of await findMediaToPrepare(tools.db, now)) {
    await tools.queue.add(tools.db, "prepare-publications", { media });
  }
  await sweepConversations(tools, now);
  await sweepDecisions(tools, now);
  if (tools.hasMail) await sweepMail(tools, now);
  if (await isDeletionOpen(tools.db)) await tools.queue.add(tools.db, "carry-out-deletions", {});
  for (const authority of await findRetentionDue(tools.db, now)) {
    await tools.queue.add(tools.db, "apply-retention", authority);
  }
  if (await isItemUnread(tools.db)) await tools.queue.add(tools.db, "read-items", {});
  if (tools.hub && (await isHubDue(tools.db, now, tools.hub.mode))) {
    await tools.queue.add(tools.db, "tell-subscribers", {});
  }
  if (await isSealingDue(tools.db)) await tools.queue.add(tools.db, "seal-trail", {});
}

/** What people wrote, and what is answered. */
async function sweepConversations(tools: ScheduleTools, now: Date): Promise<void> {
  if (await isEventPending(tools.db)) await tools.queue.add(tools.db, "handle-events", {});
  for (const account of await findAnsweringAccounts(tools.db, now)) {
    await tools.queue.add(tools.db, "deliver-replies", account);
  }
  const { db } = tools;
  if ((await isWarningDue(db, now)) || (await isTermAlertDue(db, now)) || (await isReviewTermDue(db, now)))
    await tools.queue.add(tools.db, "warn-deadlines", {});
  if (await isAttachmentDue(tools.db, now)) await tools.queue.add(tools.db, "fetch-attachments", {});
  for (const account of await findAccountsToCatchUp(tools.db, now, accountsAtOnce)) {
    await tools.queue.add(tools.db, "catch-up-account", account);
  }
}

/** What the people at the desk are written. */
async function sweepMail({ db, queue }: ScheduleTools, now: Date): Promise<void> {
  if (await isNewsDue(db, now)) await queue.add(db, "tell-people", {});
  if (await isLookDue(db, now)) await queue.add(db, "tell-standing", {});
  if (await isMailDue(db, now)) await queue.add(db, "send-mail", {});
}

/** What was decided, what may be decided by itself, and what ends on its day. */
async function sweepDecisions({ db, queue }: ScheduleTools, now: Date): Promise<void> {
  for (const account of await findDecidingAccounts(db, now)) {
    await queue.add(db, "carry-out-decisions", account);
  }
  if ((await findToActAlone(db, now)).length > 0) await queue.add(db, "act-alone", {});
  if ((await findEndedBlocks(db, now)).length > 0) await queue.add(db, "end-blocks", {});
  if (await isRaidChanging(db, now)) await queue.add(db, "watch-raids", {});
}
