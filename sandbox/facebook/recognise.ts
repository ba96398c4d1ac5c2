import type { GraphCall, KnownCall, Node } from "./call.ts";
import { GraphError, mayNotPost, mayNotRead, noSuchAlias, noSuchObject } from "./graph-error.ts";
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
  if (!/^\d+(_\d+)?$/.test(first)) throw noSuchAlias(first);
  const post = world.posts.get(first);
  const page = world.pages.get(post?.pageId ?? first);
  const hidden = post && call.method === "GET" && world.now() - post.createdAt < call.lagMs;
  if (post && page && !hidden) return { type: "post", post, page };
  if (!post && page) return { type: "page", page };
  if (first === call.holder.userId && call.holder.kind === "USER") return { type: "user", userId: first };
  throw noSuchObject(call.method, first);
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
export function mustBeAbleToPost(call: KnownCall, page: Page): void {
  if (call.holder.kind !== "PAGE") {
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
  const scopes = ["pages_manage_posts", "pages_read_engagement"].every((scope) =>
    call.holder.scopes.has(scope),
  );
  const task = page.tasks.some((one) => TASKS_TO_POST.includes(one));
  if (call.holder.pageId !== page.id || !scopes || !task) throw mayNotPost();
}

/** Reading a Page's own posts: a token of the Page, or of a person with a role on it, with pages_read_engagement. */
export function mustBeAbleToRead(call: KnownCall, page: Page, world: World): void {
  const { holder } = call;
  const own = holder.pageId === page.id || (holder.pageId === undefined && hasRole(holder, page, world));
  const task = page.tasks.some((one) => TASKS_TO_READ.includes(one));
  if (!own || !task || !holder.scopes.has("pages_read_engagement")) throw mayNotRead();
}

/** Whether the person behind a token has a role on the Page: the person whose Page token it is. */
export function hasRole(holder: Token, page: Page, world: World): boolean {
  const owner = world.tokens.get(page.token);
  return (
    owner !== undefined &&
    holder.userId !== undefined &&
    owner.userId === holder.userId &&
    page.tasks.length > 0
  );
}
