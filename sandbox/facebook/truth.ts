import { EventEmitter } from "node:events";

/** What a call really did, whatever it was told. */
export type Did =
  | { kind: "nothing" }
  | { kind: "created"; postId: string }
  | { kind: "edited"; postId: string }
  | { kind: "deleted"; postId: string }
  /** A photo, or bytes of a film, arrived; nobody sees them yet. */
  | { kind: "uploaded"; id: string }
  /** A comment or reaction of the Page came, changed or went. */
  | { kind: "commented"; id: string }
  /** Somebody else's comment was hidden, shown or removed, or a person blocked. */
  | { kind: "moderated"; id: string }
  /** A message, or what goes with one, was sent; `id` is the message's where there is one. */
  | { kind: "messaged"; id: string }
  /** Subscriptions, profiles, control of chats, tokens. */
  | { kind: "configured"; id: string };

export type Answered =
  | { kind: "answered"; status: number; code?: number; subcode?: number; truncated?: true }
  /** The connection was destroyed without an answer, by a fault. */
  | { kind: "lost" }
  /** The caller had gone before it could be answered. */
  | { kind: "gone" };

export interface TruthEntry {
  seq: number;
  receivedAt: number;
  method: string;
  /** Path with version, without the query: tokens stay out of the log. */
  path: string;
  edge: string;
  pageId?: string;
  /** App of the token, where the token is known. */
  appId?: string;
  message?: string;
  link?: string;
  fault?: string;
  did: Did;
  actedAt?: number;
  answered?: Answered;
  answeredAt?: number;
}

interface TruthEvents {
  /** Read whole, nothing done yet. */
  received: [TruthEntry];
  /** Done (or refused), not answered yet. */
  acted: [TruthEntry];
  /** The answer has been handed to the connection, or the connection destroyed. */
  answered: [TruthEntry];
}

/** Every call in the order received. Listeners run synchronously: a test can kill a process at that very moment. */
export class TruthLog extends EventEmitter<TruthEvents> {
  readonly entries: TruthEntry[] = [];
  readonly #now: () => number;
  #seq = 0;

  constructor(now: () => number) {
    super();
    this.#now = now;
    this.setMaxListeners(0);
  }

  received(
    call: Pick<TruthEntry, "method" | "path" | "edge" | "pageId" | "appId" | "message" | "link">,
  ): TruthEntry {
    this.#seq += 1;
    const entry: TruthEntry = { seq: this.#seq, receivedAt: this.#now(), ...call, did: { kind: "nothing" } };
    this.entries.push(entry);
    this.emit("received", entry);
    return entry;
  }

  acted(entry: TruthEntry, did: Did): void {
    entry.did = did;
    entry.actedAt = this.#now();
    this.emit("acted", entry);
  }

  answered(entry: TruthEntry, answered: Answered): void {
    if (entry.answered) return;
    entry.answered = answered;
    entry.answeredAt = this.#now();
    this.emit("answered", entry);
  }

  clear(): void {
    this.entries.length = 0;
  }
}
