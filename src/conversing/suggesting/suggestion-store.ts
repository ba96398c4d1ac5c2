import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { knownFacts, lifeOfEach } from "../../noticeboard/board-conditions.ts";
import type { LifeChange } from "../../noticeboard/shown-item.ts";
import type { ItemFacts } from "../../watching/found-item.ts";
import type { ConversationKey } from "../inbox/conversation-store.ts";
import type { DiscussedItem } from "./item-facts.ts";

export interface AskedConversation {
  kind: "comment-thread" | "visitor-post" | "private";
  personName: string | null;
  officeId: string | null;
  publicationId: string | null;
  /** What they wrote since our last answer, oldest first. */
  question: string;
}

const messagesMax = 5;

/** A conversation as suggestions are made of it; undefined where there is none. */
export async function findAsked(
  db: Kysely<Schema>,
  { authorityId, conversationId }: ConversationKey,
): Promise<AskedConversation | undefined> {
  const { rows } = await sql<AskedConversation>`
    select c.kind, c.person_name as "personName", c.office_id as "officeId", c.publication_id as "publicationId",
      coalesce((select string_agg(w.text, E'\n' order by w.sent_at, w.external_id) from (
        select m.text, m.sent_at, m.external_id from message m
        where m.authority_id = c.authority_id and m.conversation_id = c.id and m.direction = 'in'
          and m.removed_at is null and m.text is not null
          and m.sent_at > coalesce(c.answered_at, '-infinity')
        order by m.sent_at desc, m.external_id desc limit ${messagesMax}) w), '') as question
    from conversation c where c.authority_id = ${authorityId} and c.id = ${conversationId}`.execute(db);
  return rows[0];
}

interface ItemRow {
  title: string;
  facts: ItemFacts;
  link: string | null;
  reference: string | null;
  lifeKind: LifeChange | null;
  lifeAt: Date | null;
  deadlineBefore: string | null;
}

/**
 * The item behind a publication, with what last changed of its life and of its deadline. Its facts are those of the
 * noticeboard, words read in the text included: who asks us must not be told otherwise than who reads there.
 */
export async function findDiscussed(
  db: Kysely<Schema>,
  authorityId: string,
  publicationId: string,
): Promise<DiscussedItem | null> {
  const { rows } = await sql<ItemRow>`
    select i.title, ${knownFacts} as facts, i.link, i.reference, life.kind as "lifeKind", life.at as "lifeAt",
      moved.was as "deadlineBefore"
    from publication p join item i on i.authority_id = p.authority_id and i.id = p.item_id
    ${lifeOfEach}
    left join lateral (select c.before #>> '{facts,deadline}' as was from change c
      where c.authority_id = i.authority_id and c.item_id = i.id
        and c.before #>> '{facts,deadline}' is distinct from c.after #>> '{facts,deadline}'
      order by c.at desc limit 1) moved on true
    where p.authority_id = ${authorityId} and p.id = ${publicationId}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { lifeKind, lifeAt, ...item } = row;
  return { ...item, lifeChange: lifeKind && lifeAt ? { kind: lifeKind, at: lifeAt } : null };
}
