import type { Account, Amendment, Ease, Outcome, Reason } from "./channel.ts";

/**
 * What people write under our posts and to us, and what we can answer. Networks tell it as signed events; the channel
 * proves where they come from and reads them into the words below. What it does not know it leaves out.
 */
export interface Listening<App, Settings> {
  /** Whether they bear a signature at all; what does not is not worth reading. */
  isSigned(headers: Readonly<Record<string, string | undefined>>): boolean;
  /** Of the raw bytes as they arrived: parsing and writing them again breaks every signature. */
  isGenuine(app: App, body: Buffer, headers: Readonly<Record<string, string | undefined>>): boolean;
  /** Undefined where the bytes are no events of this network. Items it does not know are counted, never an error. */
  read(body: Buffer): Deliveries | undefined;
  /** The answer to the network's question whether this address is ours; undefined = it is not meant for us. */
  handshake(app: App, query: Readonly<Record<string, string | undefined>>): string | undefined;
  /** What the network says about a person who leaves; undefined where it does not come from there. */
  readSignedRequest(app: App, text: string): { personId: string } | undefined;
  /** The app that an account's own settings name, for authorities that have none of their own. */
  appOf(settings: Settings): App | undefined;
  /** Makes the network send the account's events to `callbackUrl`. May be repeated without harm. */
  subscribe(app: App, account: Account<Settings>, callbackUrl: string): Promise<Amendment>;
  /** Whether it (still) does: networks stop after failures, and people switch it off. */
  isSubscribed(app: App, account: Account<Settings>, callbackUrl?: string): Promise<Subscription>;
}

export type Subscription =
  | { kind: "subscribed" }
  | { kind: "missing"; detail: string }
  | { kind: "no-answer"; reason: Reason; detail: string };

export interface Deliveries {
  events: NetworkEvent[];
  /** Items of a kind we do not know, or without what we need. */
  ignored: number;
}

