import type { GraphCall } from "../call.ts";
import { invalidParameter, notImitated } from "../graph-error.ts";
import { invalidTag } from "./refusals.ts";

/** A call of the Send API, read and within its bounds, not yet judged (section 13.1). */
export interface SendRequest {
  recipient: { psid: string } | { commentId: string } | { postId: string };
  kind: "standard" | "human-agent";
  action?: string;
  /** What a REACT or UNREACT is about. */
  payload?: { message_id?: string; reaction?: string };
  text?: string;
  attachment?: { type: "image" | "audio" | "video" | "file"; url?: string; id?: string; reusable: boolean };
  quickReplies?: { title: string; payload?: string }[];
  metadata?: string;
  replyTo?: string;
}

export const TEXT_MAX = 2000;
const METADATA_MAX = 1000;
const QUICK_REPLIES_MAX = 13;
const TITLE_MAX = 20;
const PAYLOAD_MAX = 1000;

const ACTIONS = ["TYPING_ON", "TYPING_OFF", "MARK_SEEN", "REACT", "UNREACT"];
const TYPES = ["image", "audio", "video", "file"] as const;

type Json = Record<string, unknown>;

export function readSendRequest({ params }: GraphCall): SendRequest {
  const recipient = readRecipient(objectIn(params.recipient, "recipient"));
  const kind = readKind(params.messaging_type, params.tag);
  for (const name of ["persona_id", "thread_control", "suggestion_action", "filedata"])
    if (params[name]) throw notImitated(`parameter ${name} of /messages`);
  const action = params.sender_action?.toUpperCase();
  if (action !== undefined) {
    if (!ACTIONS.includes(action))
      throw invalidParameter(`Param sender_action must be one of {${ACTIONS.join(", ")}}`);
    if (params.message) throw invalidParameter("A sender_action is sent without a message");
    const payload = params.payload === undefined ? undefined : objectIn(params.payload, "payload");
    return { recipient, kind, action, payload };
  }
  const message = objectIn(params.message, "message");
  const content = readMessage(message);
  const replyTo = params.reply_to === undefined ? undefined : objectIn(params.reply_to, "reply_to").mid;
  return { recipient, kind, ...content, replyTo: typeof replyTo === "string" ? replyTo : undefined };
}

/** Text and attachment alone, as /message_attachments takes them too. */
export function readMessage(
  message: Json,
): Pick<SendRequest, "text" | "attachment" | "quickReplies" | "metadata"> {
  const text = typeof message.text === "string" && message.text !== "" ? message.text : undefined;
  const attachment =
    message.attachment === undefined ? undefined : readAttachment(message.attachment as Json);
  if (message.attachments !== undefined) throw notImitated("message.attachments of /messages");
  if (text === undefined && attachment === undefined)
    throw invalidParameter("The parameter message[text] or message[attachment] is required");
  if (text !== undefined && text.length > TEXT_MAX)
    throw invalidParameter(`Length of param message[text] must be less than or equal to ${TEXT_MAX}`);
  const { metadata } = message;
  if (typeof metadata === "string" && metadata.length > METADATA_MAX)
    throw invalidParameter(`Length of param message[metadata] must be less than or equal to ${METADATA_MAX}`);
  return {
    text,
    attachment,
    quickReplies: readQuickReplies(message.quick_replies),
    metadata: typeof metadata === "string" ? metadata : undefined,
  };
}

export function objectIn(text: string | undefined, name: string): Json {
  if (!text) throw invalidParameter(`The parameter ${name} is required`);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Json;
  } catch {
    // Answered below, like JSON that is no object.
  }
  throw invalidParameter(`Param ${name} must be a JSON object`);
}

function readRecipient(recipient: Json): SendRequest["recipient"] {
  if (recipient.id !== undefined) return { psid: String(recipient.id) };
  if (typeof recipient.comment_id === "string") return { commentId: recipient.comment_id };
  if (typeof recipient.post_id === "string") return { postId: recipient.post_id };
  const name = Object.keys(recipient)[0];
  if (name === undefined) throw invalidParameter("Param recipient must be non-empty");
  throw notImitated(`recipient by ${name}`);
}

/** Without a type older clients pass; every tag but HUMAN_AGENT is dead since 27 April 2026 (section 13.2). */
function readKind(type: string | undefined, tag: string | undefined): SendRequest["kind"] {
  const wanted = type?.toUpperCase() ?? (tag ? "MESSAGE_TAG" : "RESPONSE");
  if (wanted === "UTILITY") throw notImitated("messaging_type UTILITY");
  if (wanted === "RESPONSE" || wanted === "UPDATE") return "standard";
  if (wanted !== "MESSAGE_TAG")
    throw invalidParameter("Param messaging_type must be one of {RESPONSE, UPDATE, MESSAGE_TAG, UTILITY}");
  if (tag !== "HUMAN_AGENT") throw invalidTag();
  return "human-agent";
}

function readAttachment(attachment: Json): SendRequest["attachment"] {
  const type = TYPES.find((one) => one === attachment.type);
  if (attachment.type === "template") throw notImitated("attachment of type template");
  if (!type)
    throw invalidParameter(`Param message[attachment][type] must be one of {${TYPES.join(", ")}, template}`);
  const payload = (attachment.payload ?? {}) as Json;
  const [url, id] = [payload.url, payload.attachment_id];
  if (typeof url !== "string" && typeof id !== "string" && typeof id !== "number")
    throw invalidParameter("The parameter message[attachment][payload][url] is required");
  return {
    type,
    url: typeof url === "string" ? url : undefined,
    id: id === undefined ? undefined : String(id),
    reusable: payload.is_reusable === true || payload.is_reusable === "true",
  };
}

function readQuickReplies(value: unknown): SendRequest["quickReplies"] {
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.length > QUICK_REPLIES_MAX)
    throw invalidParameter(`Param message[quick_replies] must have at most ${QUICK_REPLIES_MAX} elements`);
  return value.map((reply: Json) => {
    if (reply.content_type !== "text") throw notImitated(`quick reply of type ${String(reply.content_type)}`);
    const [title, payload] = [String(reply.title ?? ""), reply.payload];
    if (title === "" || title.length > TITLE_MAX)
      throw invalidParameter(`Length of a quick reply's title must be between 1 and ${TITLE_MAX}`);
    if (typeof payload === "string" && payload.length > PAYLOAD_MAX)
      throw invalidParameter(`Length of a quick reply's payload must be at most ${PAYLOAD_MAX}`);
    return { title, payload: typeof payload === "string" ? payload : undefined };
  });
}
