import type { Clock } from "./clock.ts";
import { type Comment, isCommentId } from "./community/comment.ts";
import { isPsid, type Person } from "./community/people.ts";
import type { Logins } from "./login/logins.ts";
import type { Photo } from "./media/photo.ts";
import type { MediaRules } from "./media/rules.ts";
import type { Story } from "./media/story.ts";
import type { Video } from "./media/video.ts";
import type { SendLimits } from "./messenger/send-limits.ts";
import { isMessageId, isThreadId, type Message, type Thread } from "./messenger/thread.ts";
import type { FilePart } from "./multipart.ts";
import type { Origins } from "./origins.ts";
import type { Post } from "./post.ts";
import type { Scraper } from "./scrape.ts";
import type { AppSeed } from "./seed.ts";
import type { Token } from "./token.ts";
import type { Did } from "./truth.ts";
import type { Webhooks } from "./webhooks/webhooks.ts";
import type { Page, World } from "./world.ts";

/** A call to the Graph API, read but not yet judged (graph-api.md section 2). */
export interface GraphCall {
  method: string;
  /** Path without the version, split: ["100000000000001", "feed"]. */
  segments: string[];
  /** The version named in the path, if any. */
  version?: string;
  /** Query and body together, the body winning; nested JSON kept as JSON text, as a form would carry it. */
  params: Record<string, string>;
  token?: string;
  /** The token came in the Authorization header. */
  bearer: boolean;
  /** Path with version, without the query. */
  path: string;
  /** Headers that decide about 304 (section 18). */
  ifNoneMatch?: string;
  userAgent?: string;
  /** File parts of a multipart body. */
  files?: FilePart[];
  /** A call to the rupload host: the bytes of a film on their way. */
  upload?: Upload;
}

/** What the headers of an upload say (section 7.2), and the bytes as they come. */
export interface Upload {
  offset?: string;
  fileSize?: string;
  fileUrl?: string;
  body: AsyncIterable<Uint8Array>;
  /** A fault lets half of the bytes arrive, or spoils the film on its way. */
  fault?: "cut" | "spoilt";
}

/** What an operation has around it. */
export interface Surroundings {
  world: World;
  scraper: Scraper;
  /** Unix milliseconds. */
  now: () => number;
  /** What `now` reads; deeds of a later moment are planned on it. */
  clock: Clock;
  /** The sandbox's own address; pictures and films are served from it, as from the CDN. */
  origin: string;
  origins: Origins;
  readLagMs: number;
  /** How long a post counts as "the same as the last one" (506), milliseconds. */
  duplicateSpanMs: number;
  messageLengthMax: number;
  webhooks: Webhooks;
  logins: Logins;
  media: MediaRules;
  /** How long a batch may take before what is left of it is answered null, milliseconds of real time. */
  batchBudgetMs: number;
  sendLimits: SendLimits;
  /** A fault says the app lost its permission on this Page: debug_token and me/permissions must say so too. */
  permissionLost: (pageId?: string) => boolean;
}

/** A call whose token has been accepted. */
export interface KnownCall extends GraphCall {
  token: string;
  /** Who calls. */
  holder: Token;
  app: AppSeed;
  /** Milliseconds for which new posts stay invisible to this call. */
  lagMs: number;
}

export type Node =
  | { type: "root" }
  | { type: "page"; page: Page }
  | { type: "post"; post: Post; page: Page }
  | { type: "app"; app: AppSeed }
  | { type: "comment"; comment: Comment; page: Page }
  | { type: "thread"; thread: Thread; page: Page }
  | { type: "message"; message: Message; thread: Thread; page: Page }
  | { type: "person"; person: Person; page: Page }
  | { type: "photo"; photo: Photo; page: Page }
  | { type: "video"; video: Video; page: Page }
  | { type: "story"; story: Story; page: Page }
  | { type: "user"; userId: string }
  | { type: "debug_token" };

export interface Answer {
  body: unknown;
  did: Did;
  status?: number;
}

/** An answer that changed nothing. */
export function read(body: unknown): Answer {
  return { body, did: { kind: "nothing" } };
}

/** The name of the operation a call is about, for faults and the truth log; known before the token is. */
export function edgeOf(call: GraphCall): string {
  if (call.upload) return "rupload";
  const [first, second] = call.segments;
  if (first === undefined) return batchOrLink(call);
  if (first === "me")
    return second === undefined
      ? "me"
      : second === "accounts" || second === "permissions"
        ? `me/${second}`
        : second;
  if (second !== undefined) return second;
  if (first === "debug_token") return first;
  if (isCommentId(first)) return "comment";
  if (isPsid(first)) return "person";
  if (isThreadId(first)) return "thread";
  if (isMessageId(first)) return "message";
  return mediaKind(first) ?? (first.includes("_") ? "post" : "page");
}

function batchOrLink({ params }: GraphCall): "batch" | "ids" | "link" {
  if (params.batch !== undefined) return "batch";
  return params.ids === undefined ? "link" : "ids";
}

/** Ids of photos, films and stories are known by how they begin. */
function mediaKind(id: string): "photo" | "video" | "story" | undefined {
  return ({ 1222: "photo", 1223: "video", 1224: "story" } as const)[/^(122[234])\d{14}$/.exec(id)?.[1] ?? ""];
}

/** The Page a call is about: the one in the path, or else the Page token's own (comments, people, chats do not name it). */
export function pageIdOf(call: GraphCall, world: World): string | undefined {
  const first = call.segments[0] ?? "";
  const id = first.includes("_") ? first.slice(0, first.indexOf("_")) : first;
  if (world.pages.has(id)) return id;
  return call.token === undefined ? undefined : world.tokens.get(call.token)?.pageId;
}
