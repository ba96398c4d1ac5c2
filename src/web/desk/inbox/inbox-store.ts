import { type Kysely, sql } from "kysely";
import type { ConversationKey } from "../../../conversing/inbox/conversation-store.ts";
import { findInbox } from "../../../conversing/inbox/inbox-store.ts";
import type { Schema } from "../../../database/schema.ts";
import { knownFacts, lifeOfEach } from "../../../noticeboard/board-conditions.ts";
import type { ShownItem } from "../../../noticeboard/shown-item.ts";
import { isUuid } from "../../form-fields.ts";
import type { EarlierTalk, ListedConversation, Under } from "./desk-conversation.ts";

type Db = Kysely<Schema>;

interface Aside {
  authorityId: string;
  id: string;
  title: string | null;
  reply: "open" | "refused" | null;
  isInNeed: boolean;
}

/** What of these conversations the list says besides: the item's title, and whether our answer is on its way or stopped. */
export async function readAsides(
  db: Db,
  keys: readonly { authorityId: string; id: string }[],
): Promise<Pick<ListedConversation, "id" | "title" | "reply" | "isInNeed">[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<Aside>`
    select c.id, i.title, case when r.state = 'refused' then 'refused' when r.state is null then null
      else 'open' end as reply,
      exists (select 1 from alert a left join message_triage t on t.authority_id = a.authority_id
          and t.message_id = a.message_id
        where a.authority_id = c.authority_id and a.conversation_id = c.id and a.kind = 'distress'
          and t.verdict is distinct from 'not-so') as "isInNeed"
    from unnest(${keys.map((key) => key.authorityId)}::text[], ${keys.map(({ id }) => id)}::uuid[]) as k (authority_id, id)
    join conversation c on c.authority_id = k.authority_id and c.id = k.id
    left join publication p on p.authority_id = c.authority_id and p.id = c.publication_id
    left join item i on i.authority_id = p.authority_id and i.id = p.item_id
    left join lateral (select state from reply where reply.authority_id = c.authority_id
      and reply.conversation_id = c.id and not is_automatic and state <> 'sent'
      and (state <> 'refused' or written_at > coalesce(c.answered_at, '-infinity'))
      order by seq desc limit 1) r on true`.execute(db);
  return rows;
}

/** What of a conversation stands in no line of the list. */
export async function findBeside(db: Db, { authorityId, conversationId }: ConversationKey) {
  return await db
    .selectFrom("conversation as c")
    .innerJoin("account as a", (join) =>
      join.onRef("a.authority_id", "=", "c.authority_id").onRef("a.id", "=", "c.account_id"),
    )
    .select(["a.channel", "c.person_id", "c.blocked_at", "c.changed_by", "c.changed_at", "c.account_id"])
    .where("c.authority_id", "=", authorityId)
    .where("c.id", "=", conversationId)
    .executeTakeFirst();
}

/** The line of one conversation, whatever state it is in. */
export async function findEntry(db: Db, { authorityId, conversationId }: ConversationKey, now: Date) {
  const [entry] = await findInbox(
    db,
    authorityId,
    { id: conversationId, withSnoozed: true },
    { now, most: 1 },
  );
  return entry;
}

interface UnderRow extends Omit<ShownItem, "lifeChange"> {
  itemId: string;
  postUrl: string | null;
  lifeChange: ShownItem["lifeChange"];
}

/**
 * The item behind a publication with its last word on its life, held back or not: this page is no public one. Its facts
 * are those of the noticeboard, so that an offer is not open here and closed there.
 */
export async function findUnder(
  db: Db,
  authorityId: string,
  publicationId: string,
): Promise<Under | undefined> {
  const { rows } = await sql<UnderRow>`
    select i.id as "itemId", p.url as "postUrl", i.seq, i.kind, i.title, i.body as text, i.link, i.reference, ${knownFacts} as facts,
      i.attachments, i.labels, coalesce(i.published_at, i.first_seen_at) as "shownAt", i.first_seen_at as "changedAt",
      i.content_hash as version, case when life.kind is null then null
        else jsonb_build_object('kind', life.kind, 'at', life.at) end as "lifeChange"
    from publication p join item i on i.authority_id = p.authority_id and i.id = p.item_id
    ${lifeOfEach}
    where p.authority_id = ${authorityId} and p.id = ${publicationId}`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { itemId, postUrl, lifeChange, ...item } = row;
  const life = lifeChange && { ...lifeChange, at: new Date(lifeChange.at) };
  return { itemId, postUrl, item: { ...item, lifeChange: life } };
}

const earlierMost = 8;

/** Other conversations with the same person through the same account, the newest first. */
export async function findEarlier(
  db: Db,
  { authorityId, conversationId }: ConversationKey,
  person: { accountId: string; personId: string | null },
): Promise<EarlierTalk[]> {
  if (person.personId === null) return [];
  const rows = await db
    .selectFrom("conversation")
    .select(["id", "kind", "state", "last_message_at"])
    .where("authority_id", "=", authorityId)
    .where("account_id", "=", person.accountId)
    .where("person_id", "=", person.personId)
    .where("id", "<>", conversationId)
    .orderBy("last_message_at", "desc")
    .limit(earlierMost)
    .execute();
  return rows.map(({ id, kind, state, last_message_at: lastMessageAt }) => ({
    id,
    kind,
    state,
    lastMessageAt,
  }));
}

/** The network's id of the message that a form names as the one it answers; undefined where it names none of theirs. */
export async function findAnsweredId(
  db: Db,
  { authorityId, conversationId }: ConversationKey,
  messageId: string | undefined,
): Promise<string | undefined> {
  if (messageId === undefined || !isUuid(messageId)) return undefined;
  const row = await db
    .selectFrom("message")
    .select("external_id")
    .where("authority_id", "=", authorityId)
    .where("conversation_id", "=", conversationId)
    .where("id", "=", messageId)
    .where("direction", "=", "in")
    .executeTakeFirst();
  return row?.external_id;
}

/** Who of us wrote what was sent, by the network's id. */
export async function findWriters(
  db: Db,
  { authorityId, conversationId }: ConversationKey,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("reply")
    .select(["external_id", "written_by"])
    .where("authority_id", "=", authorityId)
    .where("conversation_id", "=", conversationId)
    .where("external_id", "is not", null)
    .where("written_by", "is not", null)
    .execute();
  return new Map(rows.map((row) => [row.external_id ?? "", row.written_by ?? ""]));
}
