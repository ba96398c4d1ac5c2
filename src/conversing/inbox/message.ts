import type { EventReading, NetworkEvent } from "../../channels/conversing.ts";
import type { NeedsAnswer } from "./conversation.ts";
import { needsAnswer } from "./needs-answer.ts";
import { textOf, type Version, withVersion } from "./version.ts";

/** One comment, post or private message, with all it was. */
export interface Message {
  externalId: string;
  direction: "in" | "out";
  /** elsewhere: written for the Page, but not by us. */
  author: "person" | "page" | "elsewhere";
  authorId: string | null;
  authorName: string | null;
  parentExternalId: string | null;
  /** Oldest first; empty where we only ever heard of its removal, or where it has no words. */
  versions: Version[];
  attachments: NonNullable<EventReading["attachments"]>;
  reaction: string | null;
  reactionAt: Date | null;
  isAutomatic: boolean;
  needsAnswer: NeedsAnswer;
  sentAt: Date;
  /** False while we only know of it by an edit, a removal or the like: those tell other moments than that of writing. */
  isDated: boolean;
  receivedAt: Date;
  removedAt: Date | null;
  hiddenAt: Date | null;
  /** Of the last hiding or showing. */
  visibilityAt: Date | null;
  answersUntil: Date | null;
  eventIds: string[];
}

export interface HandledEvent extends Pick<NetworkEvent, "kind" | "key" | "happenedAt" | "reading"> {
  id: string;
  receivedAt: Date;
}

/**
 * A message after one more event about it; `known` is undefined for the first. Events come twice, late and in any order
 * and always come to the same message: an edit may be here before what it edits, and a removal before both.
 */
export function afterEvent(known: Message | undefined, event: HandledEvent, parentId?: string): Message {
  const message = known ?? unheard(event);
  const seen: Message = {
    ...message,
    ...whoWrote(message, event),
    parentExternalId: message.parentExternalId ?? parentId ?? null,
    receivedAt: message.receivedAt < event.receivedAt ? message.receivedAt : event.receivedAt,
    eventIds: message.eventIds.includes(event.id) ? message.eventIds : [...message.eventIds, event.id],
  };
  return judged(said(seen, event), message);
}

function said(message: Message, event: HandledEvent): Message {
  const { happenedAt, reading } = event;
  switch (event.kind) {
    case "comment-added":
    case "post-added":
    case "message-received":
    case "message-echoed":
    case "mentioned":
    case "button-pressed":
      return added(message, event);
    case "comment-edited":
    case "post-edited":
    case "message-edited":
      return versioned(shown(message, reading), reading.text, happenedAt, reading.editNumber ?? 1);
    case "comment-removed":
    case "post-removed":
      return { ...message, removedAt: sooner(message.removedAt, happenedAt) };
    case "comment-hidden":
      return visible(message, happenedAt, happenedAt);
    case "comment-shown":
      return visible(message, happenedAt, null);
    case "message-reaction-added":
      return reacted(message, happenedAt, reading.reaction ?? null);
    case "message-reaction-removed":
      return reacted(message, happenedAt, null);
    default:
      return message;
  }
}

function added(message: Message, event: HandledEvent): Message {
  const { reading, happenedAt } = event;
  const dated = { ...shown(message, reading), sentAt: happenedAt, isDated: true };
  // What the reconciling poll read is its text of now, which may be that of an edit we were never told of.
  const isKnown = message.versions.some(({ text }) => text === reading.text);
  if (reading.foundAt && isKnown) return dated;
  const isLater = reading.foundAt !== undefined && message.isDated;
  const at = isLater && reading.foundAt ? reading.foundAt : happenedAt;
  return versioned(dated, reading.text, at, isLater ? 1 : 0);
}

/** Pictures of the network's own, which an edit may change; left out where the event tells none. */
function shown(message: Message, { attachments }: EventReading): Message {
  return attachments ? { ...message, attachments } : message;
}

function versioned(message: Message, text: string | undefined, at: Date, rank: number): Message {
  return text === undefined
    ? message
    : { ...message, versions: withVersion(message.versions, { at, rank, text }) };
}

function visible(message: Message, at: Date, hiddenAt: Date | null): Message {
  const isOlder = message.visibilityAt !== null && message.visibilityAt > at;
  return isOlder ? message : { ...message, hiddenAt, visibilityAt: at };
}

function reacted(message: Message, at: Date, reaction: string | null): Message {
  const isOlder = message.reactionAt !== null && message.reactionAt > at;
  return isOlder ? message : { ...message, reaction, reactionAt: at };
}

/** Words that change are judged anew; what a person has decided about the same words stays. */
function judged(message: Message, before: Message): Message {
  if (message.direction === "out") return { ...message, needsAnswer: "no" };
  const isSame =
    textOf(message) === textOf(before) && message.attachments.length === before.attachments.length;
  if (isSame && before.isDated && before.direction === "in") return message;
  return { ...message, needsAnswer: needsAnswer(textOf(message), message.attachments.length > 0) };
}

function whoWrote(
  message: Message,
  event: HandledEvent,
): Pick<Message, "authorId" | "authorName" | "direction" | "author" | "answersUntil"> {
  const { person } = event.reading;
  const { direction, author, authorId, authorName, answersUntil } = message;
  // Whoever reacts, hides or removes need not be who wrote it.
  if (!person || !tellsAuthor.has(event.kind)) {
    return { direction, author, authorId, authorName, answersUntil };
  }
  const named = { authorId: person.id, authorName: person.name ?? authorName };
  if (!person.isPage) return { ...named, direction: "in", author: "person", answersUntil: null };
  // That it is ours is known from our own row, and said before or after this by whoever knows that row.
  const isOurs = author === "page";
  const until = isOurs ? answersUntil : message.isDated ? message.sentAt : event.happenedAt;
  return { ...named, direction: "out", author: isOurs ? "page" : "elsewhere", answersUntil: until };
}

const tellsAuthor: ReadonlySet<string> = new Set([
  "comment-added",
  "comment-edited",
  "post-added",
  "post-edited",
  "mentioned",
  "message-received",
  "message-echoed",
  "message-edited",
  "button-pressed",
]);

function unheard(event: HandledEvent): Message {
  return {
    externalId: "",
    direction: "in",
    author: "person",
    authorId: null,
    authorName: null,
    parentExternalId: null,
    versions: [],
    attachments: [],
    reaction: null,
    reactionAt: null,
    isAutomatic: false,
    needsAnswer: "no",
    sentAt: event.happenedAt,
    isDated: false,
    receivedAt: event.receivedAt,
    removedAt: null,
    hiddenAt: null,
    visibilityAt: null,
    answersUntil: null,
    eventIds: [],
  };
}

function sooner(known: Date | null, at: Date): Date {
  return known && known < at ? known : at;
}
