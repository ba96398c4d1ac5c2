import type { EventKind, EventReading } from "../../conversing.ts";
import type { Place, ReadEvent } from "./event.ts";
import { type Fields, fieldsOf, idOf, listOf, momentOf, textOf } from "./fields.ts";

type Doing = "add" | "edit" | "remove" | "hide" | "unhide";

/** Facebook has several words for one thing (graph-api.md section 15.4); the other verbs are none of ours. */
const doings = new Map<unknown, Doing>([
  ["add", "add"],
  ["edit", "edit"],
  ["edited", "edit"],
  ["update", "edit"],
  ["remove", "remove"],
  ["delete", "remove"],
  ["hide", "hide"],
  ["unhide", "unhide"],
]);

const ofComment: Record<Doing, EventKind> = {
  add: "comment-added",
  edit: "comment-edited",
  remove: "comment-removed",
  hide: "comment-hidden",
  unhide: "comment-shown",
};

/** A post that is hidden or shown stays the post it was: an edit, with the word in `action`. */
const ofPost: Record<Doing, EventKind> = {
  add: "post-added",
  edit: "post-edited",
  remove: "post-removed",
  hide: "post-edited",
  unhide: "post-edited",
};

const ofReaction: Record<Doing, EventKind | undefined> = {
  add: "reaction-added",
  // Another reaction in place of the first.
  edit: "reaction-added",
  remove: "reaction-removed",
  hide: undefined,
  unhide: undefined,
};

const postItems = new Set<unknown>([
  ...["post", "status", "share", "link", "note", "photo", "picture", "album", "photo-album", "video"],
  ...["event", "milestone", "coupon", "platform-story"],
]);

/** A change of the field `feed` (section 15.4). Undefined: of a kind we do not know, or without what we need. */
export function readFeedChange(value: Fields, place: Place): ReadEvent | undefined {
  const doing = doings.get(value.verb);
  if (!doing) return undefined;
  if (value.item === "comment") return readComment(value, doing, place);
  if (value.item === "reaction" || value.item === "like") return readReaction(value, doing, place);
  return postItems.has(value.item) ? readPost(value, doing, place) : undefined;
}

/** A change of the field `mention`: somebody named the Page in a post or comment of their own. */
export function readMention(value: Fields, place: Place): ReadEvent | undefined {
  const reading = readingOf(value, place);
  if (reading.postId === undefined && reading.commentId === undefined) return undefined;
  return {
    kind: "mentioned",
    happenedAt: momentOf(value.created_time) ?? place.sentAt,
    reading: { ...reading, action: textOf(value.verb) },
    sameness: samenessOf(value, reading),
  };
}

function readComment(value: Fields, doing: Doing, place: Place): ReadEvent | undefined {
  const reading = readingOf(value, place);
  if (reading.commentId === undefined) return undefined;
  return complete(ofComment[doing], doing, value, reading, place);
}

function readReaction(value: Fields, doing: Doing, place: Place): ReadEvent | undefined {
  const kind = ofReaction[doing];
  const reading = readingOf(value, place);
  if (kind === undefined || (reading.postId === undefined && reading.commentId === undefined))
    return undefined;
  const reaction = value.item === "like" ? "like" : textOf(value.reaction_type);
  return complete(kind, doing, value, { ...reading, reaction }, place);
}

function readPost(value: Fields, doing: Doing, place: Place): ReadEvent | undefined {
  const reading = readingOf(value, place);
  if (reading.postId === undefined) return undefined;
  // A post that waits for its hour is announced too, and a second time when it goes live.
  const isUnpublished = doing === "add" && String(value.published) === "0";
  const action = doing === "hide" || doing === "unhide" ? doing : isUnpublished ? "unpublished" : undefined;
  const more = { ...reading, action, detail: textOf(value.item) };
  return complete(ofPost[doing], doing, value, more, place);
}

function complete(
  kind: EventKind,
  doing: Doing,
  value: Fields,
  reading: EventReading,
  place: Place,
): ReadEvent {
  const happenedAt =
    doing === "add"
      ? momentOf(value.created_time)
      : doing === "edit"
        ? (momentOf(value.edited_time) ?? momentOf(value.created_time))
        : undefined;
  // Hiding goes back and forth under the comment's own time, so the time of the delivery tells one from the next.
  const turn = doing === "hide" || doing === "unhide" ? place.sentAt.getTime() : undefined;
  // An edit may change nothing but the picture. Elsewhere the id tells, and addresses of pictures are not for ever.
  const shown = doing === "edit" ? reading.attachments : undefined;
  return {
    kind,
    happenedAt: happenedAt ?? place.sentAt,
    reading,
    sameness: [...samenessOf(value, reading), turn, shown],
  };
}

/** The recipe of section 15.3, and what tells apart happenings that it would take for one. */
function samenessOf(value: Fields, reading: EventReading): readonly unknown[] {
  const { commentId, postId, person, reaction, text } = reading;
  const time = value.edited_time ?? value.created_time;
  return [value.item, value.verb, commentId ?? postId, time, text, person?.id, reaction, value.published];
}

function readingOf(value: Fields, place: Place): EventReading {
  return {
    person: personOf(value, place),
    postId: idOf(value.post_id),
    commentId: idOf(value.comment_id),
    parentId: idOf(value.parent_id),
    text: textOf(value.message),
    attachments: attachmentsOf(value),
  };
}

/** `from`; before v2.11 `sender_id` and `sender_name`, which captured deliveries still have. */
function personOf(value: Fields, place: Place): EventReading["person"] {
  const from = fieldsOf(value.from);
  const id = idOf(from?.id) ?? idOf(value.sender_id);
  if (id === undefined) return undefined;
  return { id, name: textOf(from?.name) ?? textOf(value.sender_name), isPage: id === place.pageId };
}

function attachmentsOf(value: Fields): EventReading["attachments"] {
  const pictures = [value.photo, ...listOf(value.photos)].flatMap((url) => attachment("photo", url));
  const more = [...attachment("video", value.video), ...attachment("link", value.link)];
  const all = [...pictures, ...more];
  return all.length > 0 ? all : undefined;
}

function attachment(type: string, url: unknown): { type: string; url: string }[] {
  const address = textOf(url);
  return address === undefined ? [] : [{ type, url: address }];
}
