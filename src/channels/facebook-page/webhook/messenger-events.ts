import type { EventReading } from "../../conversing.ts";
import type { Place, ReadEvent } from "./event.ts";
import { type Fields, fieldsOf, idOf, listOf, momentOf, textOf, wholeNumberOf } from "./fields.ts";

/** What all elements have: between whom, when. */
interface Setting extends Place {
  /** Undefined in what concerns the Page alone. */
  senderId?: string;
  recipientId?: string;
  at: Date;
  /** As it stands there, for the key. */
  timestamp: unknown;
}

type Reader = (content: Fields, setting: Setting) => ReadEvent | undefined;

/** By the key inside the element (graph-api.md section 15.5). */
const readers: readonly (readonly [string, Reader])[] = [
  ["message", readMessage],
  ["message_edit", readEdit],
  ["reaction", readReaction],
  ["delivery", readDelivery],
  ["read", readRead],
  ["postback", readPostback],
  ["referral", readReferral],
  ["policy_enforcement", readPolicy],
  ["pass_thread_control", (content, setting) => readControl("pass", content, setting)],
  ["take_thread_control", (content, setting) => readControl("take", content, setting)],
  ["request_thread_control", (content, setting) => readControl("request", content, setting)],
];

/**
 * One element of `messaging`, or of `standby` where another app holds the thread. Undefined: of a kind we do not know,
 * or without what we need.
 */
export function readMessengerElement(element: Fields, place: Place): ReadEvent | undefined {
  const setting: Setting = {
    ...place,
    senderId: idOf(fieldsOf(element.sender)?.id),
    recipientId: idOf(fieldsOf(element.recipient)?.id),
    at: momentOf(element.timestamp) ?? place.sentAt,
    timestamp: element.timestamp,
  };
  for (const [name, read] of readers) {
    const content = fieldsOf(element[name]);
    if (content) return read(content, setting);
  }
  return undefined;
}

function readMessage(content: Fields, setting: Setting): ReadEvent | undefined {
  const messageId = idOf(content.mid);
  // Of a message that was taken back nothing is left to read (Instagram only, section 15.5).
  if (messageId === undefined || content.is_deleted === true) return undefined;
  const reading: EventReading = {
    person: personOf(setting),
    messageId,
    text: textOf(content.text),
    parentId: idOf(fieldsOf(content.reply_to)?.mid),
    attachments: attachmentsOf(content),
    payload: textOf(fieldsOf(content.quick_reply)?.payload),
    detail: textOf(fieldsOf(content.referral)?.ref),
  };
  if (content.is_echo !== true)
    return { kind: "message-received", happenedAt: setting.at, reading, sameness: [messageId] };
  const echo = {
    ...reading,
    recipientId: setting.recipientId,
    appId: idOf(content.app_id),
    metadata: textOf(content.metadata),
  };
  return { kind: "message-echoed", happenedAt: setting.at, reading: echo, sameness: [messageId] };
}

function readEdit(content: Fields, setting: Setting): ReadEvent | undefined {
  const messageId = idOf(content.mid);
  if (messageId === undefined) return undefined;
  const editNumber = wholeNumberOf(content.num_edit);
  const reading = { person: personOf(setting), messageId, text: textOf(content.text), editNumber };
  const sameness = [messageId, editNumber ?? content.text];
  return { kind: "message-edited", happenedAt: setting.at, reading, sameness };
}

function readReaction(content: Fields, setting: Setting): ReadEvent | undefined {
  const messageId = idOf(content.mid);
  if (messageId === undefined) return undefined;
  const isTakenBack = content.action === "unreact";
  const name = textOf(content.reaction);
  const reading = {
    person: personOf(setting),
    messageId,
    reaction: textOf(content.emoji) ?? name,
    detail: name,
  };
  return {
    kind: isTakenBack ? "message-reaction-removed" : "message-reaction-added",
    happenedAt: setting.at,
    reading,
    sameness: [messageId, setting.senderId, content.action, setting.timestamp],
  };
}

function readDelivery(content: Fields, setting: Setting): ReadEvent | undefined {
  const watermark = momentOf(content.watermark);
  const messageIds = listOf(content.mids).flatMap((mid) => idOf(mid) ?? []);
  if (watermark === undefined && messageIds.length === 0) return undefined;
  return {
    kind: "message-delivered",
    happenedAt: setting.at,
    reading: {
      person: personOf(setting),
      watermark,
      messageIds: messageIds.length > 0 ? messageIds : undefined,
    },
    sameness: [setting.senderId, content.watermark, messageIds],
  };
}

function readRead(content: Fields, setting: Setting): ReadEvent | undefined {
  const watermark = momentOf(content.watermark);
  if (watermark === undefined) return undefined;
  const reading = { person: personOf(setting), watermark };
  const sameness = [setting.senderId, content.watermark];
  return { kind: "message-read", happenedAt: setting.at, reading, sameness };
}

function readPostback(content: Fields, setting: Setting): ReadEvent {
  const messageId = idOf(content.mid);
  const payload = textOf(content.payload);
  const reading = {
    person: personOf(setting),
    messageId,
    text: textOf(content.title),
    payload,
    detail: textOf(fieldsOf(content.referral)?.ref),
  };
  const sameness = messageId === undefined ? [setting.senderId, setting.timestamp, payload] : [messageId];
  return { kind: "button-pressed", happenedAt: setting.at, reading, sameness };
}

function readReferral(content: Fields, setting: Setting): ReadEvent {
  const payload = textOf(content.ref);
  const reading = { person: personOf(setting), payload, detail: textOf(content.source) };
  const sameness = [setting.senderId, setting.timestamp, payload, content.source, content.type];
  return { kind: "referred", happenedAt: setting.at, reading, sameness };
}

function readPolicy(content: Fields, setting: Setting): ReadEvent {
  const reading = { action: textOf(content.action), detail: textOf(content.reason) };
  const sameness = [setting.timestamp, reading.action, reading.detail];
  return { kind: "policy-enforced", happenedAt: setting.at, reading, sameness };
}

function readControl(action: "pass" | "take" | "request", content: Fields, setting: Setting): ReadEvent {
  const appId = idOf(content.new_owner_app_id) ?? idOf(content.requested_owner_app_id);
  const metadata = textOf(content.metadata);
  const reading = { person: personOf(setting), action, appId, metadata };
  const sameness = [setting.senderId, setting.timestamp, action, appId];
  return { kind: "thread-control-changed", happenedAt: setting.at, reading, sameness };
}

function personOf({ senderId, pageId }: Setting): EventReading["person"] {
  return senderId === undefined ? undefined : { id: senderId, isPage: senderId === pageId };
}

function attachmentsOf(content: Fields): EventReading["attachments"] {
  const all = listOf(content.attachments).flatMap((listed) => {
    const attachment = fieldsOf(listed);
    const type = textOf(attachment?.type);
    if (type === undefined) return [];
    const payload = fieldsOf(attachment?.payload);
    const url = textOf(payload?.url) ?? textOf(attachment?.url);
    return [{ type, url, title: textOf(payload?.title) ?? textOf(attachment?.title) }];
  });
  return all.length > 0 ? all : undefined;
}
