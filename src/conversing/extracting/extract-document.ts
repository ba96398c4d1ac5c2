import type { Selectable } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { type Attachment, safeFileName } from "../attachments/attachment.ts";
import type { Talk } from "../inbox/talk-store.ts";
import { fileNames } from "./extract.ts";

/**
 * What an extract says, and the shape of its `conversazione.json`, which docs/operate/protocollo.md describes. A change
 * of the shape is a new `format`. Moments are ISO 8601 in UTC; texts are as they were written, sign by sign.
 */
export interface ExtractDocument {
  format: 1;
  madeAt: string;
  madeBy: string;
  authority: { id: string; name: string };
  account: { id: string; name: string; channel: string; externalId: string };
  conversation: {
    id: string;
    kind: "comment-thread" | "visitor-post" | "private";
    person: { id: string | null; name: string | null };
    /** The post it stands below. */
    postId: string | null;
  };
  messages: ExtractMessage[];
  /** Answers of ours that are not, or not yet, among the messages. */
  unsent: { text: string; state: string; writtenAt: string; isAutomatic: boolean }[];
}

export interface ExtractMessage {
  id: string;
  /** person: the public; page: the authority; elsewhere: for the authority, but not through Bacheca. */
  author: "person" | "page" | "elsewhere";
  authorId: string | null;
  authorName: string | null;
  answersTo: string | null;
  isAutomatic: boolean;
  sentAt: string;
  /** False: the network only told us of a later act on it. */
  isSentAtSure: boolean;
  receivedAt: string;
  editedAt: string | null;
  removedAt: string | null;
  hiddenAt: string | null;
  text: string | null;
  /** Words it had before, oldest first. */
  earlier: { at: string; text: string }[];
  attachments: ExtractAttachment[];
}

export interface ExtractAttachment {
  /** Where it is in the archive; null where it is not, with how it stands. */
  file: string | null;
  /** As its sender called it. */
  name: string | null;
  kind: string;
  mediaType: string | null;
  bytes: number | null;
  sha256: string | null;
  state: Attachment["state"];
  why: Attachment["why"];
}

export interface ExtractSubject {
  madeAt: Date;
  madeBy: string;
  authority: { id: string; name: string };
  account: ExtractDocument["account"];
  conversation: ExtractDocument["conversation"];
  talk: Pick<Talk, "messages" | "replies">;
  attachments: readonly Attachment[];
}

export function extractDocument(subject: ExtractSubject): ExtractDocument {
  const { madeAt, madeBy, authority, account, conversation, talk, attachments } = subject;
  const paths = attachmentPaths(attachments);
  return {
    format: 1,
    madeAt: madeAt.toISOString(),
    madeBy,
    authority,
    account,
    conversation,
    messages: talk.messages.map((message) =>
      toMessage(
        message,
        attachments.filter(({ messageId }) => messageId === message.id),
        paths,
      ),
    ),
    unsent: talk.replies.map((reply) => ({
      text: reply.text,
      state: reply.state,
      writtenAt: reply.written_at.toISOString(),
      isAutomatic: reply.is_automatic,
    })),
  };
}

/** Where each kept file goes; numbered, so that two of one name do not meet. */
export function attachmentPaths(attachments: readonly Attachment[]): Map<string, string> {
  const kept = attachments.filter(({ state }) => state === "kept");
  return new Map(
    kept.map(({ id, name, mediaType }, index) => {
      const number = String(index + 1).padStart(3, "0");
      return [id, `${fileNames.folder}/${number}-${safeFileName(name, mediaType, "allegato")}`];
    }),
  );
}

/** Everybody who speaks in it, but for ourselves. */
export function personIdsOf({ conversation, messages }: ExtractDocument): string[] {
  const authors = messages.filter(({ author }) => author === "person").map(({ authorId }) => authorId);
  return [...new Set([conversation.person.id, ...authors])].filter((id) => id !== null).sort();
}

function toMessage(
  row: Selectable<Schema["message"]>,
  attachments: readonly Attachment[],
  paths: ReadonlyMap<string, string>,
): ExtractMessage {
  return {
    id: row.external_id,
    author: row.author,
    authorId: row.author_id,
    authorName: row.author_name,
    answersTo: row.parent_external_id,
    isAutomatic: row.is_automatic,
    sentAt: row.sent_at.toISOString(),
    isSentAtSure: row.is_dated,
    receivedAt: row.received_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    removedAt: row.removed_at?.toISOString() ?? null,
    hiddenAt: row.hidden_at?.toISOString() ?? null,
    text: row.text,
    earlier: earlierOf(row),
    attachments: attachments.map(({ id, name, kind, mediaType, bytes, sha256, state, why }) => ({
      ...{ file: paths.get(id) ?? null, name, kind, mediaType, bytes, sha256, state, why },
    })),
  };
}

function earlierOf({ versions, text }: Selectable<Schema["message"]>): ExtractMessage["earlier"] {
  const all = versions as { at: string; text: string }[];
  return all
    .filter((one, index) => one.text !== (all[index + 1]?.text ?? text))
    .map(({ at, text: words }) => ({ at: new Date(at).toISOString(), text: words }));
}
