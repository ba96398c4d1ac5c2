import { PEOPLE, type Person } from "../community/people.ts";

/** Chats between one person and one Page, as they really are. */

export interface Attachment {
  id: string;
  type: "image" | "audio" | "video" | "file" | "sticker";
  name: string;
  mimeType: string;
  /** Bytes; 0 where nobody looked. */
  size: number;
  /** Where the sandbox got it from. */
  url: string;
  stickerId?: string;
}

export interface Message {
  seq: number;
  /** `m_…`. */
  id: string;
  threadId: string;
  fromPage: boolean;
  text?: string;
  attachments: Attachment[];
  /** The app that sent it; the Page inbox has one too. Absent for people. */
  appId?: string;
  /** Comes back in the echo only (section 13.1). */
  metadata?: string;
  quickReplies?: { title: string; payload?: string }[];
  replyTo?: string;
  /** Unix milliseconds. */
  createdAt: number;
  /** How often its writer changed it. */
  edits: number;
  /** The person's reaction to it. */
  reaction?: { emoji: string; name: string };
  /** The Page's own reaction to it. */
  pageReaction?: string;
}

export interface Thread {
  /** `t_…`. */
  id: string;
  pageId: string;
  person: Person;
  /** Oldest first. */
  messages: Message[];
  /** The person's last message, unix milliseconds: what the 7 days of a human agent are counted from. */
  lastMessageAt?: number;
  /** The person's last action that opens the 24 hours: message, button, reaction. */
  lastActionAt?: number;
  /** Until when the person has read what the Page wrote. */
  readUntil?: number;
  /** Until when the Page has: mark_seen. */
  seenUntil?: number;
  /** The app in control under Conversation Routing; absent = nobody in particular, so any app may write. */
  ownerAppId?: string;
  folder: "inbox" | "spam";
  /** Shows the person that the Page is writing. */
  typingUntil?: number;
}

/** Colleagues answer from Meta's own inbox under this app (section 14; the shorter spelling is held for a misprint). */
export const PAGE_INBOX_APP = "263902037430900";

/** Only so many of a thread can be read in detail (section 12). */
export const READABLE_MESSAGES = 20;

export function threadId(pageId: string, person: Person): string {
  const number = String(PEOPLE.indexOf(person) + 1).padStart(5, "0");
  return `t_102${pageId.slice(-9).padStart(9, "0")}${number}`;
}

export function messageId(thread: string, seq: number): string {
  const tail = Buffer.from(`${thread.slice(2)}.${seq}`).toString("base64url");
  return `m_${tail}`;
}

export function isThreadId(text: string): boolean {
  return /^t_\d+$/.test(text);
}

export function isMessageId(text: string): boolean {
  return /^m_[\w-]+$/.test(text);
}

/** The time of a thread in lists: that of its newest message. */
export function updatedAt(thread: Thread): number {
  return thread.messages.at(-1)?.createdAt ?? 0;
}

/** Whether a message is among the newest, which alone can be read. */
export function isReadable(thread: Thread, message: Message): boolean {
  return thread.messages.slice(-READABLE_MESSAGES).includes(message);
}
