import { EventEmitter } from "node:events";
import type { Person } from "../community/people.ts";
import { SentFiles } from "./sent-files.ts";
import { type Attachment, type Message, messageId, type Thread, threadId } from "./thread.ts";

/** What happened in a chat; webhooks are made of it. */
export type ChatEvent = { thread: Thread } & (
  | { kind: "message" | "echo" | "edit"; message: Message }
  | { kind: "delivery"; message: Message }
  | { kind: "read"; watermark: number }
  | { kind: "reaction"; message: Message; action: "react" | "unreact"; emoji: string; name: string }
  | { kind: "postback"; mid: string; title: string; payload: string }
  | { kind: "referral"; ref: string }
  | { kind: "pass"; newOwner: string; previousOwner?: string; metadata?: string }
  | { kind: "take"; newOwner: string; previousOwner?: string; metadata?: string }
  | { kind: "request"; requestedBy: string; owner: string; metadata?: string }
  | { kind: "policy"; action: "warning" | "block" | "unblock"; reason?: string }
);

export interface Outgoing {
  text?: string;
  attachments?: Attachment[];
  appId: string;
  metadata?: string;
  quickReplies?: Message["quickReplies"];
  replyTo?: string;
}

const EDITS_MAX = 5;

/** All chats of all Pages. Everybody who changes one goes through these methods. */
export class Messenger extends EventEmitter<{ event: [ChatEvent] }> {
  readonly threads = new Map<string, Thread>();
  readonly messages = new Map<string, Message>();
  readonly attachments = new Map<string, Attachment>();
  /** Files people send, where their addresses lead to. */
  readonly sentFiles: SentFiles;
  readonly profiles = new Map<string, Record<string, unknown>>();
  /** "page person" of people who do not want to hear from a Page. */
  readonly #silenced = new Set<string>();
  readonly #now: () => number;
  #seq = 0;

  constructor(now: () => number) {
    super();
    this.#now = now;
    this.sentFiles = new SentFiles(now);
    this.setMaxListeners(0);
  }

  threadWith(pageId: string, person: Person): Thread | undefined {
    return this.threads.get(threadId(pageId, person));
  }

  /** Newest first; messages of one millisecond have their order too. */
  threadsOf(pageId: string): Thread[] {
    return [...this.threads.values()]
      .filter((thread) => thread.pageId === pageId && thread.messages.length > 0)
      .sort((one, other) => (other.messages.at(-1)?.seq ?? 0) - (one.messages.at(-1)?.seq ?? 0));
  }

  hasWritten(pageId: string, personId: string): boolean {
    return [...this.threads.values()].some(
      (thread) =>
        thread.pageId === pageId && thread.person.id === personId && thread.lastActionAt !== undefined,
    );
  }

  /** A person writes to a Page. Whoever writes has read what was there. */
  receive(
    pageId: string,
    person: Person,
    content: { text?: string; attachments?: Attachment[]; replyTo?: string },
  ): Message {
    const thread = this.#open(pageId, person);
    this.readByPerson(thread);
    const message = this.#add(thread, {
      ...content,
      fromPage: false,
      attachments: content.attachments ?? [],
    });
    thread.lastMessageAt = message.createdAt;
    thread.lastActionAt = message.createdAt;
    this.emit("event", { kind: "message", thread, message });
    return message;
  }

  /** The Page writes to a person, through an app or (with the inbox's id) by a colleague's hand. */
  send(pageId: string, person: Person, content: Outgoing): Message {
    const thread = this.#open(pageId, person);
    const message = this.#add(thread, { ...content, fromPage: true, attachments: content.attachments ?? [] });
    thread.typingUntil = undefined;
    this.emit("event", { kind: "echo", thread, message });
    this.emit("event", { kind: "delivery", thread, message });
    return message;
  }

  /** A person changes what they wrote: five times at most; false when refused. */
  edit(message: Message, text: string): boolean {
    const thread = this.threads.get(message.threadId);
    if (!thread || message.fromPage || message.edits >= EDITS_MAX) return false;
    message.text = text;
    message.edits += 1;
    this.emit("event", { kind: "edit", thread, message });
    return true;
  }

  /** A person reacts to a message, or (with undefined) takes it back. */
  react(message: Message, reaction: { emoji: string; name: string } | undefined): void {
    const thread = this.threads.get(message.threadId);
    const shown = reaction ?? message.reaction;
    if (!thread || !shown) return;
    message.reaction = reaction;
    thread.lastActionAt = this.#now();
    const action = reaction ? "react" : "unreact";
    this.emit("event", { kind: "reaction", thread, message, action, ...shown });
  }

  /** A person taps a button: Get Started, an ice breaker, a menu entry, a quick reply has its own way. */
  tap(pageId: string, person: Person, title: string, payload: string): void {
    const thread = this.#open(pageId, person);
    const message = this.#add(thread, { text: title, fromPage: false, attachments: [] });
    thread.lastActionAt = message.createdAt;
    this.emit("event", { kind: "postback", thread, mid: message.id, title, payload });
  }

  readByPerson(thread: Thread): void {
    const last = thread.messages.findLast((message) => message.fromPage);
    if (!last || (thread.readUntil ?? 0) >= last.createdAt) return;
    thread.readUntil = last.createdAt;
    this.emit("event", { kind: "read", thread, watermark: last.createdAt });
  }

  /** Meta warns a Page or takes writing away: announced through the person's thread it was about. */
  enforcePolicy(thread: Thread, action: "warning" | "block" | "unblock", reason?: string): void {
    this.emit("event", { kind: "policy", thread, action, reason });
  }

  /** Changes who is in control of a thread, and tells. */
  control(thread: Thread, kind: "pass" | "take", newOwner: string | undefined, metadata?: string): void {
    const previousOwner = thread.ownerAppId;
    thread.ownerAppId = newOwner;
    if (newOwner !== undefined) this.emit("event", { kind, thread, newOwner, previousOwner, metadata });
  }

  requestControl(thread: Thread, requestedBy: string, owner: string, metadata?: string): void {
    this.emit("event", { kind: "request", thread, requestedBy, owner, metadata });
  }

  /** A person blocks a Page's messages, or lets them through again. */
  silence(pageId: string, person: Person, silent: boolean): void {
    const key = `${pageId} ${person.id}`;
    if (silent) this.#silenced.add(key);
    else this.#silenced.delete(key);
  }

  isSilenced(pageId: string, person: Person): boolean {
    return this.#silenced.has(`${pageId} ${person.id}`);
  }

  addAttachment(attachment: Omit<Attachment, "id">): Attachment {
    this.#seq += 1;
    const added = { ...attachment, id: `1857${String(this.#seq).padStart(12, "0")}` };
    this.attachments.set(added.id, added);
    return added;
  }

  reset(): void {
    this.threads.clear();
    this.messages.clear();
    this.attachments.clear();
    this.profiles.clear();
    this.#silenced.clear();
  }

  #open(pageId: string, person: Person): Thread {
    const id = threadId(pageId, person);
    const thread = this.threads.get(id) ?? { id, pageId, person, messages: [], folder: "inbox" };
    this.threads.set(id, thread);
    return thread;
  }

  #add(thread: Thread, content: Omit<Message, "seq" | "id" | "threadId" | "createdAt" | "edits">): Message {
    this.#seq += 1;
    const message: Message = {
      ...content,
      seq: this.#seq,
      id: messageId(thread.id, this.#seq),
      threadId: thread.id,
      createdAt: this.#now(),
      edits: 0,
    };
    thread.messages.push(message);
    this.messages.set(message.id, message);
    return message;
  }
}
