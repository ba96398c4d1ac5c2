import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { tellBy } from "../../authority/calendar/telling.ts";
import type { Schema } from "../../database/schema.ts";
import type { ConverseTools } from "../converse-tools.ts";
import type { KeptConversation } from "../inbox/kept-conversation.ts";
import { type Listener, officeOf } from "../inbox/listener.ts";
import type { HandledEvent } from "../inbox/message.ts";
import type { WorkedOut } from "../inbox/standing-store.ts";
import { helpLinesOf } from "../suggesting/help-lines.ts";
import { automaticReply } from "./automatic-reply.ts";
import { noticeInNeed, noticeText } from "./notice.ts";
import { type NoticeCause, noticeCauses } from "./notice-cause.ts";
import { takeNoticeTurn } from "./notice-store.ts";
import { insertReplies } from "./reply-store.ts";

/** What the notices of one batch of events are given by. */
export interface NoticeBasis {
  listener: Listener;
  events: readonly HandledEvent[];
  conversations: readonly KeptConversation[];
  standings: readonly WorkedOut[];
  charactersMax: number;
  /** Conversations in which somebody has just written words of need. */
  inNeed: ReadonlySet<string>;
}

/**
 * Writes the automatic notice to whoever has just written and got none within the period: one reply each, in the
 * transaction that takes their words in, sent like any other. Nothing we wrote ourselves is ever answered, and one row for
 * each person keeps two processes, or two machines that talk to each other, from a second notice.
 */
export async function giveNotices(
  tools: ConverseTools,
  trx: Transaction<Schema>,
  basis: NoticeBasis,
): Promise<void> {
  const { listener } = basis;
  const { notice } = listener.authority.settings;
  const now = tools.clock.now();
  for (const cause of noticeCauses({ ...basis, notice, windows: listener.windows, now })) {
    const text = textFor(basis, cause, now);
    if (text === undefined) continue;
    const isTheirTurn = await takeNoticeTurn(trx, listener, cause.personId, {
      now,
      everyDays: notice.everyDays,
    });
    if (!isTheirTurn) continue;
    await insertReplies(trx, [rowOf(listener, cause, text, now)]);
    const { authorityId, accountId } = listener;
    await tools.queue.add(trx, "deliver-replies", { authorityId, accountId });
  }
}

function textFor(basis: NoticeBasis, cause: NoticeCause, now: Date): string | undefined {
  const { listener, charactersMax, inNeed } = basis;
  const { authority, offices } = listener;
  const { language, timeZone, notice } = authority.settings;
  const office = officeOf(offices, cause.conversation.officeId);
  const { deadline } = cause.standing.timing;
  const by = deadline?.kind === "due" ? tellBy(deadline, { now, timeZone, language }) : undefined;
  const places = {
    ...office?.contacts,
    authority: authority.name,
    ...(office && { office: office.name }),
    ...(by !== undefined && { by }),
  };
  if (inNeed.has(cause.conversation.id)) {
    // Below a comment all would read it: there a person finds the words.
    if (cause.kind === "comment") return undefined;
    return noticeInNeed(helpLinesOf(authority.settings), places, { language, charactersMax, now });
  }
  return noticeText(notice.text, places, language, charactersMax);
}

function rowOf({ authorityId, accountId }: Listener, cause: NoticeCause, text: string, now: Date) {
  const { conversation, kind, target } = cause;
  const conversationId = conversation.id;
  return automaticReply(
    { authorityId, accountId, conversationId, id: randomUUID(), kind, target, text },
    now,
  );
}