export const eventKinds = [
  "post-added",
  "post-edited",
  "post-removed",
  "comment-added",
  "comment-edited",
  "comment-removed",
  "comment-hidden",
  "comment-shown",
  "reaction-added",
  "reaction-removed",
  "mentioned",
  "message-received",
  /** Ours, or of a colleague who answered elsewhere: see `appId`. */
  "message-echoed",
  "message-edited",
  "message-delivered",
  "message-read",
  "message-reaction-added",
  "message-reaction-removed",
  "button-pressed",
  "referred",
  "policy-enforced",
  "thread-control-changed",
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Something that happened on the network, in our words. Ids are the network's. */
export interface NetworkEvent {
  /** Of the Page it happened on. */
  externalId: string;
  kind: EventKind;
  /** The same for each delivery of this happening, and of no other. */
  key: string;
  happenedAt: Date;
  reading: EventReading;
  /** As it arrived. */
  raw: unknown;
}

export interface EventReading {
  /** Who did it; absent where the network does not tell. `isPage`: the Page itself. */
  person?: { id: string; name?: string; isPage: boolean };
  postId?: string;
  commentId?: string;
  /** What a comment answers (a post or another comment), or a message. */
  parentId?: string;
  messageId?: string;
  text?: string;
  /** "like", "love"..., or an emoji. */
  reaction?: string;
  attachments?: { type: string; url?: string; title?: string }[];
  /** Of an echo: to whom it went. */
  recipientId?: string;
  /** Of an echo: whose app wrote it, and the id of ours that we gave it. Of a thread: who holds it now. */
  appId?: string;
  metadata?: string;
  editNumber?: number;
  payload?: string;
  /** Up to this moment everything was delivered or read. */
  watermark?: Date;
  messageIds?: string[];
  /** The network's own word where the kind leaves something open: a post "unpublished", a thread "pass". */
  action?: string;
  detail?: string;
  /** Another app holds the thread at present. */
  isStandby?: boolean;
  /** Nobody told us: it was read at this moment, as it stood then. */
  foundAt?: Date;
}

/** What can be said and done. `Answered` for what must not happen twice, `Amendment` for what may be repeated. */
export interface Conversing<Settings> {
  /** In UTF-16 units, as JavaScript counts: never less than a network that counts characters sees. */
  textCharactersMax: { comment: number; message: number };
  /** Whether somebody has connected this account: its stored settings, secrets opened, hold what calls need. */
  isConnected(settings: Readonly<Record<string, unknown>>): boolean;
  /**
   * How long after a person's words and acts the network lets this account write: by its stored settings without the
   * secret ones, since what was said is read and worked on where nothing can be sent, too.
   */
  windowsOf(settings: Readonly<Record<string, unknown>>): AnswerWindows;
  /** Answers a comment, or comments on a post. */
  reply(account: Account<Settings>, to: { parentId: string }, text: string): Promise<Answered>;
  /** One message to whoever wrote a comment, within the time the network allows. */
  replyPrivately(
    account: Account<Settings>,
    to: { commentId: string } | { postId: string },
    text: string,
    ownId: string,
  ): Promise<Answered>;
  /** `tag`: how the network is to take it, see MessageTag; `ownId` comes back in the echo. */
  message(
    account: Account<Settings>,
    to: { personId: string; inReplyTo?: string },
    text: string,
    tag: MessageTag,
    ownId: string,
  ): Promise<Answered>;
  /** Shows that somebody reads or writes; nothing depends on it. */
  signal(
    account: Account<Settings>,
    personId: string,
    sign: "typing" | "not-typing" | "seen",
  ): Promise<Amendment>;
  /** Kept from the eyes of others, not of its author; can be taken back. */
  hide(account: Account<Settings>, commentId: string): Promise<Amendment>;
  show(account: Account<Settings>, commentId: string): Promise<Amendment>;
  removeComment(account: Account<Settings>, commentId: string): Promise<Amendment>;
  block(account: Account<Settings>, personId: string): Promise<Amendment>;
  unblock(account: Account<Settings>, personId: string): Promise<Amendment>;
  /** Looks for an answer of ours whose end is uncertain. Changes nothing there, so it may be repeated. */
  findReply(account: Account<Settings>, sought: SoughtReply): Promise<ReplyFinding>;
  /** A file somebody sent, from an address of an event: only from the network's own hosts, `bytesMax` at most. */
  fetchFile(account: Account<Settings>, address: string, bytesMax: number): Promise<FetchedFile>;
}

export type FetchedFile =
  /** `name`: as the address tells it; whoever sent it may have chosen it. */
  | { kind: "file"; bytes: Buffer; name?: string }
  /** The address has expired, or the file was taken away. */
  | { kind: "gone" }
  | { kind: "refused"; reason: "too-large" | "foreign-address" }
  | { kind: "no-answer"; detail: string };

/**
 * What one attempt to answer came to; each case asks of us what the same case of `Outcome` does. A text the network
 * would not take whole is refused here, before anything is sent, and never cut.
 */
export type Answered =
  /** `personId`: of whoever got a message; of a private reply it is known only from here. */
  | { kind: "sent"; externalId: string; personId?: string }
  /** `isTargetGone`: what was to be answered is not there (any more). */
  | (Extract<Outcome, { kind: "refused" }> & { isTargetGone?: true })
  | Extract<Outcome, { kind: "retry" | "reconnect" | "unknown" }>;

/** In milliseconds. */
export interface AnswerWindows {
  /** Since the person's last act: anything may be written. */
  answerMs: number;
  /** Since their last words: what a person here writes. Null where the network has not granted it. */
  humanMs: number | null;
  /** Since a comment or post: one message to whoever wrote it. */
  privateReplyMs: number;
}

/** "answer" within the network's first window; "human" later, for words a person wrote, where the network grants it. */
export type MessageTag = "answer" | "human";

/** `since`: the moment before the attempt. `parentId`: a post or comment; `commentId`: what was replied to privately. */
export type SoughtReply = { since: Date; text: string } & (
  | { parentId: string }
  | { personId: string }
  | { commentId: string }
);

export type ReplyFinding =
  | { kind: "found"; externalId: string }
  | { kind: "absent" }
  | { kind: "no-answer"; reason: Reason; detail: string; notBefore?: Date; reconnect: boolean };

/** Reads again what people wrote, for what the network never told us. */
export interface Reconciling<Settings> {
  /**
   * One step: a call or two, and the events they make, with the keys that their deliveries would have had. Begins at
   * `since`, goes on with the `next` of the step before, and changes nothing there. Whatever it cannot see (edits of what
   * is older, removals, reactions) only the network's own events tell.
   */
  catchUp(account: Account<Settings>, since: Date, cursor?: CatchUpCursor): Promise<CaughtUp>;
}

/** JSON that only its channel reads. */
export type CatchUpCursor = Readonly<Record<string, unknown>>;

export type CaughtUp =
  /** Without `next` everything since was read. `ease`: the network's limits are near; nothing more before that. */
  | { kind: "read"; events: NetworkEvent[]; next?: CatchUpCursor; ease?: Ease }
  | { kind: "no-answer"; reason: Reason; detail: string; notBefore?: Date; reconnect: boolean };

/** Figures about a post or a whole Page. Metric names are the network's and change; they come from the settings. */
export interface Measuring<Settings> {
  /** `metrics`: left out, those of the account's settings. No figures at all is normal for a small Page. */
  readFigures(
    account: Account<Settings>,
    of: { postId: string } | { since: Date; until: Date },
    metrics?: readonly string[],
  ): Promise<Figures>;
}

export type Figures =
  /** `unknown`: metrics the network does not know (any more). */
  | { kind: "figures"; values: FigureValue[]; unknown: string[] }
  | { kind: "no-answer"; reason: Reason; detail: string; notBefore?: Date; reconnect: boolean };

export interface FigureValue {
  metric: string;
  period: string;
  /** The end of what it counts; absent for a lifetime. */
  until?: Date;
  value: number | Readonly<Record<string, number>>;
}
