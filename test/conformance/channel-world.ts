import type { Account, Channel, Outcome, Post } from "../../src/channels/channel.ts";

/** How a network can fail the next publication. Each has a promise every channel must keep (`promises` below). */
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

/** A post as the network itself knows it, whatever it told the channel. */
export interface SeenPost {
  externalId: string;
  text: string;
  link: string;
}

/** A channel together with a pretend network that can be broken and looked into. */
export interface ChannelWorld<Settings> {
  /** What every channel does; connecting and listening have tests of their own. */
  channel: Omit<Channel<Settings>, "connecting" | "listening">;
  account: Account<Settings>;
  /** The same account with a token nobody issued. */
  wrongToken: Account<Settings>;
  /** A Page that exists and is not ours, with our token. */
  notOurs: Account<Settings>;
  /** The next publication meets this fault; those after it do not, unless the fault is a state of the account. */
  breakNext(fault: NetworkFault): void;
  /** From now on reads miss new posts for this long. */
  hideNewPosts(forMs: number): void;
  /** Everything that stands on any account of the network, oldest first. */
  published(): SeenPost[];
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

let postsMade = 0;

/** A post of its own for every test. */
export function nextPost(): Post {
  postsMade += 1;
  const marker = `c${String(postsMade).padStart(3, "0")}Xy7`;
  const link = `https://bacheca.example.it/v/${marker}`;
  return {
    format: "link-post",
    pictures: [],
    text: `Offerta n. ${postsMade}: magazziniere a Cantù\n${link}`,
    link,
    marker,
  };
}

/** A channel that is being listened to. */
export interface Listening<Settings> {
  /** What every channel does; connecting and listening have tests of their own. */
  channel: Omit<Channel<Settings>, "connecting" | "listening">;
  /** Everything the channel returned or threw, as one text. */
  said(): string;
}

/** The same channel, with all it says written down, so that secrets can be looked for in it. */
export function listenTo<Settings>(channel: Channel<Settings>): Listening<Settings> {
  const heard: string[] = [];
  const heed = async <Result>(call: Promise<Result>): Promise<Result> => {
    try {
      const result = await call;
      heard.push(JSON.stringify(result));
      return result;
    } catch (error) {
      for (let at = error; at instanceof Error; at = at.cause) heard.push(`${at.message} ${at.stack}`);
      throw error;
    }
  };
  return {
    said: () => heard.join("\n"),
    channel: {
      ...channel,
      stage: (post, account, known, keep) => heed(channel.stage(post, account, known, keep)),
      publish: (post, account, staged) => heed(channel.publish(post, account, staged)),
      findPublished: (post, account, since, staged) =>
        heed(channel.findPublished(post, account, since, staged)),
      edit: (post, text, account) => heed(channel.edit(post, text, account)),
      remove: (post, account) => heed(channel.remove(post, account)),
      checkHealth: (account) => heed(channel.checkHealth(account)),
    },
  };
}
