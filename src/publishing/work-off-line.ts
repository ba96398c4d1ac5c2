import { amendPublication } from "./amend-publication.ts";
import type { AmendingPublication } from "./amendment-store.ts";
import { beginPreparing } from "./begin-preparing.ts";
import { claimPublication } from "./claim-publication.ts";
import { chosenFormats } from "./format-choice.ts";
import { nextStep, type Step } from "./line.ts";
import type { LinePublication } from "./line-store.ts";
import type { ReadyAccount } from "./open-account.ts";
import { besideTheFeed, isInFeed, type Spoken, startOfDay } from "./pace.ts";
import type { PublishTools } from "./publish-tools.ts";
import { searchPublication } from "./search-publication.ts";
import { sendPublication } from "./send-publication.ts";
import { countPreparing, countPublishedSince, lastInFeedAt } from "./spoken-store.ts";

/**
 * Works off what was read of an account's line, until there is nothing to do now or what was read is no longer true.
 * Gives the moment before which nothing can be done on the line; null when that depends on what comes.
 */
export async function workOffLine(
  tools: PublishTools,
  account: ReadyAccount,
  line: LinePublication[],
  amendment: AmendingPublication | undefined,
): Promise<Date | null | "read again"> {
  const list: List = { rest: line, amendment, ...(await readAround(tools, account)) };
  const first = take(tools, account, list, tools.clock.now());
  switch (first.kind) {
    case "nothing":
      return bounded(tools, account, first.until);
    case "amend":
      if (amendment) await amendPublication(tools, account, amendment);
      return "read again";
    case "prepare":
      await beginPreparing(tools, first.publication);
      return "read again";
    case "look":
    case "ask":
      await searchPublication(tools, account, first.publication);
      return "read again";
    case "send":
      return await sendOff(tools, account, list, first.publication);
  }
}

/** What was read of a line, and how far it is worked off. */
interface List {
  rest: LinePublication[];
  amendment: AmendingPublication | undefined;
  spoken: Spoken;
  preparing: number;
  /** What follows on what was published last; absent when nobody asked. */
  following?: Step<LinePublication>;
}

const stopped: Step<LinePublication> = { kind: "nothing", until: null };

/** One after the other, each claimed together with the end of the one before it. */
async function sendOff(
  tools: PublishTools,
  account: ReadyAccount,
  list: List,
  first: LinePublication,
): Promise<Date | null | "read again"> {
  let sending = first;
  const chooseNext = (now: Date): LinePublication | undefined => {
    if (isInFeed(sending.format)) {
      list.spoken = { lastPublishedAt: now, publishedToday: list.spoken.publishedToday + 1 };
    }
    const isToEnd = tools.stopping.aborted || tools.giveWay?.();
    list.following = isToEnd ? stopped : take(tools, account, list, now);
    return list.following.kind === "send" && !isDrawn(account, list.following.publication)
      ? list.following.publication
      : undefined;
  };
  list.following = { kind: "send", publication: first };
  let claimed = await claimPublication(tools, account, first);
  if (claimed === "refused") return "read again";
  while (claimed) {
    list.following = undefined;
    sending = claimed.publication;
    const { outcome, next } = await sendPublication(tools, account, claimed, chooseNext);
    if (outcome.kind !== "published") return "read again";
    claimed = next;
  }
  return afterwards(account, list);
}

/** Its pictures are drawn before it is claimed, which takes longer than a claim stays fresh on a slow machine. */
function isDrawn({ channel }: ReadyAccount, { format }: LinePublication): boolean {
  const needs = channel.formats[format];
  return !needs || (!needs.isStaged && needs.media !== "none");
}

function afterwards(account: ReadyAccount, { following }: List): Date | null | "read again" {
  // Nothing was claimed although it was to be sent: the line is somebody else's now, or a person changed the row. The
  // sweep will see.
  if (following?.kind === "send" && !isDrawn(account, following.publication)) return null;
  // Unless this process is to stop, what has just been said is read again: "until" may rest on a count of yesterday.
  return following === stopped ? null : "read again";
}

/** The next step of what is left, which is then left no more. */
function take(tools: PublishTools, account: ReadyAccount, list: List, now: Date): Step<LinePublication> {
  const { standing, pacing } = account.own;
  const { timeZone } = account.authority.settings;
  const { spoken, preparing } = list;
  const hasAmendment = list.amendment !== undefined;
  const { formats } = account.channel;
  const own = { standing, pacing, spoken, timeZone, hasAmendment, formats, preparing };
  const step = nextStep(list.rest, own, now, tools.policy);
  if ("publication" in step) list.rest = list.rest.filter((one) => one !== step.publication);
  return step;
}

/** Asked only where it matters: of what is paced, and of what is prepared. */
async function readAround(
  tools: PublishTools,
  { own, authority, channel }: ReadyAccount,
): Promise<Pick<List, "spoken" | "preparing">> {
  const now = tools.clock.now();
  const { dailyMax, minimumGapSeconds } = own.pacing;
  const dayBeganAt = startOfDay(now, authority.settings.timeZone);
  const publishedToday = dailyMax === undefined ? 0 : await countPublishedSince(tools.db, own, dayBeganAt);
  const formats = chosenFormats(own.formats);
  const isMixed = formats.some((format) => besideTheFeed.includes(format));
  const lastPublishedAt =
    minimumGapSeconds && isMixed ? await lastInFeedAt(tools.db, own) : own.lastPublishedAt;
  const isStaging = formats.some((format) => channel.formats[format]?.isStaged);
  const soon = new Date(now.getTime() + tools.policy.leaseMs);
  const preparing = isStaging ? await countPreparing(tools.db, own, soon) : 0;
  return { spoken: { lastPublishedAt, publishedToday }, preparing };
}

/** Should the job be lost that says what was prepared, or what keeps another pace, nobody waits longer than this. */
const idleMostMs = 60_000;

/** "Nothing before that moment, whatever comes" holds only where all keep one pace and come prepared. */
function bounded(tools: PublishTools, { own, channel }: ReadyAccount, until: Date | null): Date | null {
  const isStaging = chosenFormats(own.formats).some((format) => channel.formats[format]?.isStaged);
  if (!until || !isStaging) return until;
  return new Date(Math.min(until.getTime(), tools.clock.now().getTime() + idleMostMs));
}
