import { findOffices } from "../../../authority/office-store.ts";
import { findAttachments } from "../../../conversing/attachments/attachment-store.ts";
import { findExtracts } from "../../../conversing/extracting/extract-store.ts";
import type { ConversationKey } from "../../../conversing/inbox/conversation-store.ts";
import { readConversation } from "../../../conversing/read-conversation.ts";
import { findDataRequests } from "../../../moderating/recognising/data-request-store.ts";
import { findMembers } from "../../../staff/member-store.ts";
import { may } from "../../../staff/rights.ts";
import type { WebParts } from "../../web-parts.ts";
import type { DeskConversation } from "./desk-conversation.ts";
import { findDrafts } from "./draft-store.ts";
import { findBeside, findEarlier, findEntry, findUnder, findWriters } from "./inbox-store.ts";
import { converseToolsOf } from "./inbox-view.ts";
import { findOthers } from "./presence-store.ts";
import { readAids } from "./read-aids.ts";

/**
 * All that the page of one conversation shows to one of us; undefined where the authority has none of that id. `chosen`:
 * the message that is to be answered.
 */
export async function readDeskConversation(
  parts: WebParts,
  key: ConversationKey,
  { me, chosen }: { me: string; chosen: string | undefined },
): Promise<DeskConversation | undefined> {
  const { db } = parts.database;
  const now = parts.clock.now();
  const [entry, beside, talk] = await Promise.all([
    findEntry(db, key, now),
    findBeside(db, key),
    readConversation(await converseToolsOf(parts), key, chosen),
  ]);
  if (!entry || !beside || !talk) return undefined;
  const own = { ...key, memberId: me };
  const members = await findMembers(db, [key.authorityId]);
  const { publicationId } = entry;
  return {
    entry,
    talk,
    channel: beside.channel,
    personId: beside.person_id,
    isBlocked: beside.blocked_at !== null,
    changedBy: beside.changed_by,
    changedAt: beside.changed_at,
    writers: await findWriters(db, key),
    under: publicationId === null ? undefined : await findUnder(db, key.authorityId, publicationId),
    earlier: await findEarlier(db, key, { accountId: beside.account_id, personId: beside.person_id }),
    offices: await findOffices(db, key.authorityId),
    colleagues: members.filter((one) => one.disabledAt === null && may(one, "answer", key.authorityId)),
    names: new Map(members.map(({ id, name }) => [id, name])),
    drafts: await findDrafts(db, own),
    others: await findOthers(db, own, now),
    aids: await readAids(parts, key),
    attachments: await findAttachments(db, key),
    requests: await findDataRequests(db, key),
    extracts: await findExtracts(db, key),
  };
}
