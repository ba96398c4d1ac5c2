import type { KnownCall } from "./call.ts";
import { GraphError } from "./graph-error.ts";
import { hasRole, mustHavePageToken, tasksOf } from "./recognise.ts";
import type { Page, World } from "./world.ts";

/** Permissions and Page tasks of one operation (graph-api.md section 4): all of the scopes, one of the tasks. */
interface Right {
  scopes: string[];
  tasks: string[];
}

const MODERATION = ["MODERATE", "PROFILE_PLUS_MODERATE", "PROFILE_PLUS_FULL_CONTROL"];
/** The Send API reference spells the task MESSAGE; both are accepted. */
const MESSAGING = ["MESSAGING", "MESSAGE", "PROFILE_PLUS_MESSAGING", "PROFILE_PLUS_FULL_CONTROL"];
const SETTINGS = ["MANAGE", "PROFILE_PLUS_MANAGE", "PROFILE_PLUS_FULL_CONTROL"];
const CONTENT = ["CREATE_CONTENT", "PROFILE_PLUS_CREATE_CONTENT"];

export const RIGHTS = {
  readComments: { scopes: ["pages_read_user_content", "pages_read_engagement"], tasks: MODERATION },
  comment: { scopes: ["pages_manage_engagement"], tasks: MODERATION },
  moderate: { scopes: ["pages_manage_engagement", "pages_read_user_content"], tasks: MODERATION },
  readChats: {
    scopes: ["pages_messaging", "pages_manage_metadata", "pages_read_engagement"],
    tasks: [...MESSAGING, ...MODERATION],
  },
  send: { scopes: ["pages_messaging"], tasks: MESSAGING },
  replyPrivately: { scopes: ["pages_messaging"], tasks: [...MESSAGING, ...MODERATION] },
  subscribe: {
    scopes: ["pages_manage_metadata", "pages_show_list"],
    tasks: [...MODERATION, ...CONTENT, ...SETTINGS],
  },
  settings: { scopes: ["pages_manage_metadata"], tasks: SETTINGS },
  profile: { scopes: ["pages_messaging"], tasks: [...MESSAGING, ...SETTINGS] },
} satisfies Record<string, Right>;

/** Writing: a Page token (190/2069032) of this very Page, its permissions and a task of its person (200). */
export function mustBeAbleTo(call: KnownCall, page: Page, world: World, right: Right): void {
  mustHavePageToken(call);
  const missing = right.scopes.find((scope) => !call.holder.scopes.has(scope));
  if (missing !== undefined) throw forbidden(`Requires ${missing} permission to manage the object.`);
  if (call.holder.pageId !== page.id || !hasTask(call, page, world, right))
    throw forbidden("The person behind this token lacks the Page task that this call needs.");
}

/** Reading: a token of the Page, or of a person with a role on it; 10 for a missing permission or task. */
export function mustBeAbleToSee(call: KnownCall, page: Page, world: World, right: Right): void {
  const { holder } = call;
  const own = holder.pageId === page.id || (holder.pageId === undefined && hasRole(holder, page, world));
  const missing = right.scopes.find((scope) => !holder.scopes.has(scope));
  if (own && missing === undefined && hasTask(call, page, world, right)) return;
  throw new GraphError(
    {
      message: `(#10) This endpoint requires the '${missing ?? right.scopes[0]}' permission or the 'Page Public Content Access' feature. Refer to https://developers.facebook.com/docs/apps/review/login-permissions#manage-pages for details.`,
      type: "OAuthException",
      code: 10,
    },
    403,
  );
}

function hasTask(call: KnownCall, page: Page, world: World, right: Right): boolean {
  return tasksOf(call.holder, page, world).some((task) => right.tasks.includes(task));
}

function forbidden(words: string): GraphError {
  return new GraphError({ message: `(#200) ${words}`, type: "OAuthException", code: 200 }, 403);
}
