import type { Authority } from "../../../authority/authority-store.ts";
import { countQueue, findQueue, type QueuedComment } from "../../../moderating/deciding/find-queue.ts";
import { readRaid, type ShownRaid } from "../../../moderating/raiding/read-raid.ts";
import { countOpenReviews } from "../../../moderating/reviewing/review-store.ts";
import type { ConversationRule } from "../../../moderating/rule.ts";
import { rulesOf } from "../../../moderating/rule-store.ts";
import type { WebParts } from "../../web-parts.ts";
import { readAsides } from "../inbox/inbox-store.ts";
import { type ModerationFilter, searchOf } from "./moderation-filter.ts";
import { findLatestDecisions, type LatestDecision } from "./moderation-store.ts";

/** One page of the queue of one authority. */
export interface ModerationQueue {
  authority: Authority;
  lines: readonly (QueuedComment & { title: string | null })[];
  /** With this filter. */
  total: number;
  hasMore: boolean;
  rules: readonly ConversationRule[];
  latest: readonly LatestDecision[];
  /** One that goes on. */
  raid: ShownRaid | undefined;
}

/** How many wait in each authority. */
export interface ModerationCounts {
  queue: ReadonlyMap<string, number>;
  reviews: ReadonlyMap<string, number>;
}

export async function readModerationCounts(
  { database: { db } }: Pick<WebParts, "database">,
  authorityIds: readonly string[],
): Promise<ModerationCounts> {
  return {
    queue: await countQueue(db, authorityIds),
    reviews: await countOpenReviews(db, authorityIds),
  };
}

const onPage = 30;
const latestMost = 12;

export async function readModeration(
  parts: WebParts,
  authority: Authority,
  filter: ModerationFilter,
): Promise<ModerationQueue> {
  const { db } = parts.database;
  const page = { number: filter.page, size: onPage };
  const { lines, total } = await findQueue(db, authority.id, searchOf(filter), page);
  const keys = lines.map(({ conversationId: id }) => ({ authorityId: authority.id, id }));
  const titles = new Map((await readAsides(db, keys)).map(({ id, title }) => [id, title]));
  return {
    authority,
    total,
    hasMore: total > filter.page * onPage,
    lines: lines.map((line) => ({ ...line, title: titles.get(line.conversationId) ?? null })),
    rules: await rulesOf(db, authority.id, parts.clock.now()),
    raid: await readRaid(db, authority, parts.clock.now()),
    latest: await findLatestDecisions(db, authority.id, latestMost),
  };
}
