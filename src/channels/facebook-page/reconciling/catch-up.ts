import { z } from "zod";
import type { Account } from "../../channel.ts";
import type { CatchUpCursor, CaughtUp, NetworkEvent } from "../../conversing.ts";
import type { ReadingTools } from "../conversing/open-turns.ts";
import type { GraphAnswer } from "../graph.ts";
import { easeOf } from "../published.ts";
import type { FacebookPageSettings } from "../settings.ts";
import type { Place } from "../webhook/event.ts";
import { ask, type NoStep, noAnswer, unreadable } from "./ask.ts";
import { commentFields, commentList, cursorAfter, messageFields, postList, threadList } from "./found.ts";
import { eventOfComment, eventOfMessage, eventOfPost } from "./found-event.ts";

/** People comment on what is new; what is older only our events tell (a year of posts would be six calls each time). */
const postsReachMs = 30 * 86_400_000;
/** Lists show whole seconds, and the two clocks need not be one. */
const marginMs = 60_000;
const postsAtOnce = "25";
const commentsAtOnce = "50";
const threadsAtOnce = "25";
/** Only the newest twenty of a thread can be read (section 12). */
const messagesAtOnce = "20";

/**
 * Posts with the comments below them, then the rest of what has more comments than fit beside a post, then private
 * threads. `behind`: posts whose comments go on, each with the cursor where.
 */
const cursorSchema = z.object({
  part: z.enum(["posts", "comments", "threads"]),
  after: z.string().optional(),
  behind: z.array(z.object({ postId: z.string(), after: z.string() })).default([]),
});
type Cursor = z.output<typeof cursorSchema>;

type Step = { kind: "step"; answer: GraphAnswer; events: NetworkEvent[]; next?: Cursor };

/** One step of reading again what people wrote: posts and comments, then private messages. */
export async function catchUp(
  tools: ReadingTools,
  { settings }: Account<FacebookPageSettings>,
  since: Date,
  given?: CatchUpCursor,
): Promise<CaughtUp> {
  const cursor = cursorSchema.parse(given ?? { part: "posts" });
  const sinceMs = since.getTime() - marginMs;
  const step = await take(tools, settings, sinceMs, cursor);
  if (step.kind === "no-answer") return step;
  const { events, next } = step;
  return { kind: "read", events, ...(next && { next }), ...easeOf(step.answer.usage, tools.clock.now()) };
}

function take(
  tools: ReadingTools,
  settings: FacebookPageSettings,
  sinceMs: number,
  cursor: Cursor,
): Promise<Step | NoStep> {
  switch (cursor.part) {
    case "posts":
      return readPosts(tools, settings, sinceMs, cursor);
    case "comments":
      return readMoreComments(tools, settings, sinceMs, cursor);
    case "threads":
      return readThreads(tools, settings, sinceMs, cursor);
  }
}

/** The Page's posts and those of visitors, each with its newest comments and answers, in one call (section 10). */
async function readPosts(
  tools: ReadingTools,
  settings: FacebookPageSettings,
  sinceMs: number,
  { after, behind }: Cursor,
): Promise<Step | NoStep> {
  const comments = `comments.filter(stream).order(reverse_chronological).since(${seconds(sinceMs)}).limit(${commentsAtOnce})`;
  const fields = `id,message,created_time,from{id,name},${comments}{${commentFields}}`;
  const from = Math.min(sinceMs, tools.clock.now().getTime() - postsReachMs);
  const parameters = { fields, limit: postsAtOnce, since: seconds(from), ...(after && { after }) };
  const result = await ask(tools, settings, [settings.pageId, "feed"], parameters);
  if (result.kind === "no-answer") return result;
  const read = postList.safeParse(result.body).data;
  if (!read) return unreadable("feed");
  const place = placeOf(tools, settings);
  const events = read.data.flatMap((post) => [
    ...some(Date.parse(post.created_time) >= sinceMs ? eventOfPost(post, place) : undefined),
    ...(post.comments?.data ?? []).flatMap((one) => some(eventOfComment(one, post.id, place))),
  ]);
  const further = read.data.flatMap((post) => {
    const cut = post.comments && cursorAfter(post.comments);
    return cut === undefined ? [] : [{ postId: post.id, after: cut }];
  });
  const all = [...behind, ...further];
  const more = cursorAfter(read);
  if (more !== undefined && more !== after)
    return { kind: "step", answer: result, events, next: { part: "posts", after: more, behind: all } };
  return {
    kind: "step",
    answer: result,
    events,
    next: { part: all.length > 0 ? "comments" : "threads", behind: all },
  };
}

