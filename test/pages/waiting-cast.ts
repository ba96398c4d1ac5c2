import type { Insertable } from "kysely";
import { answerDeadline } from "../../src/authority/calendar/answer-deadline.ts";
import { calendarOf } from "../../src/authority/office.ts";
import type { Database } from "../../src/database/database.ts";
import type { Schema } from "../../src/database/schema.ts";
import { valdilago } from "../people.ts";
import { now } from "./today-cast.ts";

const minute = 60_000;
const hour = 60 * minute;

const ago = (ms: number) => new Date(now.getTime() - ms);
const ahead = (ms: number) => new Date(now.getTime() + ms);

/** People who wrote: somebody in distress, one who waits too long, one whose window closes today, one put off. */
export async function fillWaiting(database: Database): Promise<{ distress: string; talk: string }> {
  const anna = await addTalk(
    database,
    "Anna Ferri",
    "Non ce la faccio più, senza lavoro non vedo via d'uscita",
    {
      waiting_since: ago(12 * minute),
    },
  );
  await addTalk(database, "Bruno Conti", "Quando riapre lo sportello di Roccavento?", {
    waiting_since: ago(80 * hour),
    ...{ leads_at: ago(10 * hour), deadline: JSON.stringify(promised(ago(80 * hour))), assignee: "marco" },
  });
  await addTalk(database, "Carla Neri", "Ho mandato il curriculum, è arrivato?", {
    ...{ kind: "private", person_id: "carla", waiting_since: ago(20 * hour) },
    ...{ leads_at: ahead(4 * hour), window_until: ahead(4 * hour) },
  });
  await addTalk(database, "Dario Poli", "Ci risentiamo lunedì", {
    ...{
      waiting_since: ago(hour),
      leads_at: ago(minute),
      ...{ snoozed_until: ahead(50 * hour), snooze_reason: "Lo sportello riapre" },
    },
  });
  await addTalk(database, "Elsa Riva", "Grazie!", { state: "answered", needs_answer: "no" });
  const raise = (kind: string, raisedAt: Date, talk: string | null) =>
    database.db
      .insertInto("alert")
      .values({
        ...{ authority_id: valdilago.id, kind, subject: `${kind}-${raisedAt.getTime()}` },
        ...{ conversation_id: talk, raised_at: raisedAt },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
  await raise("review-asked", ago(26 * hour), null);
  await raise("data-request", ago(3 * hour), anna);
  const { id: distress } = await raise("distress", ago(12 * minute), anna);
  return { distress, talk: anna };
}

/** Two working days, told to whoever wrote then. */
function promised(at: Date) {
  return answerDeadline(calendarOf(undefined, "Europe/Rome"), at, {
    workingDays: 2,
    ends: "day",
    warnings: [],
  });
}

async function addTalk(
  { db }: Database,
  person: string,
  text: string,
  columns: Partial<Insertable<Schema["conversation"]>>,
): Promise<string> {
  const { id } = await db
    .insertInto("conversation")
    .values({
      ...{ authority_id: valdilago.id, account_id: "pagina", kind: "comment-thread", thread_key: person },
      ...{ person_name: person, state: "new", needs_answer: "yes" },
      ...{ began_at: ago(90 * hour), last_message_at: ago(10 * minute), changed_at: now },
      ...columns,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("message")
    .values({
      ...{ authority_id: valdilago.id, account_id: "pagina", conversation_id: id, external_id: person },
      ...{ direction: "in", author: "person", author_name: person, text, needs_answer: "yes" },
      ...{ sent_at: ago(10 * minute), is_dated: true, received_at: ago(10 * minute) },
    })
    .execute();
  return id;
}
