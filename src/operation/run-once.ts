import { sealTrail } from "../auditing/seal-trail.ts";
import { carryOutDeletions } from "../conversing/carry-out-deletions.ts";
import { applyRetention } from "../conversing/retaining/apply-retention.ts";
import { findRetentionDue } from "../conversing/retaining/retention-run-store.ts";
import type { Installation } from "../installation.ts";
import { openRunner } from "../jobs/runners.ts";
import { sendMail } from "../mailing/send-mail.ts";
import { tellPeople } from "../mailing/tell-people.ts";
import { tellStanding } from "../mailing/tell-standing.ts";
import { readItems } from "../noticeboard/read-items.ts";
import type { AccountKey } from "../publishing/account-store.ts";
import { advanceAccount } from "../publishing/advance-account.ts";
import { findAmendingAccounts } from "../publishing/amendment-store.ts";
import { findDueAccounts } from "../publishing/line-store.ts";
import { preparePublications } from "../publishing/prepare-publications.ts";
import { findMediaToPrepare } from "../publishing/preparing-store.ts";
import type { PublishTools } from "../publishing/publish-tools.ts";
import { openSources } from "../sources/registry.ts";
import { type PollResult, pollSource } from "../watching/poll-source.ts";
import { converseOnce } from "./converse-once.ts";
import {
  countTotals,
  findOpenLines,
  type OpenLine,
  type SourceKey,
  type Totals,
  takeAllSources,
} from "./once-store.ts";

/** What one full pass came to. */
export interface PassResult {
  looks: (SourceKey & PollResult)[];
  /** Publications that reached the network during this pass, through whichever process. */
  published: number;
  /** Still open at the end; the earliest of their moments. */
  open: number;
  nextStepAt: Date | undefined;
  totals: Totals;
}

export interface PassOptions {
  /** How long to wait for steps that become due later. */
  waitMs: number;
  /** Aborted: finish the step under way and end. */
  stopping: AbortSignal;
  progress(standing: { looked: number; sources: number; published: number; open: number }): void;
}

const looksAtOnce = 8;
const linesAtOnce = 16;
/** Somebody else may hold a line, or work on it and find more: look again this often. */
const lookAgainMs = 250;

/**
 * One full pass: looks at every source, due or not, sends what is due, searches what is uncertain, and waits a bounded
 * time for steps that become due meanwhile. Beside a running `serve`, or another pass, nothing is done twice: sources
 * are taken in under the authority's lock, and a line is worked by whoever holds its lease.
 */
export async function runOnce(installation: Installation, options: PassOptions): Promise<PassResult> {
  const { db } = installation.database;
  const before = await countTotals(db);
  await carryOutDeletions({ ...installation, db });
  await converseOnce({ ...publishTools(installation, options.stopping), reached: undefined });
  const looks = await lookAtAll(installation, options);
  const open = await workLines(installation, options, async (lines) => {
    const { published } = await countTotals(db);
    options.progress({
      looked: looks.length,
      sources: looks.length,
      published: published - before.published,
      open: sum(lines),
    });
  });
  await retain(installation, options.stopping);
  await mailOnce(installation, options.stopping);
  await readItems({ db, stopping: options.stopping });
  await sealTrail({ ...installation, db });
  const totals = await countTotals(db);
  return {
    looks,
    published: totals.published - before.published,
    open: sum(open),
    nextStepAt: earliest(open),
    totals,
  };
}

/** Where nothing runs at night, a pass by day sees to it. */
async function retain(installation: Installation, stopping: AbortSignal): Promise<void> {
  const { db } = installation.database;
  const { clock, log } = installation;
  for (const key of await findRetentionDue(db, clock.now())) {
    await applyRetention({ db, clock, log, stopping }, key);
  }
}

/** What people are to hear of is written, and what is written is sent; what comes together waits for the next pass. */
async function mailOnce(installation: Installation, stopping: AbortSignal): Promise<void> {
  const { mail } = installation;
  if (!mail) return;
  const tools = { ...publishTools(installation, stopping), sender: mail, reached: undefined };
  await tellPeople(tools);
  await tellStanding(tools);
  await sendMail(tools);
}

/** Rows are the truth and jobs only wake: this pass walks all lines itself, so it needs to wake nobody. */
const nobody = { add: async () => {} };

async function lookAtAll(installation: Installation, options: PassOptions): Promise<PassResult["looks"]> {
  const { database, clock, log, http } = installation;
  const tools = { db: database.db, queue: nobody, sources: openSources(http), clock, log };
  const looks: PassResult["looks"] = [];
  const sources = await takeAllSources(database.db, clock.now());
  const runner = openRunner<SourceKey>(
    async (key) => {
      if (options.stopping.aborted) return;
      const result = await pollSource(tools, key.authorityId, key.sourceId);
      if (result) looks.push({ ...key, ...result });
      options.progress({ looked: looks.length, sources: sources.length, published: 0, open: 0 });
    },
    { most: looksAtOnce, log, name: "poll-source" },
  );
  for (const source of sources) runner.wake(source);
  await runner.idle();
  return looks;
}

async function workLines(
  installation: Installation,
  options: PassOptions,
  tell: (lines: OpenLine[]) => Promise<void>,
): Promise<OpenLine[]> {
  const { database, clock } = installation;
  const tools = publishTools(installation, options.stopping);
  const deadline = Date.now() + options.waitMs;
  for (;;) {
    const now = clock.now();
    for (const media of await findMediaToPrepare(database.db, now)) await preparePublications(tools, media);
    const amending = await findAmendingAccounts(database.db, now);
    await advanceAll(tools, [...(await findDueAccounts(database.db, now)), ...amending]);
    const lines = await findOpenLines(database.db);
    await tell(lines);
    const next = earliest(lines);
    const isLate = Date.now() >= deadline || (next !== undefined && next.getTime() > deadline);
    if (lines.length === 0 || isLate || options.stopping.aborted) return lines;
    await pause(Math.min(lookAgainMs, deadline - Date.now()), options.stopping);
  }
}

function publishTools(installation: Installation, stopping: AbortSignal): PublishTools {
  const { database, channels, vault, clock, log, policy, publicUrl } = installation;
  const common = { channels, vault, clock, log, policy, publicUrl, stopping };
  return { ...common, db: database.db, queue: nobody, chance: Math.random };
}

async function advanceAll(tools: PublishTools, accounts: AccountKey[]): Promise<void> {
  const runner = openRunner<AccountKey>((key) => advanceAccount(tools, key), {
    most: linesAtOnce,
    log: tools.log,
    name: "advance-account",
  });
  for (const account of accounts) runner.wake(account);
  await runner.idle();
}

/** The earliest moment at which any of these lines moves; undefined for none, or while only calls are under way. */
function earliest(lines: readonly OpenLine[]): Date | undefined {
  const moments = lines.flatMap(({ nextStepAt, idleUntil }) => {
    if (!nextStepAt) return [];
    return idleUntil && idleUntil > nextStepAt ? [idleUntil.getTime()] : [nextStepAt.getTime()];
  });
  return moments.length === 0 ? undefined : new Date(Math.min(...moments));
}

function sum(lines: readonly OpenLine[]): number {
  return lines.reduce((total, line) => total + line.open, 0);
}

function pause(ms: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, Math.max(ms, 0));
    stopping.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
