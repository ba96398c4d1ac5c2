import { type Kysely, sql } from "kysely";
import { calendarOf, type Office } from "../../authority/office.ts";
import type { Schema } from "../../database/schema.ts";
import type { PromisedConversation, SaidThere } from "./kept-promise.ts";

interface Row {
  settledUntil: Date | null;
  officeId: string | null;
  said: { in: boolean; at: string; until: string | null }[];
}

/**
 * What was said since a moment in conversations in which something needed an answer: no words and no people, only when.
 * What people took back needs no answer, and what we took back gave none.
 */
export async function findPromised(
  db: Kysely<Schema>,
  authority: { id: string; timeZone: string; offices: readonly Office[] },
  since: Date,
): Promise<PromisedConversation[]> {
  const { rows } = await sql<Row>`
    select c.settled_until as "settledUntil", c.office_id as "officeId",
      json_agg(json_build_object('in', m.direction = 'in', 'at', m.sent_at, 'until', m.answers_until)
        order by m.sent_at, m.direction) as said
    from message m join conversation c on c.authority_id = m.authority_id and c.id = m.conversation_id
    where m.authority_id = ${authority.id} and m.sent_at >= ${since} and m.removed_at is null
      and (m.needs_answer = 'yes' or m.answers_until is not null)
    group by c.authority_id, c.id`.execute(db);
  return rows.map(({ settledUntil, officeId, said }) => {
    const office = authority.offices.find(({ id, isDefault }) => (officeId ? id === officeId : isDefault));
    return { settledUntil, calendar: calendarOf(office, authority.timeZone), said: said.map(toSaid) };
  });
}

function toSaid({ in: isTheirs, at, until }: Row["said"][number]): SaidThere {
  const sentAt = new Date(at);
  return isTheirs
    ? { direction: "in", sentAt }
    : { direction: "out", sentAt, answersUntil: until === null ? sentAt : new Date(until) };
}
