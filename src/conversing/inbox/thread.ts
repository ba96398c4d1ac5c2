import type { NetworkEvent } from "../../channels/conversing.ts";
import type { ConversationKind } from "./conversation.ts";

/** What an event is about, and by which key its conversation is found. */
export interface Thread {
  kind: ConversationKind;
  key: string;
}

/** One message of the network, as an event names it. */
export interface Named {
  /** The network's id of the message. */
  externalId: string;
  /** Where it belongs as far as this event can tell; a comment below a comment may belong further up. */
  thread: Thread;
  /** The comment or post it stands below; undefined for what stands alone. */
  parentId?: string;
}

/**
 * The message an event speaks of. Undefined where it speaks of none: reactions to posts, what the Page itself posts,
 * receipts, changes of who holds a thread.
 */
export function messageNamedBy(event: Pick<NetworkEvent, "kind" | "key" | "reading">): Named | undefined {
  const { kind, reading } = event;
  const { commentId, postId, messageId, parentId } = reading;
  switch (kind) {
    case "comment-added":
    case "comment-edited":
    case "comment-removed":
    case "comment-hidden":
    case "comment-shown":
      return commentId === undefined ? undefined : comment(commentId, postId, parentId);
    case "mentioned":
      if (commentId !== undefined) return comment(commentId, postId, parentId);
      return postId === undefined ? undefined : visitorPost(postId);
    case "post-added":
    case "post-edited":
      // Without a name nobody can tell a visitor's post from our own, and our own are no messages to us.
      if (postId === undefined || !reading.person || reading.person.isPage) return undefined;
      return reading.action === "unpublished" ? undefined : visitorPost(postId);
    case "post-removed":
      return postId === undefined ? undefined : visitorPost(postId);
    case "message-received":
    case "message-echoed":
    case "message-edited":
    case "message-reaction-added":
    case "message-reaction-removed":
      return messageId === undefined ? undefined : privateMessage(messageId, event);
    case "button-pressed":
      // Older buttons carry no id of their own; the event's key is as good, and stays ours.
      return privateMessage(messageId ?? event.key, event);
    default:
      return undefined;
  }
}

/** With whom a private event is: whoever it came from, or went to. */
export function personInPrivate({ reading }: Pick<NetworkEvent, "reading">): string | undefined {
  const { person, recipientId } = reading;
  return person && !person.isPage ? person.id : recipientId;
}

function comment(commentId: string, postId: string | undefined, parentId: string | undefined): Named {
  const isBelowPost = parentId === undefined || parentId === postId;
  const key = isBelowPost ? commentId : parentId;
  return { externalId: commentId, thread: { kind: "comment-thread", key }, parentId: parentId ?? postId };
}

function visitorPost(postId: string): Named {
  return { externalId: postId, thread: { kind: "visitor-post", key: postId } };
}

function privateMessage(externalId: string, event: Pick<NetworkEvent, "reading">): Named | undefined {
  const personId = personInPrivate(event);
  if (personId === undefined) return undefined;
  return { externalId, thread: { kind: "private", key: personId }, parentId: event.reading.parentId };
}
