import type { Authority } from "../../authority/authority-store.ts";
import type { Format, HealthCheck } from "../../channels/channel.ts";
import { closingOf } from "../../noticeboard/closing.ts";
import type { Amending, Wish } from "../../publishing/amendment.ts";
import { flood, restored } from "../../publishing/in-a-persons-hands.ts";
import type { PublicationState } from "../../publishing/publication.ts";
import type { ItemKind } from "../../watching/found-item.ts";
import type { Answering } from "./answering.ts";

/** All that the Today page shows of one authority, read at one moment. */
export interface Today {
  authority: Authority;
  counts: TodayCounts;
  stopped: Stopped;
  latest: LatestItem[];
  sources: TodaySource[];
  accounts: TodayAccount[];
  /** On the Page, and soon over: whoever wants to remind people has these days left. */
  closing: ClosingItem[];
  /** Undefined for those who answer nobody here. */
  answering: Answering | undefined;
}

export interface TodayCounts {
  /** Since the local day began. */
  published: number;
  /** On their way: planned, being prepared, due, sending, processing, waiting. */
  open: number;
  unknown: number;
  held: number;
  /** Those a person dismissed left out: they wait for nobody. */
  refused: number;
}

/** What waits for a person, the longest waiting first, each list cut to what fits a page. */
export interface Stopped {
  /** Held together for one reason, in groups; a reason for which nothing is held has none. */
  together: HeldTogether[];
  /** Held for other reasons. */
  held: StoppedItem[];
  refused: StoppedItem[];
  /** Uncertain although all searches of the policy should be over. */
  uncertain: StoppedItem[];
  /** Tried again and again. */
  late: StoppedItem[];
  /** Published ones that the network does not let be what they are wanted to be. */
  wishesStopped: StoppedItem[];
  /** Published ones that for long are not what they are wanted to be, however often it was tried. */
  wishesLate: StoppedItem[];
}

/** Reasons for which many are held at once, so that one decision may be enough for all. */
export const reasonsTogether = [flood, restored] as const;
export type ReasonTogether = (typeof reasonsTogether)[number];

export interface HeldTogether {
  reason: ReasonTogether;
  /** Items (not publications) held for it. */
  items: number;
  publications: number;
  /** The first of them, in the portal's order. */
  shown: StoppedItem[];
}

/** A publication with its item, as a page tells it. */
export interface TodayPublication {
  id: string;
  accountId: string;
  accountName: string;
  accountState: TodayAccount["state"];
  channel: string;
  format: Format;
  state: PublicationState;
  reason: string | null;
  detail: string | null;
  attempts: number;
  looks: number;
  nextStepAt: Date | null;
  settledAt: Date | null;
  uncertainSince: Date | null;
  firstTriedAt: Date | null;
  url: string | null;
  removedAt: Date | null;
  /** What its post is to become; null = it is as it is wanted. */
  wish: TodayWish | null;
}

export type TodayWish = Wish & Omit<Amending, "wish" | "retries">;

export interface StoppedItem extends TodayPublication {
  title: string;
  link: string | null;
  /** Until when people may apply, as the portal said it. */
  deadline: string | null;
}

export interface ClosingItem {
  id: string;
  title: string;
  deadline: string;
}

export interface LatestItem {
  id: string;
  kind: ItemKind;
  title: string;
  link: string | null;
  reference: string | null;
  sourceName: string;
  seenAt: Date;
  publications: (TodayPublication & { steps: TodayAttempt[] })[];
}

/** One call to the network, as its row keeps it. */
export interface TodayAttempt {
  kind: "publish" | "find" | "edit" | "remove";
  startedAt: Date;
  outcome: string | null;
  reason: string | null;
  detail: string | null;
}

export interface TodaySource {
  id: string;
  name: string;
  kind: string;
  url: string | null;
  lastLookAt: Date | null;
  lastNewAt: Date | null;
  nextLookAt: Date | null;
  fault: string | null;
  faultDetail: string | null;
  faultSince: Date | null;
  faults: number;
  mended: string[];
  isStopped: boolean;
}

export interface TodayAccount {
  id: string;
  name: string;
  channel: string;
  state: "active" | "resting" | "disconnected" | "off";
  restUntil: Date | null;
  reason: string | null;
  detail: string | null;
  since: Date | null;
  lastPublishedAt: Date | null;
  /** What the last look at its health found, told in full on the page of accounts. */
  seen: { troubles: readonly HealthCheck[]; missing: number };
}

/** Whether anything of it waits for a person, or will unless the network recovers. */
export function needsSomebody(today: Today, now: Date): boolean {
  const { counts, stopped, accounts, sources, answering } = today;
  return (
    isAnswerWanted(answering) ||
    counts.held + counts.refused + stopped.uncertain.length + stopped.late.length > 0 ||
    stopped.wishesStopped.length + stopped.wishesLate.length > 0 ||
    accounts.some((one) => isInTrouble(one) || isAiling(one)) ||
    sources.some((one) => isFaulty(one) || isSilent(one, now))
  );
}

const silentAfterMs = 14 * 86_400_000;

/** It can be read, and brings nothing for so long that somebody should look whether the portal still publishes there. */
export function isSilent(source: TodaySource, now: Date): boolean {
  if (source.isStopped || isFaulty(source) || !source.lastNewAt) return false;
  return now.getTime() - source.lastNewAt.getTime() > silentAfterMs;
}

/** What an account that still publishes will soon lack, or lacks already: a token that ends, a permission, a webhook. */
export function isAiling({ state, seen }: TodayAccount): boolean {
  return (state === "active" || state === "resting") && seen.troubles.length > 0;
}

/** Days before its end in which an item that is not out yet comes before all others. */
export const closingSoonDays = 3;

/** When an item that waits is worth nothing any more, where that is soon. */
export function lostAt({ deadline }: StoppedItem, timeZone: string, now: Date): Date | undefined {
  const at = closingOf(deadline ?? undefined, timeZone)?.at;
  if (!at || at <= now) return undefined;
  return at.getTime() - now.getTime() <= (closingSoonDays + 1) * 86_400_000 ? at : undefined;
}

/** Somebody waits for an answer, or must be looked after at once. */
export function isAnswerWanted(answering: Answering | undefined): boolean {
  return answering !== undefined && (answering.alerts.length > 0 || answering.counts.waiting > 0);
}

export function isInTrouble(account: TodayAccount): boolean {
  return account.state === "disconnected" || account.state === "resting";
}

export function isFaulty(source: TodaySource): boolean {
  return source.fault !== null && !source.isStopped;
}
