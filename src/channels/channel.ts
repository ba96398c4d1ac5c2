import type { Connecting } from "./connecting.ts";
import type { Conversing, Listening, Measuring, Reconciling } from "./conversing.ts";

/** The forms a post can take; each is its own publication. */
export const formats = ["link-post", "photo-post", "album", "photo-story", "video-story", "reel"] as const;
export type Format = (typeof formats)[number];

/** What a format asks of whoever prepares the post. */
export interface FormatNeeds {
  /** "picture" = exactly one. */
  media: "none" | "picture" | "pictures" | "clip";
  /** Of the cards that pictures and clips are made from. */
  shape: "preview" | "square" | "story";
  picturesMax: number;
  /** Whether media are brought to the network by `stage` before the post is sent; otherwise they go with it. */
  isStaged: boolean;
  isEditable: boolean;
  isRemovable: boolean;
}

export interface Picture {
  bytes: Buffer;
  type: "image/png" | "image/jpeg";
  /** Pixels. */
  width: number;
  height: number;
  /** Says what the picture says, for people who do not see it. */
  alternativeText: string;
}

/** A film without sound, H.264 in MP4. */
export interface Clip {
  bytes: Buffer;
  type: "video/mp4";
  seconds: number;
}

/**
 * What a network keeps for us before the last step: photos nobody sees yet, a film. JSON that only its channel reads.
 * It is kept in the publication's row before the last step, so that this step is small and its effect can be found.
 */
export type Staged = Readonly<Record<string, unknown>>;

/** A post as it goes out: what an item looks like on a channel, already within the channel's limits. */
export interface Post {
  format: Format;
  /** Plain text, line breaks kept. */
  text: string;
  /** The address the preview is made of: our own short link, which is also the marker of the publication. */
  link: string;
  /**
   * What makes this publication recognisable on the network, whatever happened to the answer: a string that stands in
   * the link and in the text of this post and of no other.
   */
  marker: string;
  /** In their order; empty where the format needs none, and where they are staged already. */
  pictures: readonly Picture[];
  clip?: Clip;
}

/** What a sent post is recognised by. */
export type SentPost = Pick<Post, "format" | "text" | "link" | "marker">;

/** A post that is on the network. */
export interface PublishedPost {
  format: Format;
  externalId: string;
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

/** Why something did not pass, as a word of ours; the words for people are in the channel's words/ folder. */
export type Reason = string;

/** Whom a pause concerns: this one publication, or everything that wants to leave through this account. */
export type Scope = "publication" | "account";

/** What one attempt came to. Each case asks something different of us. */
export type Outcome =
  /** `ease` where the network lets us know that its limits are near: nothing more before `until`. */
  | { kind: "published"; externalId: string; url: string; ease?: Ease }
  /** Accepted, not visible yet; ask again with `askWith`. */
  | { kind: "processing"; askWith: string; askAfter: Date; ease?: Ease }
  /** Will not pass as it is. */
  | { kind: "refused"; reason: Reason; detail: string }
  /** Surely nothing appeared. `notBefore` where the network named a moment, or the channel knows a sensible one. */
  | { kind: "retry"; reason: Reason; detail: string; scope: Scope; notBefore?: Date }
  /** Our permission has ended; a person must connect again. Surely nothing appeared. */
  | { kind: "reconnect"; reason: Reason; detail: string }
  /** It may have appeared. The reason "already-there": the network says it has this very post. */
  | { kind: "unknown"; reason: Reason; detail: string };

/** A pause taken before the network asks for one. */
export interface Ease {
  until: Date;
  reason: Reason;
  detail: string;
}

/**
 * What bringing media to the network came to. Nothing of it is visible, and what is forgotten there vanishes by itself,
 * so an uncertain end is simply tried again.
 */
export type Staging =
  /** Good until then; after that it must be staged anew. */
  | { kind: "staged"; staged: Staged; goodUntil: Date }
  | Extract<Outcome, { kind: "refused" | "retry" | "reconnect" }>;

/** What a search on the network for one of our posts came to. Changes nothing there, so it may be repeated. */
export type Finding =
  | { kind: "found"; externalId: string; url: string }
  /** Looked properly, and it is not (yet) to be seen. */
  | { kind: "absent" }
  /** It was accepted and is still worked on there; nobody sees it yet. */
  | { kind: "processing" }
  /** It was accepted, worked on and given up there: it will never appear. */
  | { kind: "failed"; reason: Reason; detail: string }
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
export interface Channel<Settings, App = Record<string, unknown>> {
  /** Folder, setting and database value: all the same word, e.g. "facebook-page". */
  kind: string;
  /** As people call the network: "Facebook". */
  networkName: string;
  limits: PostLimits;
  /** The formats this network has, with what each asks for. */
  formats: Readonly<Partial<Record<Format, FormatNeeds>>>;
  /** Checks foreign settings (from YAML or the database) or throws a ZodError with the paths of what is wrong. */
  readSettings(input: unknown): Settings;
  /** Which settings must be encrypted at rest and never logged. */
  secretSettings: readonly (keyof Settings & string)[];
  /** Every setting there is, for whoever mistypes one. */
  settingNames: readonly string[];
  /** The network's own id of what these settings name; one such id belongs to one account of the installation. */
  externalIdOf(settings: Settings): string;
  /**
   * Brings the media of a staged format to the network. `known` is what was staged before, perhaps in part: what is still
   * good is not brought again. `keep` saves each step; it must have resolved before the next.
   */
  stage(
    post: Post,
    account: Account<Settings>,
    known: Staged | undefined,
    keep: (staged: Staged) => Promise<void>,
  ): Promise<Staging>;
  /** Sends once. Never repeats by itself and never throws for what the network does. */
  publish(post: Post, account: Account<Settings>, staged?: Staged): Promise<Outcome>;
  /** Looks for a post of ours among those the network shows since `since`. */
  findPublished(post: SentPost, account: Account<Settings>, since: Date, staged?: Staged): Promise<Finding>;
  edit(post: PublishedPost, text: string, account: Account<Settings>): Promise<Amendment>;
  remove(post: PublishedPost, account: Account<Settings>): Promise<Amendment>;
  checkHealth(account: Account<Settings>): Promise<HealthCheck[]>;
  /** What further the network offers; absent where it does not. */
  connecting?: Connecting<App>;
  listening?: Listening<App, Settings>;
  conversing?: Conversing<Settings>;
  reconciling?: Reconciling<Settings>;
  measuring?: Measuring<Settings>;
  /** Words for a reason; an unknown reason gets an honest general sentence. */
  explain(reason: Reason, language: Language): Explanation;
}
