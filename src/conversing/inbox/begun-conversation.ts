import { randomUUID } from "node:crypto";
import type { KeptConversation } from "./kept-conversation.ts";
import type { HandledEvent } from "./message.ts";
import type { Thread } from "./thread.ts";

/** A reaction to what we do not know, and the removal of a post that may be our own, begin no conversation. */
export function isAboutKnownOnly({ kind }: HandledEvent): boolean {
  return kind === "message-reaction-added" || kind === "message-reaction-removed" || kind === "post-removed";
}

export function isPrivate({ kind }: HandledEvent): boolean {
  return (
    kind.startsWith("message-") || ["button-pressed", "referred", "thread-control-changed"].includes(kind)
  );
}

/** One that nobody has heard of yet. */
export function begun(
  { kind, key }: Thread,
  event: HandledEvent,
  publications: ReadonlyMap<string, string>,
): KeptConversation {
  const postExternalId = kind === "private" ? null : (event.reading.postId ?? null);
  return {
    id: randomUUID(),
    kind,
    threadKey: key,
    personId: kind === "private" ? key : null,
    personName: null,
    postExternalId,
    publicationId: publications.get(postExternalId ?? "") ?? null,
    officeId: null,
    settledUntil: null,
    closedAt: null,
    reopenedAt: null,
    askedBackAt: null,
    actedAt: null,
    heldByApp: null,
    heldAt: null,
    blockedAt: null,
    version: 1,
  };
}

/** Whose conversation it is: of comments, whoever wrote the first of them. */
export function about(conversation: KeptConversation, { reading, kind }: HandledEvent): KeptConversation {
  const { person } = reading;
  if (!person || person.isPage || kind.endsWith("-hidden") || kind.endsWith("-shown")) return conversation;
  const isFirst = reading.commentId === conversation.threadKey || reading.postId === conversation.threadKey;
  const isTheirs = conversation.personId === person.id;
  if (!isTheirs && !isFirst && conversation.personId !== null) return conversation;
  const personName = person.name ?? (isTheirs ? conversation.personName : null);
  return { ...conversation, personId: person.id, personName };
}

/** What opens the network's window, and who holds the thread there. */
export function afterAct(conversation: KeptConversation, event: HandledEvent): KeptConversation {
  const { kind, happenedAt, reading } = event;
  if (kind === "thread-control-changed") {
    if (conversation.heldAt && conversation.heldAt > happenedAt) return conversation;
    const heldByApp = reading.action === "pass" ? (reading.appId ?? null) : null;
    return { ...conversation, heldByApp, heldAt: happenedAt };
  }
  const isTheirAct = acts.has(kind) && reading.person?.isPage === false;
  const isLater = !conversation.actedAt || conversation.actedAt < happenedAt;
  const acted = isTheirAct && isLater ? { ...conversation, actedAt: happenedAt } : conversation;
  const isHeld = reading.isStandby === true && acted.heldByApp === null;
  return isHeld ? { ...acted, heldByApp: anotherApp, heldAt: happenedAt } : acted;
}

/** Of a thread in standby we are told that another app has it, but not which. */
export const anotherApp = "another-app";

/** An edit is none of them (graph-api.md section 13.2 lists what opens or renews the window). */
const acts: ReadonlySet<string> = new Set([
  "message-received",
  "message-reaction-added",
  "button-pressed",
  "referred",
]);
