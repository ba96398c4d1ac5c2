import { randomUUID } from "node:crypto";
import { findAuthority } from "../authority/authority-store.ts";
import { isConnectionError } from "../database/connection-error.ts";
import { rest } from "./account.ts";
import {
  type AccountKey,
  forChannel,
  giveBack,
  lease,
  type PublishingAccount,
  renew,
  saveStanding,
} from "./account-store.ts";
import { amendPublication } from "./amend-publication.ts";
import { type AmendingPublication, findDueAmendment } from "./amendment-store.ts";
import { nextStep, type Step } from "./line.ts";
import { countPublishedSince, findSending, type LinePublication, readLine } from "./line-store.ts";
import { startOfDay } from "./pace.ts";
import { probeAccount } from "./probe-account.ts";
import { interrupt } from "./publication.ts";
import { endInterrupted, saveStep } from "./publication-store.ts";
import type { PublishTools } from "./publish-tools.ts";
import { searchPublication } from "./search-publication.ts";
import { claimPublication, type ReadyAccount, sendPublication } from "./send-publication.ts";

// Read at once and worked off in order; read again as soon as anything is not simply published.
const lineAtOnce = 50;

// A thousand edits at once (a portal that corrects all its items) must not keep what is new waiting for minutes.
const amendmentsAtOnce = 10;

/**
 * Takes the next steps of one account's line of publications, until there is nothing left to do now. One worker at a
 * time holds the line (a lease with a term, renewed while it works), so posts leave in the portal's order. Safe to call
 * at any time and as often as one likes: the rows say what there is to do.
 */
export async function advanceAccount(tools: PublishTools, key: AccountKey): Promise<void> {
  const token = randomUUID();
  const own = await lease(tools.db, key, token, tools.policy.leaseMs);
  if (!own) return;
  const renewal = setInterval(() => {
    renew(tools.db, key, token, tools.policy.leaseMs).catch(() => {
      // Without renewal the lease runs out and the next claim is refused: nothing to do here.
    });
  }, tools.policy.leaseMs / 4);
  let idleUntil: Date | null = null;
  try {
    const account = await makeReady(tools, own, token);
    await interruptDeserted(tools, key);
    if (await probeAccount(tools, account)) idleUntil = await workLine(tools, account);
  } catch (error) {
    if (!isConnectionError(error)) await restBroken(tools, own, token, error);
    throw error;
  } finally {
    clearInterval(renewal);
    await giveBack(tools.db, key, token, idleUntil);
  }
}

/**
 * Something of this account cannot be worked on (a secret that does not open, a bug of ours). Without a rest it would be
 * taken up again at every sweep, and nobody would see it; the name of the error is all that is sure to hold no secret.
 */
async function restBroken(
  tools: PublishTools,
  own: PublishingAccount,
  leaseToken: string,
  error: unknown,
): Promise<void> {
  if (own.standing.state === "off") return;
  const detail = error instanceof Error ? error.name : "";
  const trouble = { reason: "unexplained", detail };
  const standing = rest(own.standing, trouble, tools.clock.now(), tools.policy, tools.chance());
  await saveStanding(tools.db, own, standing, leaseToken);
}

async function makeReady(
  tools: PublishTools,
  own: PublishingAccount,
  leaseToken: string,
): Promise<ReadyAccount> {
  const channel = tools.channels[own.channel];
  if (!channel)
    throw new Error(`account ${own.authorityId}/${own.accountId}: unknown channel ${own.channel}`);
  const authority = await findAuthority(tools.db, own.authorityId);
  if (!authority)
    throw new Error(`account ${own.accountId} belongs to an unknown authority: ${own.authorityId}`);
  const { settings, ...remote } = forChannel(own, tools.vault);
  return { own, authority, channel, remote: { ...remote, settings }, leaseToken };
}

/** We hold the line, so whatever is still "sending" on it was left by a process that is gone or lost its lease. */
async function interruptDeserted(tools: PublishTools, key: AccountKey): Promise<void> {
  const now = tools.clock.now();
  for (const publication of await findSending(tools.db, key)) {
    if (publication.attemptId) await endInterrupted(tools.db, key.authorityId, publication.attemptId, now);
    await saveStep(tools.db, publication, "sending", interrupt(publication, now, tools.policy));
    tools.log.warn(
      { ...key, publicationId: publication.id },
      "a publication was left in the middle of a call",
    );
  }
}

