import { randomUUID } from "node:crypto";
import { type PersonKey, personOf } from "../src/conversing/personal-data/person.ts";
import type { Database } from "../src/database/database.ts";
import type { Vault } from "../src/platform/vault.ts";
import { addDecision, addExtract, addReview } from "./record-rows.ts";
import { addEvent, addFile, addMessage, addTalk } from "./retained-rows.ts";

/** Everything that can be held of somebody, each time in words that name them: three days old, with one decision. */
export async function addEverything(
  database: Database,
  vault: Vault,
  person: PersonKey,
  now: Date,
): Promise<void> {
  const { db } = database;
  const { authorityId, personId: name } = person;
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const { personHash } = personOf(vault, person);
  const { conversationId, messageId } = await addTalk(database, authorityId, ago(3), name);
  await addFile(database, authorityId, messageId, ago(3), `cv-di-${name}.pdf`);
  await addEvent(database, authorityId, ago(2), name);
  await db
    .insertInto("note")
    .values({
      authority_id: authorityId,
      written_by: "marco",
      conversation_id: conversationId,
      text: `Nota su ${name}`,
      written_at: ago(3),
    })
    .execute();
  await db
    .insertInto("reply")
    .values({
      ...{
        authority_id: authorityId,
        account_id: "pagina",
        conversation_id: conversationId,
        kind: "message",
      },
      ...{
        target: name,
        text: `Risposta a ${name}`,
        written_by: "marco",
        state: "sent",
        own_id: `r-${name}`,
      },
      ...{ external_id: `sent-${name}`, written_at: ago(2), settled_at: ago(2) },
    })
    .execute();
  await db
    .insertInto("notice_given")
    .values({ authority_id: authorityId, account_id: "pagina", person_id: name, given_at: ago(3) })
    .execute();
  await db
    .insertInto("message_triage")
    .values({
      ...{ authority_id: authorityId, message_id: messageId, conversation_id: conversationId },
      ...{ action: "none", needs_person: false, judged_at: ago(3) },
    })
    .execute();
  await db
    .insertInto("alert")
    .values({
      ...{ authority_id: authorityId, kind: "threat", subject: messageId, raised_at: ago(3) },
      ...{ conversation_id: conversationId, message_id: messageId, detail: JSON.stringify({ words: name }) },
    })
    .execute();
  await db
    .insertInto("data_request")
    .values({
      ...{ authority_id: authorityId, message_id: messageId, conversation_id: conversationId },
      ...{ received_on: "2026-11-19", expires_on: "2026-12-19", note: `Nota su ${name}` },
    })
    .execute();
  const evidence = JSON.stringify({ text: `Parole di ${name}` });
  const decided = { person_hash: personHash, evidence, message_id: messageId };
  const decision = await addDecision(database, authorityId, ago(3), decided);
  const reviewId = randomUUID();
  const contact = vault.seal(`${name}@example.org`, `review-contact:${authorityId}/${reviewId}`);
  const text = `Parole di ${name}`;
  await addReview(database, authorityId, decision, ago(2), { id: reviewId, text, contact });
  await addExtract(database, authorityId, { conversationId, person: name, at: ago(1) });
  // Below a comment of somebody else.
  const thread = await addTalk(database, authorityId, ago(5), `terza-${name.length}`, {
    kind: "comment-thread",
  });
  await addMessage(database, authorityId, thread.conversationId, ago(4), name);
}
