import type { AuthoritySettings } from "../../authority/settings.ts";
import type { AnswerWindows } from "../../channels/conversing.ts";
import type { KeptConversation } from "../inbox/kept-conversation.ts";
import type { HandledEvent } from "../inbox/message.ts";
import type { WorkedOut } from "../inbox/standing-store.ts";
import type { ReplyKind } from "./kept-reply.ts";

/** Somebody to whom the automatic notice may be given, and how. */
export interface NoticeCause {
  personId: string;
  conversation: KeptConversation;
  standing: WorkedOut;
  kind: Extract<ReplyKind, "comment" | "message">;
  target: string;
}

export interface NoticeQuestion {
  events: readonly HandledEvent[];
  conversations: readonly KeptConversation[];
  standings: readonly WorkedOut[];
  notice: Pick<AuthoritySettings["notice"], "messages" | "comments">;
  windows: Pick<AnswerWindows, "answerMs">;
  now: Date;
}

/** What was found hours later needs no notice that it has come: by then a person should answer. */
const reachMs = 6 * 3_600_000;

/**
 * Who is to get a notice: people (never the Page, nor what comes in a thread that another app has) who have just written
 * something that waits for an answer. Each once, whatever they wrote in this batch.
 */
export function noticeCauses(question: NoticeQuestion): NoticeCause[] {
  const causes = new Map<string, NoticeCause>();
  for (const event of question.events) {
    const cause = causeIn(event, question);
    if (cause && !causes.has(cause.personId)) causes.set(cause.personId, cause);
  }
  return [...causes.values()];
}

function causeIn(event: HandledEvent, question: NoticeQuestion): NoticeCause | undefined {
  const { notice, windows, now } = question;
  const { person, commentId, isStandby } = event.reading;
  const ageMs = now.getTime() - event.happenedAt.getTime();
  if (!person || person.isPage || isStandby || ageMs > Math.min(reachMs, windows.answerMs)) return undefined;
  const isMessage = notice.messages && event.kind === "message-received";
  const isComment = notice.comments && event.kind === "comment-added" && commentId !== undefined;
  if (!isMessage && !isComment) return undefined;
  const conversation = question.conversations.find((one) =>
    isMessage ? one.kind === "private" && one.threadKey === person.id : one.threadKey === commentId,
  );
  if (!conversation || conversation.heldByApp || conversation.blockedAt) return undefined;
  const standing = question.standings.find(({ id }) => id === conversation.id);
  if (!standing?.standing.waitingSince) return undefined;
  const kind = isMessage ? ("message" as const) : ("comment" as const);
  return {
    personId: person.id,
    conversation,
    standing,
    kind,
    target: isMessage ? person.id : (commentId ?? ""),
  };
}
