import type { Insertable } from "kysely";
import type { Database } from "../src/database/database.ts";
import type { Schema } from "../src/database/schema.ts";

/** Rows of what people wrote long ago, for the tests of what is kept and what is erased. */

type Row<Table extends keyof Schema> = Partial<Insertable<Schema[Table]>>;

export interface Talked {
  conversationId: string;
  messageId: string;
}

let count = 0;

/** An authority with one Page. */
export async function addHouse({ db }: Database, id: string, settings: object = {}): Promise<void> {
  await db
    .insertInto("authority")
    .values({ id, name: `Ente ${id}`, settings: JSON.stringify(settings) })
    .execute();
  await db
    .insertInto("account")
    .values({
      authority_id: id,
      id: "pagina",
      name: "Pagina",
      channel: "facebook-page",
      external_id: `page-${id}`,
    })
    .execute();
}

/** A talk with one message, which has been answered; `at` is the moment of all. */
export async function addTalk(
  { db }: Database,
  authorityId: string,
  at: Date,
  person: string,
  more: Row<"conversation"> = {},
): Promise<Talked> {
  count += 1;
  const { id: conversationId } = await db
    .insertInto("conversation")
    .values({
      ...{
        authority_id: authorityId,
        account_id: "pagina",
        kind: "private",
        thread_key: `${person}-${count}`,
      },
      ...{ person_id: person, person_name: `Nome di ${person}`, state: "closed", needs_answer: "no" },
      ...{ began_at: at, last_message_at: at, heard_at: at, changed_at: at, ...more },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const messageId = await addMessage({ db }, authorityId, conversationId, at, person);
  return { conversationId, messageId };
}

/** A message and the event it was made from. */
export async function addMessage(
  { db }: Pick<Database, "db">,
  authorityId: string,
  conversationId: string,
  at: Date,
  person: string,
  more: Row<"message"> = {},
): Promise<string> {
  const event = await addEvent({ db }, authorityId, at, person);
  count += 1;
  const { id } = await db
    .insertInto("message")
    .values({
      ...{ authority_id: authorityId, account_id: "pagina", conversation_id: conversationId },
      ...{ external_id: `m-${count}`, direction: "in", author: "person", author_id: person },
      ...{ author_name: `Nome di ${person}`, text: `Parole di ${person}`, needs_answer: "no" },
      ...{ sent_at: at, received_at: at, is_dated: true, event_ids: [event], ...more },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function addEvent(
  { db }: Pick<Database, "db">,
  authorityId: string,
  at: Date,
  person: string,
): Promise<string> {
  count += 1;
  const reading = { person: { id: person, name: `Nome di ${person}`, isPage: false }, text: "Parole" };
  const { id } = await db
    .insertInto("event")
    .values({
      ...{ authority_id: authorityId, account_id: "pagina", key: `e-${count}`, kind: "message-received" },
      ...{ happened_at: at, received_at: at, handled_at: at },
      ...{ reading: JSON.stringify(reading), raw: JSON.stringify(reading) },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** A kept file of one piece. */
export async function addFile(
  { db }: Database,
  authorityId: string,
  messageId: string,
  at: Date,
  name = "cv.pdf",
): Promise<string> {
  const { id } = await db
    .insertInto("attachment")
    .values({
      ...{ authority_id: authorityId, account_id: "pagina", message_id: messageId, ordinal: 1 },
      ...{
        source_key: "/cv.pdf",
        kind: "file",
        address: "https://files.example/cv.pdf",
        name,
      },
      ...{ state: "kept", media_type: "application/pdf", bytes: 3, sha256: "0".repeat(64) },
      ...{ noted_at: at, settled_at: at },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("attachment_piece")
    .values({ authority_id: authorityId, attachment_id: id, ordinal: 1, content: Buffer.from("pdf") })
    .execute();
  return id;
}