/** Gives the moment before which nothing can be done on the line; null when that depends on what comes. */
async function workLine(tools: PublishTools, account: ReadyAccount): Promise<Date | null> {
  for (let amended = 0; !tools.stopping.aborted; ) {
    const now = tools.clock.now();
    const line = await readLine(tools.db, account.own, now, lineAtOnce);
    const isNewsTurn = amended >= amendmentsAtOnce && line.length > 0;
    const amendment = isNewsTurn ? undefined : await findDueAmendment(tools.db, account.own, now);
    await tools.reached?.("line read");
    const end = await workOff(tools, account, line, amendment);
    amended = isNewsTurn ? 0 : amended + 1;
    // With nothing new to be done, what was left aside has its turn.
    if (end !== "read again" && !isNewsTurn) return end;
    if (tools.giveWay?.()) return null;
  }
  return null;
}

/** Works off what was read, until there is nothing to do now or what was read is no longer true. */
async function workOff(
  tools: PublishTools,
  account: ReadyAccount,
  line: LinePublication[],
  amendment: AmendingPublication | undefined,
): Promise<Date | null | "read again"> {
  const list: List = { rest: line, amendment, publishedToday: await publishedTodayBy(tools, account) };
  const first = take(tools, account, list, tools.clock.now());
  if (first.kind === "nothing") return first.until;
  if (first.kind === "amend") {
    if (amendment) await amendPublication(tools, account, amendment);
    return "read again";
  }
  if (first.kind !== "send") {
    await searchPublication(tools, account, first.publication);
    return "read again";
  }
  const chooseNext = (now: Date): LinePublication | undefined => {
    list.publishedToday += 1;
    const isToEnd = tools.stopping.aborted || tools.giveWay?.();
    list.following = isToEnd ? stopped : take(tools, account, list, now);
    return list.following.kind === "send" ? list.following.publication : undefined;
  };
  list.following = first;
  let claimed = await claimPublication(tools, account, first.publication);
  while (claimed) {
    list.following = undefined;
    const { outcome, next } = await sendPublication(tools, account, claimed, chooseNext);
    if (outcome.kind !== "published") return "read again";
    claimed = next;
  }
  return afterwards(list);
}

/** What was read of a line, and how far it is worked off. */
interface List {
  rest: LinePublication[];
  amendment: AmendingPublication | undefined;
  publishedToday: number;
  /** What follows on what was published last; absent when nobody asked. */
  following?: Step<LinePublication>;
}

const stopped: Step<LinePublication> = { kind: "nothing", until: null };

function afterwards({ following }: List): Date | null | "read again" {
  // Nothing was claimed although it was to be sent: the line is somebody else's now, or a person changed the row. The
  // sweep will see.
  if (following?.kind === "send") return null;
  // Unless this process is to stop, what has just been said is read again: "until" may rest on a count of yesterday.
  return following === stopped ? null : "read again";
}

/** The next step of what is left, which is then left no more. */
function take(tools: PublishTools, account: ReadyAccount, list: List, now: Date): Step<LinePublication> {
  const { standing, pacing, lastPublishedAt } = account.own;
  const spoken = { lastPublishedAt, publishedToday: list.publishedToday };
  const { timeZone } = account.authority.settings;
  const hasAmendment = list.amendment !== undefined;
  const step = nextStep(list.rest, { standing, pacing, spoken, timeZone, hasAmendment }, now, tools.policy);
  if ("publication" in step) list.rest = list.rest.filter((one) => one !== step.publication);
  return step;
}

/** Counted only where there is a daily cap. */
async function publishedTodayBy(tools: PublishTools, account: ReadyAccount): Promise<number> {
  if (account.own.pacing.dailyMax === undefined) return 0;
  const since = startOfDay(tools.clock.now(), account.authority.settings.timeZone);
  return await countPublishedSince(tools.db, account.own, since);
}
