import { addMonths } from "../../authority/calendar/local-date.ts";
import { dateIn, startOfDate } from "../../authority/calendar/zoned-time.ts";
import type { RetentionSettings } from "../../authority/retention-settings.ts";

/** What has a term of its own. */
export type RetentionKind = keyof RetentionSettings;

/** What a report counts; what goes along with something else is counted as what it is. */
export const countedKinds = [
  "privateConversations",
  "publicConversations",
  "messages",
  "attachments",
  "events",
  "drafts",
  "notices",
  "extracts",
  "evidence",
  "feedback",
] as const;
export type CountedKind = (typeof countedKinds)[number];
export type Counts = Partial<Record<CountedKind, number>>;

/** Whatever happened before its moment is too old. */
export type Cutoffs = Record<RetentionKind, Date>;

/** Of which authority what goes, and at which moment that is judged. */
export interface Expiring {
  authorityId: string;
  now: Date;
  cutoffs: Cutoffs;
  /** Who was warned or decided about since counts as known; their keyed hash is needed so long. */
  warningsSince: Date;
}

const dayMs = 86_400_000;

/** Terms go by the calendar and by whole days: what was written on the 28th goes on the night of a 28th. */
export function expiringAt(
  authorityId: string,
  settings: { retention: RetentionSettings; timeZone: string; moderation: { warningDays: number } },
  now: Date,
): Expiring {
  const { retention, timeZone, moderation } = settings;
  const today = dateIn(now, timeZone);
  const entries = Object.entries(retention).map(([kind, months]) => [
    kind,
    startOfDate(addMonths(today, -months), timeZone),
  ]);
  return {
    authorityId,
    now,
    cutoffs: Object.fromEntries(entries),
    warningsSince: new Date(now.getTime() - moderation.warningDays * dayMs),
  };
}

/** The sum of two counts, kind by kind. */
export function added(one: Counts, other: Counts): Counts {
  const sums = countedKinds.map((kind) => [kind, (one[kind] ?? 0) + (other[kind] ?? 0)] as const);
  return Object.fromEntries(sums.filter(([, sum]) => sum > 0));
}

export function isNothing(counts: Counts): boolean {
  return countedKinds.every((kind) => (counts[kind] ?? 0) === 0);
}
