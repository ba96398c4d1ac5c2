import { type RawBuilder, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { Person } from "./person.ts";

/**
 * Where something about one person can stand. A new table with an id, a name or words of people is a new line here, and
 * holdings.test.ts finds the one that was forgotten.
 */
export interface Holding {
  table: keyof Schema;
  /** Which rows, as `t`. */
  of(person: Person): RawBuilder<boolean>;
  /** What whoever asks is given of them. Names of colleagues are not among it. */
  columns: readonly string[];
  orderBy: string;
}

const ofAccount = ({ authorityId, channel }: Person) => sql`t.authority_id = ${authorityId}
  and t.account_id in (select a.id from account a where a.authority_id = ${authorityId} and a.channel = ${channel})`;

/** Conversations that the person began, and what they wrote in any: ids and, within them, those of messages. */
const begun = ({ authorityId, channel, personId }: Person) => sql`select c.id from conversation c
  join account a on a.authority_id = c.authority_id and a.id = c.account_id and a.channel = ${channel}
  where c.authority_id = ${authorityId} and c.person_id = ${personId}`;
const written = ({ authorityId, channel, personId }: Person) => sql`message m
  join account a on a.authority_id = m.authority_id and a.id = m.account_id and a.channel = ${channel}
  where m.authority_id = ${authorityId} and m.author_id = ${personId}`;
const privately = (person: Person) => sql`${begun(person)} and c.kind = 'private'`;

const ofMessages = (person: Person) => sql<boolean>`t.authority_id = ${person.authorityId}
  and t.message_id in (select m.id from ${written(person)})`;
const ofDecisions = ({ authorityId, channel, personHash }: Person) => sql`select d.id from decision d
  where d.authority_id = ${authorityId} and d.channel = ${channel} and d.person_hash = ${personHash}`;

export const holdings = {
  conversations: {
    table: "conversation",
    of: (person) => sql<boolean>`${ofAccount(person)} and (t.person_id = ${person.personId}
      or t.id in (select m.conversation_id from ${written(person)}))`,
    columns: ["kind", "state", "post_external_id", "began_at", "last_message_at", "answered_at"],
    orderBy: "began_at",
  },
  messages: {
    table: "message",
    of: (person) => sql<boolean>`${ofAccount(person)} and (t.author_id = ${person.personId}
      or t.conversation_id in (${privately(person)}))`,
    columns: [
      ...["external_id", "direction", "author", "author_name", "text", "versions", "attachments", "reaction"],
      ...["sent_at", "received_at", "edited_at", "removed_at", "hidden_at", "is_automatic"],
    ],
    orderBy: "sent_at",
  },
  attachments: {
    table: "attachment",
    of: (person) => sql<boolean>`${ofAccount(person)} and t.message_id in (select m.id from ${written(person)}
      union all select p.id from message p where p.authority_id = ${person.authorityId}
        and p.conversation_id in (${privately(person)}))`,
    columns: [
      "id",
      "message_id",
      "kind",
      "name",
      "state",
      "why",
      "media_type",
      "bytes",
      "sha256",
      "noted_at",
    ],
    orderBy: "noted_at",
  },
  replies: {
    table: "reply",
    of: (person) => sql<boolean>`${ofAccount(person)} and (t.target = ${person.personId}
      or t.target in (select m.external_id from ${written(person)}))`,
    columns: ["kind", "text", "state", "is_automatic", "written_at", "settled_at"],
    orderBy: "written_at",
  },
  drafts: {
    table: "draft",
    of: (person) =>
      sql<boolean>`t.authority_id = ${person.authorityId} and t.conversation_id in (${begun(person)})`,
    columns: ["field", "text", "saved_at"],
    orderBy: "saved_at",
  },
  notes: {
    table: "note",
    of: (person) =>
      sql<boolean>`t.authority_id = ${person.authorityId} and t.conversation_id in (${begun(person)})`,
    columns: ["text", "written_at"],
    orderBy: "written_at",
  },
  notices: {
    table: "notice_given",
    of: (person) => sql<boolean>`${ofAccount(person)} and t.person_id = ${person.personId}`,
    columns: ["given_at"],
    orderBy: "given_at",
  },
  events: {
    table: "event",
    of: (person) => sql<boolean>`${ofAccount(person)} and (t.reading #>> '{person,id}' = ${person.personId}
      or t.reading ->> 'recipientId' = ${person.personId})`,
    columns: ["kind", "happened_at", "received_at", "reading", "raw"],
    orderBy: "happened_at",
  },
  triage: {
    table: "message_triage",
    of: ofMessages,
    columns: ["action", "topic", "rule", "confidence", "suggestions", "verdict", "judged_at", "settled_at"],
    orderBy: "judged_at",
  },
  alerts: {
    table: "alert",
    of: ofMessages,
    columns: ["kind", "detail", "raised_at", "seen_at"],
    orderBy: "raised_at",
  },
  requests: {
    table: "data_request",
    of: ofMessages,
    columns: ["received_on", "expires_on", "handed_at", "outcome", "answered_on", "note", "settled_at"],
    orderBy: "received_on",
  },
  decisions: {
    table: "decision",
    of: (person) => sql<boolean>`t.authority_id = ${person.authorityId} and t.id in (${ofDecisions(person)})`,
    columns: [
      ...[
        "code",
        "action",
        "rule",
        "rule_version",
        "topic",
        "reason",
        "is_automatic",
        "decided_at",
        "evidence",
      ],
      ...["evidence_hash", "emptied_at", "ends_at", "state", "notice", "review_until"],
    ],
    orderBy: "decided_at",
  },
  reviews: {
    table: "decision_review",
    of: (person) =>
      sql<boolean>`t.authority_id = ${person.authorityId} and t.decision_id in (${ofDecisions(person)})`,
    columns: ["id", "asked_at", "text", "contact", "due_on", "outcome", "reason", "decided_at"],
    orderBy: "asked_at",
  },
  extracts: {
    table: "extract",
    of: (person) => sql<boolean>`${ofAccount(person)} and t.person_ids @> array[${person.personId}]::text[]`,
    columns: ["id", "made_at", "messages", "sha256", "register_number", "register_date"],
    orderBy: "made_at",
  },
  deletions: {
    table: "deletion_request",
    of: ({ authorityId, channel, personHash }) =>
      sql<boolean>`t.authority_id = ${authorityId} and t.channel = ${channel} and t.person_hash = ${personHash}`,
    columns: ["code", "origin", "ground", "asked_at", "done_at"],
    orderBy: "asked_at",
  },
  logins: {
    table: "account",
    of: ({ authorityId, channel, personId }) =>
      sql<boolean>`t.authority_id = ${authorityId} and t.channel = ${channel} and t.connected_by = ${personId}`,
    columns: ["name", "connected_at"],
    orderBy: "connected_at",
  },
} as const satisfies Record<string, Holding>;

export type HoldingKind = keyof typeof holdings;
export const holdingKinds = Object.keys(holdings) as HoldingKind[];

/** Tables beside these in which a name of a column looks like people's, with why there is nothing of one person to find. */
export const withoutPersons: Readonly<Record<string, string>> = {
  attachment_piece: "bytes of what stands in attachment",
  extract_piece: "bytes of what stands in extract",
  feedback: "written without an account: no id leads from a person to it; it goes after its term",
  item: "what portals publish",
  change: "what portals publish",
  authority: "a public body",
  source: "a portal",
  office: "a place of a public body",
  api_key: "a program",
  conversation_rule: "rules of the authority",
  publication: "posts of the authority",
  attempt: "what a network said of a post",
  reply_attempt: "what a network said of an answer; goes with its row in reply",
  audit_entry: "acts, without texts and names; never taken out, since the chain would break",
  migration: "steps of the schema",
  mail: "letters to people of the desk: that something waits, never who wrote or what; emptied once they are sent",
  mail_server: "a server",
  trouble_told: "accounts and portals in trouble",
  staff_member: "people of the desk, who have a page of their own",
};
