/** A post as it goes out: what an item looks like on a channel, already within the channel's limits. */
export interface Post {
  /** Plain text, line breaks kept. */
  text: string;
  /** The address the preview is made of: our own short link, which is also the marker of the publication. */
  link: string;
  /**
   * What makes this publication recognisable on the network, whatever happened to the answer: a string that stands in
   * the link and in the text of this post and of no other.
   */
  marker: string;
}

/** What a channel can do with a text; rules cut and check against it before anything is sent. */
export interface PostLimits {
  textCharactersMax: number;
}

/** One connected Page (or whatever the network calls it), as the channel needs it for a call. */
export interface Account<Settings> {
  /** Our own id. */
  id: string;
  /** The network's id of it. */
  externalId: string;
  settings: Settings;
}

/**
 * Why something did not pass, as a word of ours. Words for people (what happened, what to do) are in the channel's
 * words/ folder, in each language.
 */
export type Reason = string;

/** Whom a pause concerns: this one publication, or everything that wants to leave through this account. */
export type Scope = "publication" | "account";

/** What one attempt came to. Each case asks something different of us. */
export type Outcome =
  | { kind: "published"; externalId: string; url: string }
  /** Accepted, not visible yet; ask again with `askWith`. */
  | { kind: "processing"; askWith: string; askAfter: Date }
  /** Will not pass as it is. */
  | { kind: "refused"; reason: Reason; detail: string }
  /** Surely nothing appeared. `notBefore` where the network named a moment, or the channel knows a sensible one. */
  | { kind: "retry"; reason: Reason; detail: string; scope: Scope; notBefore?: Date }
  /** Our permission has ended; a person must connect again. Surely nothing appeared. */
  | { kind: "reconnect"; reason: Reason; detail: string }
  /** It may have appeared. The reason "already-there": the network says it has this very post. */
  | { kind: "unknown"; reason: Reason; detail: string };

/** What a search on the network for one of our posts came to. Changes nothing there, so it may be repeated. */
export type Finding =
  | { kind: "found"; externalId: string; url: string }
  /** Looked properly, and it is not (yet) to be seen. */
  | { kind: "absent" }
  /** Could not look; says nothing about the post. */
  | { kind: "no-answer"; reason: Reason; detail: string; notBefore?: Date; reconnect: boolean };

/** What an edit or a removal came to; both may be repeated without harm. */
export type Amendment =
  | { kind: "done" }
  /** The post is not there (any more). */
  | { kind: "gone" }
  | { kind: "refused"; reason: Reason; detail: string }
  | { kind: "retry"; reason: Reason; detail: string; notBefore?: Date }
  | { kind: "reconnect"; reason: Reason; detail: string };

/** One thing looked at by a health check, with a sentence of ours by `reason` when it is not well. */
export interface HealthCheck {
  /** "token", "permissions", "page", "expiry", "clock"... */
  name: string;
  state: "ok" | "warning" | "fault";
  reason?: Reason;
  detail: string;
}

/** A sentence pair for people: what happened, what to do. */
export interface Explanation {
  happened: string;
  toDo: string;
}

export type Language = "it" | "en";

/** A kind of network. One folder holds all we know of it. */
export interface Channel<Settings> {
  /** Folder, setting and database value: all the same word, e.g. "facebook-page". */
  kind: string;
  limits: PostLimits;
  /** Checks foreign settings (from YAML or the database) or throws a ZodError with the paths of what is wrong. */
  readSettings(input: unknown): Settings;
  /** Which settings must be encrypted at rest and never logged. */
  secretSettings: readonly (keyof Settings & string)[];
  /** Every setting there is, for whoever mistypes one. */
  settingNames: readonly string[];
  /** The network's own id of what these settings name; one such id belongs to one account of the installation. */
  externalIdOf(settings: Settings): string;
  /** Sends once. Never repeats by itself and never throws for what the network does. */
  publish(post: Post, account: Account<Settings>): Promise<Outcome>;
  /** Looks for a post of ours among those the network shows since `since`. */
  findPublished(post: Post, account: Account<Settings>, since: Date): Promise<Finding>;
  edit(externalId: string, text: string, account: Account<Settings>): Promise<Amendment>;
  remove(externalId: string, account: Account<Settings>): Promise<Amendment>;
  checkHealth(account: Account<Settings>): Promise<HealthCheck[]>;
  /** Words for a reason; an unknown reason gets an honest general sentence. */
  explain(reason: Reason, language: Language): Explanation;
}
