import { z } from "zod";
import { callGraph, type GraphAnswer, type GraphCall } from "../graph.ts";
import type { FacebookPageSettings } from "../settings.ts";
import type { ReadingTools } from "./open-turns.ts";
import { type AnswerList, ahead, listedAnswer, toWritten } from "./written.ts";

const messages = z.object({ data: z.array(listedAnswer) });
const threads = z.object({ data: z.array(z.object({ id: z.string(), messages: messages.optional() })) });
const answeredComment = z.object({ private_reply_conversation: z.object({ id: z.string() }).optional() });

/** Only the newest twenty of a thread can be read in detail, and there is no `since` (graph-api.md section 12). */
const messagesMax = 20;
const messageFields = "id,message,created_time,from{id}";

/**
 * The newest messages of the thread with a person, or of the thread that a private reply to a comment began. Someone
 * without a thread has got no message.
 */
export async function readNewestMessages(
  tools: ReadingTools,
  settings: FacebookPageSettings,
  of: { personId: string } | { commentId: string },
): Promise<AnswerList> {
  const found =
    "personId" in of
      ? await ofPerson(tools, settings, of.personId)
      : await ofComment(tools, settings, of.commentId);
  if (!("data" in found)) return found;
  const { data, answer } = found;
  const written = data.map((one) => toWritten(one, settings));
  const oldestMs = Math.min(...written.map((one) => one.writtenAtMs));
  const readsBackTo = data.length < messagesMax ? undefined : oldestMs;
  return { kind: "list", written, readsBackTo, aheadMs: ahead(tools, answer) };
}

type Found = { data: z.output<typeof messages>["data"]; answer: GraphAnswer };
type NotFound = Exclude<AnswerList, { kind: "list" }>;

async function ofPerson(
  tools: ReadingTools,
  settings: FacebookPageSettings,
  personId: string,
): Promise<Found | NotFound> {
  const result = await readConversations(tools, settings, [settings.pageId, "conversations"], {
    platform: "messenger",
    user_id: personId,
    fields: `id,messages.limit(${messagesMax}){${messageFields}}`,
  });
  if (result.kind !== "answer") return result;
  const read = threads.safeParse(result.body).data;
  if (!read) return { kind: "unreadable", what: "conversations" };
  const [thread] = read.data;
  if (!thread) return { kind: "nothing-there" };
  return { data: thread.messages?.data ?? [], answer: result };
}

/** A comment names the thread of its private reply, so nobody's id need be known (section 11). */
async function ofComment(
  tools: ReadingTools,
  settings: FacebookPageSettings,
  commentId: string,
): Promise<Found | NotFound> {
  const comment = await callGraph(tools, settings, {
    method: "GET",
    path: [commentId],
    parameters: { fields: "id,private_reply_conversation" },
  });
  if (comment.kind !== "answer") return { kind: "failure", failure: comment };
  const named = answeredComment.safeParse(comment.body).data;
  if (!named) return { kind: "unreadable", what: "private_reply_conversation" };
  const thread = named.private_reply_conversation;
  if (!thread) return { kind: "nothing-there" };
  const result = await readConversations(tools, settings, [thread.id, "messages"], {
    fields: messageFields,
    limit: String(messagesMax),
  });
  if (result.kind !== "answer") return result;
  const read = messages.safeParse(result.body).data;
  return read ? { data: read.data, answer: result } : { kind: "unreadable", what: "messages" };
}

/** A call of those that are counted by the second. */
async function readConversations(
  tools: ReadingTools,
  settings: FacebookPageSettings,
  path: GraphCall["path"],
  parameters: GraphCall["parameters"],
): Promise<GraphAnswer | NotFound> {
  const notBefore = await tools.takeTurn(settings.pageId);
  if (notBefore) return { kind: "not-now", notBefore };
  const result = await callGraph(tools, settings, { method: "GET", path, parameters });
  return result.kind === "answer" ? result : { kind: "failure", failure: result };
}
