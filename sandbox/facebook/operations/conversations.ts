import { knows } from "../access-level.ts";
import { type Answer, type KnownCall, read, type Surroundings } from "../call.ts";
import { queryFields } from "../community/comment-view.ts";
import { personByPsid } from "../community/people.ts";
import { notImitated } from "../graph-error.ts";
import { messageTooOld } from "../messenger/refusals.ts";
import { isReadable, type Message, type Thread } from "../messenger/thread.ts";
import { type ChatViewing, viewMessage, viewMessages, viewThread } from "../messenger/thread-view.ts";
import { mustBeAbleToSee, RIGHTS } from "../rights.ts";
import { turnList } from "../turn-list.ts";
import type { Page } from "../world.ts";

const LIMIT_MAX = 200;
/** Threads in Requests (here: spam) are not listed after 30 days without activity (section 12). */
const REQUEST_SPAN_MS = 30 * 86_400_000;

/** `GET /{page-id}/conversations` (section 12), newest first; cursors only, no since and until. */
export function listConversations(call: KnownCall, page: Page, around: Surroundings): Answer {
  const viewing = mayRead(call, page, around);
  const { platform = "messenger", user_id: userId, folder = "inbox", tags } = call.params;
  if (platform.toLowerCase() !== "messenger") throw notImitated(`platform ${platform}`);
  if (tags) throw notImitated("parameter tags of /conversations");
  if (!["inbox", "spam"].includes(folder)) throw notImitated(`folder ${folder}`);
  const wanted = userId === undefined ? undefined : personByPsid(page.id, userId);
  const youngest = around.now() - call.lagMs;
  const threads = around.world.messenger.threadsOf(page.id).filter((thread) => {
    const first = thread.messages[0]?.createdAt ?? 0;
    const last = thread.messages.at(-1)?.createdAt ?? 0;
    const forgotten = thread.folder === "spam" && around.now() - last > REQUEST_SPAN_MS;
    if (first > youngest || forgotten || thread.folder !== folder) return false;
    if (userId !== undefined && thread.person !== wanted) return false;
    return knows(call.app, thread.person, "pages_messaging");
  });
  const path = `/${call.version ?? "v25.0"}/${page.id}/conversations`;
  const { origin } = viewing;
  const { items, paging } = turnList(threads, ({ id }) => id, {
    params: call.params,
    path,
    origin,
    call,
    limitMax: LIMIT_MAX,
  });
  const data = items.map((thread) => viewThread(thread, queryFields(call), viewing));
  return read({ data, ...(paging ? { paging } : {}) });
}

/** `GET /{thread-id}`. */
export function readThread(call: KnownCall, thread: Thread, page: Page, around: Surroundings): Answer {
  return read(viewThread(thread, queryFields(call), mayRead(call, page, around)));
}

/** `GET /{thread-id}/messages`. */
export function listMessages(call: KnownCall, thread: Thread, page: Page, around: Surroundings): Answer {
  return read(viewMessages(thread, call.params, queryFields(call), mayRead(call, page, around)));
}

/** `GET /{message-id}`: only the newest twenty of a thread (9000001 beyond). */
export function readMessageNode(
  call: KnownCall,
  message: Message,
  thread: Thread,
  page: Page,
  around: Surroundings,
): Answer {
  const viewing = mayRead(call, page, around);
  if (!isReadable(thread, message)) throw messageTooOld();
  return read(viewMessage(message, thread, queryFields(call), viewing));
}

function mayRead(call: KnownCall, page: Page, around: Surroundings): ChatViewing {
  mustBeAbleToSee(call, page, around.world, RIGHTS.readChats);
  around.sendLimits.countRead(page.id);
  return { call, world: around.world, origin: around.origins.graph };
}
