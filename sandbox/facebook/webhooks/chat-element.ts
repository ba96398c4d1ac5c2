import { psidOf } from "../community/people.ts";
import type { ChatEvent } from "../messenger/messenger.ts";
import type { Message } from "../messenger/thread.ts";

/** One element of `messaging` (section 15.5) and the field under which apps subscribe to it. */
export interface ChatElement {
  field: string;
  element: object;
}

/** @param now unix milliseconds: Messenger events carry milliseconds everywhere */
export function chatElement(event: ChatEvent, now: number): ChatElement {
  const { thread } = event;
  const psid = psidOf(thread.pageId, thread.person);
  const fromPerson = { sender: { id: psid }, recipient: { id: thread.pageId } };
  const fromPage = { sender: { id: thread.pageId }, recipient: { id: psid } };
  switch (event.kind) {
    case "message":
      return element("messages", fromPerson, event.message.createdAt, { message: content(event.message) });
    case "echo":
      return element("message_echoes", fromPage, event.message.createdAt, { message: echo(event.message) });
    case "edit": {
      const { id: mid, text, edits } = event.message;
      return element("message_edits", fromPerson, now, { message_edit: { mid, text, num_edit: edits } });
    }
    case "delivery": {
      const { id, createdAt } = event.message;
      return element("message_deliveries", fromPerson, now, {
        delivery: { mids: [id], watermark: createdAt },
      });
    }
    case "read":
      return element("message_reads", fromPerson, now, { read: { watermark: event.watermark } });
    case "reaction": {
      const { name, emoji, action, message } = event;
      return element("message_reactions", fromPerson, now, {
        reaction: { reaction: name, emoji, action, mid: message.id },
      });
    }
    case "postback": {
      const { mid, title, payload } = event;
      return element("messaging_postbacks", fromPerson, now, { postback: { mid, title, payload } });
    }
    case "referral":
      return element("messaging_referrals", fromPerson, now, {
        referral: { ref: event.ref, source: "SHORTLINK", type: "OPEN_THREAD" },
      });
    case "policy":
      return element("messaging_policy_enforcement", { recipient: { id: thread.pageId } }, now, {
        policy_enforcement: { action: event.action, ...(event.reason ? { reason: event.reason } : {}) },
      });
    default:
      return element("messaging_handovers", fromPerson, now, handover(event));
  }
}

function element(field: string, parties: object, timestamp: number, what: object): ChatElement {
  return { field, element: { ...parties, timestamp, ...what } };
}

function content(message: Message): object {
  return {
    mid: message.id,
    ...(message.text === undefined ? {} : { text: message.text }),
    ...(message.replyTo === undefined ? {} : { reply_to: { mid: message.replyTo } }),
    ...(message.attachments.length === 0
      ? {}
      : {
          attachments: message.attachments.map(({ type, url, stickerId }) => ({
            type,
            payload: { url, ...(stickerId === undefined ? {} : { sticker_id: Number(stickerId) }) },
          })),
        }),
  };
}

/** Answers of colleagues in Business Suite come the same way, with the inbox's app id and without metadata. */
function echo(message: Message): object {
  const { mid, ...rest } = content(message) as { mid: string };
  return {
    mid,
    is_echo: true,
    app_id: Number(message.appId),
    ...(message.metadata === undefined ? {} : { metadata: message.metadata }),
    ...rest,
  };
}

function handover(event: Extract<ChatEvent, { kind: "pass" | "take" | "request" }>): object {
  const metadata = event.metadata === undefined ? {} : { metadata: event.metadata };
  if (event.kind === "request")
    return { request_thread_control: { requested_owner_app_id: event.requestedBy, ...metadata } };
  return {
    [`${event.kind}_thread_control`]: {
      previous_owner_app_id: event.previousOwner ?? null,
      new_owner_app_id: event.newOwner,
      ...metadata,
    },
  };
}
