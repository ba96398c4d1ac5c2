import { findAttachments } from "../../../conversing/attachments/attachment-store.ts";
import type { MessageKey } from "../../../moderating/deciding/decided-message-store.ts";
import { findQueuedAround } from "../../../moderating/deciding/find-queue.ts";
import { openQueued } from "../../../moderating/deciding/open-queued.ts";
import type { WebParts } from "../../web-parts.ts";
import { findUnder } from "../inbox/inbox-store.ts";
import { type ModerationFilter, searchOf } from "./moderation-filter.ts";
import { findBesideComment } from "./moderation-store.ts";
import type { QueuedPageComment } from "./queued-comment.ts";

/** All that the page of one comment shows; that `by` read it is entered in the trail. Undefined where there is none. */
export async function readQueued(
  parts: WebParts,
  key: MessageKey,
  filter: ModerationFilter,
  by: string,
): Promise<QueuedPageComment | undefined> {
  const { db } = parts.database;
  const beside = await findBesideComment(db, key);
  const opened = beside && (await openQueued({ db, vault: parts.vault, clock: parts.clock }, key, by));
  if (!beside || !opened) return undefined;
  const { authorityId } = key;
  const { conversationId } = opened.message;
  const { publicationId } = beside;
  return {
    ...opened,
    beside,
    under: publicationId === null ? undefined : await findUnder(db, authorityId, publicationId),
    attachments: await findAttachments(db, { authorityId, conversationId }),
    around: await findQueuedAround(db, key, searchOf(filter)),
  };
}