/** A post with more comments since then than stood beside it. */
async function readMoreComments(
  tools: ReadingTools,
  settings: FacebookPageSettings,
  sinceMs: number,
  { behind: [first, ...others] }: Cursor,
): Promise<Step | NoStep> {
  if (!first) return await readThreads(tools, settings, sinceMs, { part: "threads", behind: [] });
  const result = await ask(tools, settings, [first.postId, "comments"], {
    fields: commentFields,
    filter: "stream",
    order: "reverse_chronological",
    since: seconds(sinceMs),
    limit: commentsAtOnce,
    after: first.after,
  });
  const part = others.length > 0 ? ("comments" as const) : ("threads" as const);
  if (result.kind === "no-answer") return result;
  const read = commentList.safeParse(result.body).data;
  if (!read) return unreadable("comments");
  const place = placeOf(tools, settings);
  const events = read.data.flatMap((one) => some(eventOfComment(one, first.postId, place)));
  const more = cursorAfter(read);
  const isMore = more !== undefined && more !== first.after;
  const next: Cursor = isMore
    ? { part: "comments", behind: [{ postId: first.postId, after: more }, ...others] }
    : { part, behind: others };
  return { kind: "step", answer: result, events, next };
}

/** Threads, newest first, until they are older than what is sought: there is no `since` (section 12). */
async function readThreads(
  tools: ReadingTools,
  settings: FacebookPageSettings,
  sinceMs: number,
  { after }: Cursor,
): Promise<Step | NoStep> {
  const notBefore = await tools.takeTurn(settings.pageId);
  if (notBefore) return { ...noAnswer("request-limit", "2/s"), notBefore };
  const fields = `id,updated_time,participants,messages.limit(${messagesAtOnce}){${messageFields}}`;
  const result = await ask(tools, settings, [settings.pageId, "conversations"], {
    platform: "messenger",
    fields,
    limit: threadsAtOnce,
    ...(after && { after }),
  });
  if (result.kind === "no-answer") return result;
  const read = threadList.safeParse(result.body).data;
  if (!read) return unreadable("conversations");
  const place = placeOf(tools, settings);
  const fresh = read.data.filter((thread) => Date.parse(thread.updated_time) >= sinceMs);
  const events = fresh.flatMap(({ participants, messages }) => {
    const person = participants.data.find(({ id }) => id !== settings.pageId);
    const news = messages?.data.filter((one) => Date.parse(one.created_time) >= sinceMs) ?? [];
    return person ? news.flatMap((one) => some(eventOfMessage(one, person.id, place))) : [];
  });
  const more = cursorAfter(read);
  const isMore = more !== undefined && more !== after && fresh.length === read.data.length;
  return {
    kind: "step",
    answer: result,
    events,
    ...(isMore && { next: { part: "threads", after: more, behind: [] } }),
  };
}

function placeOf({ clock }: ReadingTools, { pageId }: FacebookPageSettings): Place {
  return { pageId, sentAt: clock.now() };
}

function some<Value>(value: Value | undefined): Value[] {
  return value === undefined ? [] : [value];
}

function seconds(ms: number): string {
  return String(Math.max(0, Math.floor(ms / 1000)));
}
