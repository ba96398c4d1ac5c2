import type { GraphCall, KnownCall, Node } from "./call.ts";
import { isPsid, personByPsid } from "./community/people.ts";
import { GraphError, mayNotPost, mayNotRead, noSuchAlias, noSuchObject } from "./graph-error.ts";
import { isLive } from "./media/story.ts";
import { isMessageId, isThreadId } from "./messenger/thread.ts";
import type { Token } from "./token.ts";
import { checkProof, endedTokenError, tokenEnd, unauthorised } from "./token.ts";
import type { Page, World } from "./world.ts";

/** Who calls, and what about: tokens, nodes and rights (graph-api.md sections 3 and 4). */

/** Accepts the token of a call, or throws 104 (none), 190 (bad or ended) or 100 (proof). */
export function recognise(call: GraphCall, world: World, lagMs: number): KnownCall {
  if (!call.token) {
    throw new GraphError({
      message: "(#104) An access token is required to request this resource.",
      type: "OAuthException",
      code: 104,
    });
  }
  const holder = world.tokens.get(call.token);
  const app = holder && world.apps.get(holder.appId);
  if (!holder || !app) {
    throw unauthorised(
      {
        message: "Invalid OAuth access token - Cannot parse access token",
        type: "OAuthException",
        code: 190,
      },
      call.bearer,
    );
  }
  const end = tokenEnd(holder, world.now());
  if (end) throw unauthorised(endedTokenError(holder, end, world.now()), call.bearer);
  checkProof(call.params.appsecret_proof, holder, app);
  return { ...call, token: call.token, holder, app, lagMs };
}

/** The node a path begins with; throws 100/33, 803 or 2500 where there is none. */
export function findNode(call: KnownCall, world: World): Node {
  const first = call.segments[0];
  if (first === undefined) return { type: "root" };
  if (first === "debug_token") return { type: "debug_token" };
  if (first === "me") return selfOf(call.holder, world);
  if (isThreadId(first) || isMessageId(first)) return chatNode(first, call, world);
  if (!/^\d+(_\d+)?$/.test(first)) throw noSuchAlias(first);
  const app = world.apps.get(first);
  if (app) return { type: "app", app };
  const social = socialNode(first, call, world);
  if (social) return social;
  const media = mediaNode(first, call, world);
  if (media) return media;
  const post = world.posts.get(first);
  const page = world.pages.get(post?.pageId ?? first);
  const hidden = post && call.method === "GET" && world.now() - post.createdAt < call.lagMs;
  if (post && page && !hidden) return { type: "post", post, page };
  if (!post && page) return { type: "page", page };
  if (first === call.holder.userId && call.holder.kind === "USER") return { type: "user", userId: first };
  throw noSuchObject(call.method, first);
}

/** Photos, films and stories. A film can be asked about at once: its status is read before anybody sees it. */
function mediaNode(id: string, call: KnownCall, world: World): Node | undefined {
  const { photos, videos, stories } = world.library;
  const [photo, video, story] = [photos.get(id), videos.get(id), stories.get(id)];
  const page = world.pages.get((photo ?? video ?? story)?.pageId ?? "");
  if (!page) return undefined;
  if (video) return { type: "video", video, page };
  const young = (at: number) => call.method === "GET" && world.now() - at < call.lagMs;
  if (photo && !young(photo.createdAt)) return { type: "photo", photo, page };
  if (story && isLive(story, world.now()) && !young(story.liveAt ?? 0)) return { type: "story", story, page };
  throw noSuchObject(call.method, id);
}

/** Chats: their ids mean something to their own Page only. */
function chatNode(id: string, call: KnownCall, world: World): Node {
  const message = world.messenger.messages.get(id);
  const thread = world.messenger.threads.get(message?.threadId ?? id);
  const page = thread && world.pages.get(thread.pageId);
  const young = message && call.method === "GET" && world.now() - message.createdAt < call.lagMs;
  const foreign = call.holder.pageId !== undefined && call.holder.pageId !== page?.id;
  if (!thread || !page || young || foreign) throw noSuchObject(call.method, id);
  return message ? { type: "message", message, thread, page } : { type: "thread", thread, page };
}

/** Comments and people: theirs are ids of their own kind. */
function socialNode(id: string, call: KnownCall, world: World): Node | undefined {
  const comment = world.community.comments.get(id);
  const young = comment && call.method === "GET" && world.now() - comment.createdAt < call.lagMs;
  const about = comment && !young ? world.pages.get(comment.pageId) : undefined;
  if (comment && about) return { type: "comment", comment, page: about };
  // A page-scoped id means something to its own Page only.
  const own = call.holder.pageId === undefined ? undefined : world.pages.get(call.holder.pageId);
  const person = own && isPsid(id) ? personByPsid(own.id, id) : undefined;
  return own && person ? { type: "person", person, page: own } : undefined;
}

function selfOf(holder: Token, world: World): Node {
  const page = holder.pageId === undefined ? undefined : world.pages.get(holder.pageId);
  if (page) return { type: "page", page };
  if (holder.userId !== undefined) return { type: "user", userId: holder.userId };
  throw new GraphError({
    message: "An active access token must be used to query information about the current user.",
    type: "OAuthException",
    code: 2500,
  });
}

const TASKS_TO_POST = ["CREATE_CONTENT", "PROFILE_PLUS_CREATE_CONTENT", "PROFILE_PLUS_FULL_CONTROL"];
const TASKS_TO_READ = [...TASKS_TO_POST, "MANAGE", "MODERATE", "PROFILE_PLUS_MODERATE"];

/** Writing on a Page: a Page token (190/2069032) of this very Page with the permissions and the task (200). */
export function mustBeAbleToPost(call: KnownCall, page: Page, world: World): void {
  mustHavePageToken(call);
  const scopes = ["pages_manage_posts", "pages_read_engagement"].every((scope) =>
    call.holder.scopes.has(scope),
  );
  const task = tasksOf(call.holder, page, world).some((one) => TASKS_TO_POST.includes(one));
  if (call.holder.pageId !== page.id || !scopes || !task) throw mayNotPost();
}

/** Reading a Page's own posts: a token of the Page, or of a person with a role on it, with pages_read_engagement. */
export function mustBeAbleToRead(call: KnownCall, page: Page, world: World): void {
  const { holder } = call;
  const own = holder.pageId === page.id || (holder.pageId === undefined && hasRole(holder, page, world));
  const task = tasksOf(holder, page, world).some((one) => TASKS_TO_READ.includes(one));
  if (!own || !task || !holder.scopes.has("pages_read_engagement")) throw mayNotRead();
}

/** All Page writes require a Page token: another kind is answered 190/2069032 (section 4). */
export function mustHavePageToken(call: KnownCall): void {
  if (call.holder.kind === "PAGE") return;
  throw unauthorised(
    {
      message: "(#190) This method must be called with a Page Access Token",
      type: "OAuthException",
      code: 190,
      error_subcode: 2069032,
      is_transient: false,
      error_user_title: "User Access Token Is Not Supported",
      error_user_msg: "A Page access token is required for this call for the new Pages experience.",
    },
    call.bearer,
  );
}

/** Page tasks of the person behind a token. */
export function tasksOf(holder: Token, page: Page, world: World): readonly string[] {
  return holder.userId === undefined ? [] : world.tasksOf(page, holder.userId);
}

/** Whether the person behind a token has a role on the Page. */
export function hasRole(holder: Token, page: Page, world: World): boolean {
  return tasksOf(holder, page, world).length > 0;
}
