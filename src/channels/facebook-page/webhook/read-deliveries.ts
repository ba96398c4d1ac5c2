import type { Deliveries, NetworkEvent } from "../../conversing.ts";
import { eventKey, type Place, type ReadEvent } from "./event.ts";
import { parseExactly, storable } from "./exact-json.ts";
import { readFeedChange, readMention } from "./feed-events.ts";
import { type Fields, fieldsOf, idOf, listOf, momentOf } from "./fields.ts";
import { readMessengerElement } from "./messenger-events.ts";

/**
 * All events in one POST of Facebook's (graph-api.md section 15). Whatever it holds, each piece stands for itself: what
 * we do not know, or cannot use, is counted and leaves the rest alone. Undefined: not of the form of any delivery.
 */
export function readDeliveries(body: Buffer): Deliveries | undefined {
  const root = fieldsOf(parseExactly(body.toString("utf8")));
  if (!root || typeof root.object !== "string" || !Array.isArray(root.entry)) return undefined;
  const events: NetworkEvent[] = [];
  let ignored = 0;
  for (const listed of root.entry) {
    const entry = fieldsOf(listed) ?? {};
    const place = root.object === "page" ? placeOf(entry) : undefined;
    const pieces = piecesOf(entry);
    // An entry without anything in it is something we do not know, too.
    if (pieces.length === 0) ignored += 1;
    for (const piece of pieces) {
      const event = place && readPiece(piece, place);
      if (event) events.push(event);
      else ignored += 1;
    }
  }
  return { events, ignored };
}

/** Something an entry holds: a change, or an element of its conversations. */
interface Piece {
  from: "changes" | "messaging" | "standby";
  content: unknown;
}

function piecesOf(entry: Fields): Piece[] {
  return (["changes", "messaging", "standby"] as const).flatMap((from) =>
    listOf(entry[from]).map((content) => ({ from, content })),
  );
}

function placeOf(entry: Fields): Place | undefined {
  const pageId = idOf(entry.id);
  const sentAt = momentOf(entry.time);
  return pageId === undefined || sentAt === undefined ? undefined : { pageId, sentAt };
}

function readPiece({ from, content }: Piece, place: Place): NetworkEvent | undefined {
  const raw = fieldsOf(storable(content));
  if (!raw) return undefined;
  const read = from === "changes" ? readChange(raw, place) : readMessengerElement(raw, place);
  if (!read) return undefined;
  const { kind, happenedAt, sameness } = read;
  const reading = from === "standby" ? { ...read.reading, isStandby: true } : read.reading;
  return { externalId: place.pageId, kind, key: eventKey(kind, sameness), happenedAt, reading, raw };
}

function readChange(change: Fields, place: Place): ReadEvent | undefined {
  const value = fieldsOf(change.value);
  if (!value) return undefined;
  if (change.field === "feed") return readFeedChange(value, place);
  return change.field === "mention" ? readMention(value, place) : undefined;
}
