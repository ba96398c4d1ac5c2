import type { Account, Channel, Clip, Format, Outcome, Picture, Post } from "../../src/channels/channel.ts";

/** How a network can fail one call. Each has a promise every channel must keep (`promises` below). */
export type NetworkFault =
  | "slow-success"
  | "silent-after-acting"
  | "lost-after-acting"
  | "lost-before-acting"
  | "error-after-acting"
  | "error-before-acting"
  | "gateway-page-after-acting"
  | "gateway-page-before-acting"
  | "answer-cut-after-acting"
  | "id-missing-after-acting"
  | "throttled"
  | "blocked"
  | "content-refused"
  | "link-unreadable"
  | "token-dead"
  | "permission-lost";

/** The call that a fault meets: the last step of a format, or an answer to somebody. */
export type FaultyCall = Format | "comment" | "message";

/** A post as the network itself knows it, whatever it told the channel. */
export interface SeenPost {
  externalId: string;
  text: string;
  link: string;
  /** Pictures and films in it. */
  media: number;
}

/** A comment or message as the network itself knows it. */
export interface SeenAnswer {
  id: string;
  text: string;
  /** What it stands under; of a message, the person it went to. */
  to: string;
  isByAccount: boolean;
  isHidden?: boolean;
}

/** Somebody who comments and writes, and what the network knows of it. */
export interface PretendPeople {
  /** Comments on a post; gives the comment's id. */
  comment(postId: string, text: string): string;
  /** Writes to the account. */
  write(text: string): { personId: string; messageId: string };
  comments(): SeenAnswer[];
  messages(): SeenAnswer[];
  isBlocked(personId: string): boolean;
  /** Blocks the account, or takes that back. */
  blockAccount(isBlocking: boolean): void;
  /** A colleague of ours answers in the network's own inbox. */
  answerElsewhere(text: string): void;
  /** The network lets us answer late, where it asks for that. */
  grantLateAnswers(): void;
}

/** Events as they come to an address, told apart from what the channel makes of them. */
export interface PretendPost<App> {
  app: App;
  callbackUrl: string;
  /** What arrived since the last call, in order. */
  arrived(): Promise<{ body: Buffer; headers: Record<string, string> }[]>;
  /** From now on each delivery comes twice. */
  repeat(): void;
}

/** What every channel does; connecting has tests of its own. */
export type SuiteChannel<Settings, App> = Omit<Channel<Settings, App>, "connecting">;

/** A channel together with a pretend network that can be broken and looked into. */
export interface ChannelWorld<Settings, App = Record<string, unknown>> {
  channel: SuiteChannel<Settings, App>;
  account: Account<Settings>;
  /** The same account with a token nobody issued. */
  wrongToken: Account<Settings>;
  /** A Page that exists and is not ours, with our token. */
  notOurs: Account<Settings>;
  media: { picture: Picture; clip: Clip };
  /** The next such call meets this fault; those after it do not, unless the fault is a state of the account. */
  breakNext(fault: NetworkFault, call: FaultyCall): void;
  /** All faults are over; what they left behind stays. */
  mend(): void;
  /** From now on reads miss new posts for this long. */
  hideNewPosts(forMs: number): void;
  /** Lets the network finish what it works on. */
  finishWork(): void;
  /** Moves the network's time on. */
  wait(ms: number): void;
  /** The network's time; what was once moved on stays so. */
  now(): Date;
  /** Everything that people see on any account of the network, oldest first. */
  published(): SeenPost[];
  /** How many pictures and whole films were brought to the network, seen or not. */
  broughtCount(): number;
  people: PretendPeople;
  post: PretendPost<App>;
  /** A metric the network had once, and has no more. */
  removedMetric: string;
  /** No posts, no faults, every token alive. */
  reset(): void;
  close(): Promise<void>;
  /** What must never be read in an outcome, a detail or an error. */
  secrets: readonly string[];
}

export interface Promised {
  outcome: Outcome["kind"];
  /** Whether the post is there in truth. */
  appears: boolean;
  scope?: "publication" | "account";
}

/**
 * What each fault must come to. The rule behind the table: `retry`, `refused` and `reconnect` are said only where
 * nothing appeared, and whatever the channel cannot know is `unknown`.
 */
export const promises: Record<NetworkFault, Promised> = {
  "slow-success": { outcome: "published", appears: true },
  "silent-after-acting": { outcome: "unknown", appears: true },
  "lost-after-acting": { outcome: "unknown", appears: true },
  "lost-before-acting": { outcome: "unknown", appears: false },
  "error-after-acting": { outcome: "unknown", appears: true },
  "error-before-acting": { outcome: "unknown", appears: false },
  "gateway-page-after-acting": { outcome: "unknown", appears: true },
  "gateway-page-before-acting": { outcome: "unknown", appears: false },
  "answer-cut-after-acting": { outcome: "unknown", appears: true },
  "id-missing-after-acting": { outcome: "unknown", appears: true },
  throttled: { outcome: "retry", appears: false, scope: "account" },
  blocked: { outcome: "retry", appears: false, scope: "account" },
  "content-refused": { outcome: "refused", appears: false },
  "link-unreadable": { outcome: "retry", appears: false, scope: "publication" },
  "token-dead": { outcome: "reconnect", appears: false },
  "permission-lost": { outcome: "reconnect", appears: false },
};

export const faultNames = Object.keys(promises) as NetworkFault[];

let postsMade = 0;

/** A post of its own for every test. */
export function nextPost(more: Partial<Post> = {}): Post {
  postsMade += 1;
  const marker = `c${String(postsMade).padStart(3, "0")}Xy7`;
  const link = `https://bacheca.example.it/v/${marker}`;
  return {
    format: "link-post",
    pictures: [],
    text: `Offerta n. ${postsMade}: magazziniere a Cantù\n${link}`,
    link,
    marker,
    ...more,
  };
}
