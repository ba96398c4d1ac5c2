import type { KnownCall } from "../call.ts";
import { fullName, psidOf } from "../community/people.ts";
import { edge, type Field, fieldNames, project, type Shape } from "../fields.ts";
import { graphTime } from "../post.ts";
import { turnList } from "../turn-list.ts";
import type { World } from "../world.ts";
import { type Attachment, isReadable, type Message, type Thread, updatedAt } from "./thread.ts";

export interface ChatViewing {
  call: KnownCall;
  world: World;
  origin: string;
}

const MESSAGES_MAX = 100;
/** Names Meta lists for a thread (section 12) and we lack. */
const THREAD_ELSEWHERE = new Set(["former_participants", "linked_group", "wallpaper", "name"]);
const MESSAGE_ELSEWHERE = new Set(["shares", "story", "unsupported_type", "is_unsupported"]);

/** A conversation as Graph shows it (section 12). */
export function viewThread(
  thread: Thread,
  fields: Field[] = fieldNames(["id", "updated_time"]),
  viewing: ChatViewing,
): Record<string, unknown> {
  const { call } = viewing;
  const people = () => ({ data: participants(thread, viewing) });
  const shape: Shape = {
    id: () => thread.id,
    link: () => `/${thread.pageId}/inbox/${thread.id.slice(2)}/`,
    updated_time: () => graphTime(updatedAt(thread), call.params.date_format),
    snippet: () => thread.messages.at(-1)?.text,
    message_count: () => thread.messages.length,
    unread_count: () => unread(thread),
    can_reply: () => true,
    is_owner: () => thread.ownerAppId === undefined || thread.ownerAppId === call.app.id,
    is_subscribed: () => true,
    participants: people,
    senders: people,
    folder: () => thread.folder,
    scoped_thread_key: () => thread.id,
    messages: edge((field) =>
      viewMessages(thread, { ...field.modifiers, limit: field.limit?.toString() }, field.inner, viewing),
    ),
  };
  return project(fields, shape, "UnifiedThread", THREAD_ELSEWHERE);
}

/** `GET /{thread}/messages`, newest first; beyond the newest twenty only id and time are left. */
export function viewMessages(
  thread: Thread,
  params: Record<string, string | undefined>,
  fields: Field[] | undefined,
  viewing: ChatViewing,
): Record<string, unknown> {
  const { call, origin, world } = viewing;
  const youngest = world.now() - call.lagMs;
  const all = thread.messages.filter(({ createdAt }) => createdAt <= youngest).reverse();
  const path = `/${call.version ?? "v25.0"}/${thread.id}/messages`;
  const { items, paging } = turnList(all, ({ id }) => id, {
    params,
    path,
    origin,
    call,
    limitMax: MESSAGES_MAX,
  });
  const data = items.map((message) =>
    isReadable(thread, message)
      ? viewMessage(message, thread, fields, viewing)
      : { id: message.id, created_time: graphTime(message.createdAt, call.params.date_format) },
  );
  return { data, ...(paging ? { paging } : {}) };
}

export function viewMessage(
  message: Message,
  thread: Thread,
  fields: Field[] = fieldNames(["id", "created_time"]),
  viewing: ChatViewing,
): Record<string, unknown> {
  const [person, page] = participants(thread, viewing);
  const { world, call } = viewing;
  const replied = message.replyTo === undefined ? undefined : world.messenger.messages.get(message.replyTo);
  const shape: Shape = {
    id: () => message.id,
    created_time: () => graphTime(message.createdAt, call.params.date_format),
    message: () => message.text ?? "",
    from: () => (message.fromPage ? page : person),
    to: () => ({ data: [message.fromPage ? person : page] }),
    reply_to: () => replied && { mid: replied.id },
    sticker: () => message.attachments.find(({ type }) => type === "sticker")?.url,
    tags: () => ({ data: [{ name: thread.folder }, { name: message.fromPage ? "sent" : "read" }] }),
    attachments: () =>
      message.attachments.length === 0 ? undefined : { data: message.attachments.map(viewAttachment) },
    reactions: () => message.reaction && { data: [{ reaction: message.reaction.emoji, users: [person] }] },
  };
  return project(fields, shape, "Message", MESSAGE_ELSEWHERE);
}

function viewAttachment({ id, type, name, mimeType, size, url }: Attachment): object {
  const about = { id, mime_type: mimeType, name, size };
  if (type === "image" || type === "sticker")
    return { ...about, image_data: { width: 720, height: 720, url, preview_url: url } };
  if (type === "video") return { ...about, video_data: { width: 720, height: 720, length: 10, url } };
  return { ...about, file_url: url };
}

/** The person and the Page; e-mail addresses are made of the ids (section 12). */
function participants(thread: Thread, { world }: ChatViewing): object[] {
  const psid = psidOf(thread.pageId, thread.person);
  const page = world.pages.get(thread.pageId);
  return [
    { name: fullName(thread.person), email: `${psid}@facebook.com`, id: psid },
    { name: page?.name, email: `${thread.pageId}@facebook.com`, id: thread.pageId },
  ];
}

function unread(thread: Thread): number {
  const answered = thread.messages.findLast((message) => message.fromPage)?.createdAt ?? 0;
  const seen = Math.max(thread.seenUntil ?? 0, answered);
  return thread.messages.filter((message) => !message.fromPage && message.createdAt > seen).length;
}
