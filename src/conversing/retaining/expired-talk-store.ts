import { type Kysely, sql, type Transaction } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { countOf } from "./expired-record-store.ts";
import { isHeldBack } from "./held-back.ts";
import type { Counts, Expiring } from "./retention.ts";

type Talk = "privateMessages" | "comments";

const isOfTalk = (talk: Talk) =>
  talk === "privateMessages" ? sql<boolean>`c.kind = 'private'` : sql<boolean>`c.kind <> 'private'`;

/** Conversations as `c` whose last message is too old and that wait for nothing. */
const expiredTalk = (expiring: Expiring, talk: Talk) => sql`from conversation c
  where c.authority_id = ${expiring.authorityId} and ${isOfTalk(talk)}
    and c.last_message_at < ${expiring.cutoffs[talk]} and not ${isHeldBack(expiring)}`;

const countedAs = (talk: Talk) =>
  talk === "privateMessages" ? ("privateConversations" as const) : ("publicConversations" as const);

export async function countExpiredTalk(db: Kysely<Schema>, expiring: Expiring, talk: Talk): Promise<Counts> {
  const { rows } = await sql<{ conversations: number; messages: number; events: number }>`
    with gone as (select c.authority_id, c.id ${expiredTalk(expiring, talk)}),
      said as (select m.event_ids from gone g
        join message m on m.authority_id = g.authority_id and m.conversation_id = g.id)
    select (select count(*) from gone)::integer as conversations, (select count(*) from said)::integer as messages,
      (select count(*) from event e where e.authority_id = ${expiring.authorityId}
        and e.happened_at >= ${expiring.cutoffs.events}
        and e.id in (select unnest(event_ids) from said))::integer as events`.execute(db);
  const { conversations = 0, messages = 0, events = 0 } = rows[0] ?? {};
  return { [countedAs(talk)]: conversations, messages, events };
}

/** Erases conversations with all that hangs on them, and the events from which their messages were made. */
export async function eraseExpiredTalk(
  trx: Transaction<Schema>,
  expiring: Expiring,
  talk: Talk,
  most: number,
): Promise<Counts> {
  const { rows } = await sql<{ id: string }>`
    select c.id ${expiredTalk(expiring, talk)} limit ${most} for update of c skip locked`.execute(trx);
  if (rows.length === 0) return {};
  const { authorityId } = expiring;
  const ids = rows.map(({ id }) => id);
  const said = sql`message m where m.authority_id = ${authorityId} and m.conversation_id = any(${ids}::uuid[])`;
  const events = await sql`delete from event e where e.authority_id = ${authorityId}
    and e.id in (select unnest(m.event_ids) from ${said})`.execute(trx);
  const messages = await sql`delete from ${said}`.execute(trx);
  await sql`delete from conversation c where c.authority_id = ${authorityId} and c.id = any(${ids}::uuid[])`.execute(
    trx,
  );
  return {
    [countedAs(talk)]: ids.length,
    messages: Number(messages.numAffectedRows ?? 0),
    events: Number(events.numAffectedRows ?? 0),
  };
}

/** The mark of a file that was erased because its term was over: nothing fetches it again. */
const termOver = "term-over";

/** Files as `a`, of messages as `m`, in conversations as `c`. One that is being fetched is left to whoever fetches it. */
const expiredAttachments = (expiring: Expiring) => sql`from attachment a
  join message m on m.authority_id = a.authority_id and m.id = a.message_id
  join conversation c on c.authority_id = m.authority_id and c.id = m.conversation_id
  where a.authority_id = ${expiring.authorityId} and a.state <> 'fetching' and a.why is distinct from ${termOver}
    and m.sent_at < ${expiring.cutoffs.attachments} and not ${isHeldBack(expiring)}`;

export async function countExpiredAttachments(db: Kysely<Schema>, expiring: Expiring): Promise<Counts> {
  return { attachments: await countOf(db, expiredAttachments(expiring)) };
}

/** Erases the bytes and the name; that there was a file stays, as long as its message. */
export async function eraseExpiredAttachments(
  trx: Transaction<Schema>,
  expiring: Expiring,
  most: number,
): Promise<Counts> {
  const { rows } = await sql<{ id: string; messageId: string }>`
    select a.id, a.message_id as "messageId" ${expiredAttachments(expiring)}
    limit ${most} for update of a skip locked`.execute(trx);
  if (rows.length === 0) return {};
  const { authorityId, now } = expiring;
  const ids = rows.map(({ id }) => id);
  const messageIds = rows.map(({ messageId }) => messageId);
  await sql`delete from attachment_piece
    where authority_id = ${authorityId} and attachment_id = any(${ids}::uuid[])`.execute(trx);
  await sql`update attachment set state = 'gone', why = ${termOver}, name = null, sha256 = null, next_step_at = null,
      settled_at = ${now}
    where authority_id = ${authorityId} and id = any(${ids}::uuid[])`.execute(trx);
  await sql`update message set attachments = (select jsonb_agg(one - 'url' - 'title' order by place)
      from jsonb_array_elements(attachments) with ordinality as listed (one, place))
    where authority_id = ${authorityId} and id = any(${messageIds}::uuid[]) and attachments <> '[]'`.execute(
    trx,
  );
  return { attachments: ids.length };
}

/** Drafts as `d`; whoever has begun an answer that is still due finds it again. */
const expiredDrafts = (expiring: Expiring) => sql`from draft d
  join conversation c on c.authority_id = d.authority_id and c.id = d.conversation_id
  where d.authority_id = ${expiring.authorityId} and d.saved_at < ${expiring.cutoffs.drafts}
    and not ${isHeldBack(expiring)}`;

export async function countExpiredDrafts(db: Kysely<Schema>, expiring: Expiring): Promise<Counts> {
  return { drafts: await countOf(db, expiredDrafts(expiring)) };
}

export async function eraseExpiredDrafts(
  trx: Transaction<Schema>,
  expiring: Expiring,
  most: number,
): Promise<Counts> {
  const { numAffectedRows } = await sql`
    delete from draft where ctid in (select d.ctid ${expiredDrafts(expiring)} limit ${most} for update of d skip locked)`.execute(
    trx,
  );
  return { drafts: Number(numAffectedRows ?? 0) };
}
