import type { NetworkEvent } from "../../conversing.ts";
import { eventKey, type Place, type ReadEvent } from "../webhook/event.ts";
import { storable } from "../webhook/exact-json.ts";
import { readFeedChange } from "../webhook/feed-events.ts";
import { type Fields, fieldsOf } from "../webhook/fields.ts";
import { readMessengerElement } from "../webhook/messenger-events.ts";
import type { FoundAttachment, FoundComment, FoundMessage, FoundPost } from "./found.ts";

/**
 * What was found, as the delivery that would have told it: read by the same code, so that it has the same key and is
 * stored once, whichever comes first.
 */
export function eventOfComment(
  comment: FoundComment,
  postId: string,
  place: Place,
): NetworkEvent | undefined {
  const value = {
    item: "comment",
    verb: "add",
    from: comment.from,
    post_id: postId,
    comment_id: comment.id,
    parent_id: comment.parent?.id ?? postId,
    created_time: secondsOf(comment.created_time),
    message: comment.message,
    photo: comment.attachment?.media?.image?.src,
  };
  return found(readFeedChange(asStored(value), place), comment, place);
}

/** What somebody else posted on the Page; undefined for the Page's own. */
export function eventOfPost(post: FoundPost, place: Place): NetworkEvent | undefined {
  if (post.from === undefined || post.from.id === place.pageId) return undefined;
  const value = {
    item: "post",
    verb: "add",
    from: post.from,
    post_id: post.id,
    created_time: secondsOf(post.created_time),
    message: post.message,
  };
  return found(readFeedChange(asStored(value), place), post, place);
}

/** A private message, from the person or to them. */
export function eventOfMessage(
  message: FoundMessage,
  personId: string,
  place: Place,
): NetworkEvent | undefined {
  const isOurs = message.from?.id === place.pageId;
  const [sender, recipient] = isOurs ? [place.pageId, personId] : [personId, place.pageId];
  const element = {
    sender: { id: sender },
    recipient: { id: recipient },
    timestamp: Date.parse(message.created_time),
    message: {
      mid: message.id,
      text: message.message ?? "",
      attachments: message.attachments?.data.map(asDelivered) ?? [],
      is_echo: isOurs,
    },
  };
  return found(readMessengerElement(asStored(element), place), message, place);
}

function found(read: ReadEvent | undefined, raw: unknown, place: Place): NetworkEvent | undefined {
  if (!read || Number.isNaN(read.happenedAt.getTime())) return undefined;
  const { kind, happenedAt, sameness } = read;
  const reading = { ...read.reading, foundAt: place.sentAt };
  const key = eventKey(kind, sameness);
  return {
    externalId: place.pageId,
    kind,
    key,
    happenedAt,
    reading,
    raw: { found: storable(JSON.parse(JSON.stringify(raw))) },
  };
}

/** What a database cannot keep is taken out before the key is made, as it is of a delivery. */
function asStored(value: object): Fields {
  const told = Object.entries(value).filter(([, member]) => member !== undefined);
  return fieldsOf(storable(Object.fromEntries(told))) ?? {};
}

/** Lists show dates as text, deliveries as seconds. */
function secondsOf(text: string): number {
  return Math.floor(Date.parse(text) / 1000);
}

function asDelivered(one: FoundAttachment): object {
  const url = one.image_data?.url ?? one.video_data?.url ?? one.file_url;
  const type = one.image_data ? "image" : one.video_data ? "video" : "file";
  return { type, payload: { url: url ?? "", title: one.name ?? "" } };
}
