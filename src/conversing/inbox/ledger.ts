import type { KeptReply } from "../replying/kept-reply.ts";
import { about, afterAct, begun, isAboutKnownOnly, isPrivate } from "./begun-conversation.ts";
import type { KeptConversation } from "./kept-conversation.ts";
import { afterEvent, type HandledEvent } from "./message.ts";
import type { KeptMessage } from "./message-store.ts";
import { replySpokenOf } from "./our-reply.ts";
import { messageNamedBy, type Named, personInPrivate, type Thread } from "./thread.ts";

/** What is known at the start of a batch. */
export interface Known {
  conversations: readonly KeptConversation[];
  messages: readonly KeptMessage[];
  /** Publications by the network's id of their posts. */
  publications: ReadonlyMap<string, string>;
  /** Posts that were removed, whose own events may come later. */
  removedPosts: ReadonlySet<string>;
  /** Ours that these events may speak of. */
  replies: readonly KeptReply[];
}

/** A reply of which an event tells that it arrived, before or after its own call did. */
export interface AdoptedReply {
  reply: KeptReply;
  externalId: string;
  at: Date;
}

/** What a batch of events comes to, gathered in memory and saved at its end. */
export interface Ledger {
  enter(event: HandledEvent): void;
  /** Those that changed, new ones included. */
  changedConversations(): KeptConversation[];
  changedMessages(): KeptMessage[];
  /** All that it knows, changed or not. */
  conversations(): KeptConversation[];
  /** Ids of conversations whose standing is to be worked out. */
  touched(): string[];
  joined(): { from: string; into: string }[];
  adopted(): AdoptedReply[];
}

/**
 * Enters events into conversations and messages. A comment may come before the one it answers, and what a visitor posted
 * after the comments below it: what turns out to be one conversation is joined.
 */
export function openLedger(known: Known): Ledger {
  const conversations = new Map(known.conversations.map((one) => [one.id, one]));
  const byThread = new Map(known.conversations.map((one) => [threadName(one.kind, one.threadKey), one.id]));
  const messages = new Map(known.messages.map((one) => [one.externalId, one]));
  const changedConversations = new Set<string>();
  const changedMessages = new Set<string>();
  const touched = new Set<string>();
  const joined: { from: string; into: string }[] = [];
  const adopted: AdoptedReply[] = [];
  const replies = [...known.replies];

  function at(kind: Thread["kind"], key: string): KeptConversation | undefined {
    return conversations.get(byThread.get(threadName(kind, key)) ?? "");
  }

  function change(conversation: KeptConversation): KeptConversation {
    conversations.set(conversation.id, conversation);
    byThread.set(threadName(conversation.kind, conversation.threadKey), conversation.id);
    changedConversations.add(conversation.id);
    touched.add(conversation.id);
    return conversation;
  }

  function belongsTo({ thread, externalId }: Named, event: HandledEvent): KeptConversation {
    const { postId } = event.reading;
    const onVisitorPost = postId === undefined ? undefined : at("visitor-post", postId);
    if (thread.kind === "comment-thread" && onVisitorPost) return onVisitorPost;
    // Some events leave out what a comment stands below; where we know it, that counts.
    const isHere = thread.key === externalId || thread.kind === "private";
    const own = isHere ? messages.get(externalId) : undefined;
    const where = own && conversations.get(own.conversationId);
    if (where) return where;
    const above = thread.key === externalId ? undefined : messages.get(thread.key);
    const there = (above && conversations.get(above.conversationId)) ?? at(thread.kind, thread.key);
    return there ?? change(begun(thread, event, known.publications));
  }

  function join(from: KeptConversation | undefined, into: KeptConversation): void {
    if (!from || from.id === into.id) return;
    joined.push({ from: from.id, into: into.id });
    conversations.delete(from.id);
    byThread.set(threadName(from.kind, from.threadKey), into.id);
    changedConversations.delete(from.id);
    touched.delete(from.id);
    touched.add(into.id);
    for (const one of messages.values()) {
      if (one.conversationId === from.id) messages.set(one.externalId, { ...one, conversationId: into.id });
    }
  }

  /** What was begun under a name that turns out to be one inside another conversation. */
  function joinWhatBelongs(named: Named, into: KeptConversation, event: HandledEvent): void {
    if (named.thread.kind === "comment-thread") join(at("comment-thread", named.externalId), into);
    if (named.thread.kind !== "visitor-post") return;
    const { postId } = event.reading;
    for (const one of [...conversations.values()]) {
      if (one.kind === "comment-thread" && one.postExternalId === postId) join(one, into);
    }
  }

  function adopt(named: Named, event: HandledEvent): KeptReply | undefined {
    const around = named.parentId === undefined ? undefined : messages.get(named.parentId)?.conversationId;
    const reply = replySpokenOf(replies, named, event, around);
    if (reply && reply.state !== "sent" && reply.externalId === null) {
      adopted.push({ reply, externalId: named.externalId, at: event.happenedAt });
      replies[replies.indexOf(reply)] = { ...reply, externalId: named.externalId };
    }
    return reply;
  }

  function enterMessage(named: Named, event: HandledEvent): void {
    const before = messages.get(named.externalId);
    if (!before && isAboutKnownOnly(event)) return;
    const ours = adopt(named, event);
    const conversation = conversations.get(ours?.conversationId ?? "") ?? belongsTo(named, event);
    joinWhatBelongs(named, conversation, event);
    const after = afterEvent(before && ours ? asOurs(before, ours) : before, event, named.parentId);
    const isRemovedPost = event.kind === "post-added" && known.removedPosts.has(named.externalId);
    const removedAt = after.removedAt ?? (isRemovedPost ? event.happenedAt : null);
    const { externalId } = named;
    const whole = { ...after, externalId, removedAt, conversationId: conversation.id };
    messages.set(externalId, ours ? asOurs(whole, ours) : whole);
    changedMessages.add(named.externalId);
    change(about(conversations.get(conversation.id) ?? conversation, event));
  }

  return {
    enter(event) {
      const named = messageNamedBy(event);
      if (named) enterMessage(named, event);
      const person = personInPrivate(event);
      const talk = person === undefined ? undefined : at("private", person);
      if (talk && isPrivate(event)) change(afterAct(talk, event));
    },
    changedConversations: () => [...changedConversations].flatMap((id) => conversations.get(id) ?? []),
    changedMessages: () => [...changedMessages].flatMap((id) => messages.get(id) ?? []),
    conversations: () => [...conversations.values()],
    touched: () => [...touched],
    joined: () => joined,
    adopted: () => adopted,
  };
}

/** That it is ours, we know from our own row only. */
function asOurs(message: KeptMessage, { isAutomatic, answersUntil }: KeptReply): KeptMessage {
  const until = isAutomatic ? null : answersUntil;
  return {
    ...message,
    direction: "out",
    author: "page",
    needsAnswer: "no",
    isAutomatic,
    answersUntil: until,
  };
}

function threadName(kind: string, key: string): string {
  return `${kind} ${key}`;
}
