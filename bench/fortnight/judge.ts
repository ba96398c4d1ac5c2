import { sql } from "kysely";
import { dayOf, dueDay, isOpen } from "./days.ts";
import type { Town } from "./town.ts";

/** What the pretend Facebook knows beside what we have. */
export interface Verdict {
  messages: number;
  lostMessages: number;
  doubledMessages: number;
  replies: number;
  doubledReplies: number;
  /** Said to be sent, and not there. */
  lostReplies: number;
  /** Our answers by state, those given back to a person by reason. */
  states: Record<string, number>;
  outsideWindow: number;
  warnings: number;
  wrongWarnings: number;
}

/** What is seen of all that waits at one moment. */
export interface Look {
  seen: number;
  /** Deadlines that the witness counts otherwise. */
  wrong: number;
  /** Warnings that should have been told by now. */
  unwarned: number;
}

export async function lookAtWaiting({ database, time }: Town): Promise<Look> {
  const rows = await database.db
    .selectFrom("conversation")
    .select(["waiting_since", "due_on"])
    .select(
      sql<string[]>`(select coalesce(array_agg(w.warning), '{}') from warning_told w
        where w.conversation_id = conversation.id and w.waiting_since = conversation.waiting_since)`.as(
        "told",
      ),
    )
    .where("waiting_since", "is not", null)
    .execute();
  const wrong = rows.filter(({ waiting_since: at, due_on }) => at && dueDay(at.getTime()) !== due_on);
  const today = dayOf(time.ms);
  const unwarned = rows.filter(({ waiting_since: at, told }) => {
    const due = at ? dueDay(at.getTime()) : today;
    if (today > due) return !told.includes("late");
    return today === due && isOpen(time.ms) && !told.includes("last-day");
  });
  return { seen: rows.length, wrong: wrong.length, unwarned: unwarned.length };
}

export async function judge(town: Town): Promise<Verdict> {
  const { facebook, database } = town;
  const { community, messenger } = facebook.world;
  const pageId = facebook.seed.page.id;
  const there = [...[...community.comments.keys()], ...messenger.messages.keys()];
  const rows = await database.db.selectFrom("message").select(["external_id", "text"]).execute();
  const ours = new Set(rows.map(({ external_id }) => external_id));
  const texts = [
    ...[...community.comments.values()]
      .filter(({ authorId }) => authorId === pageId)
      .map(({ message }) => message),
    ...[...messenger.messages.values()].filter(({ fromPage }) => fromPage).map(({ text }) => text),
  ].filter((text) => text?.startsWith("Risposta numero"));
  const replies = await database.db.selectFrom("reply").select(["text", "state", "reason"]).execute();
  const sent = replies.filter(({ state, text }) => state === "sent" && text.startsWith("Risposta numero"));
  const attempts = await database.db.selectFrom("reply_attempt").select("reason").execute();
  const told = await database.db.selectFrom("warning_told").selectAll().execute();
  const wrong = told.filter((one) => !isRight(one));
  return {
    messages: there.length,
    lostMessages: there.filter((id) => !ours.has(id)).length,
    doubledMessages: rows.length - ours.size,
    replies: texts.length,
    doubledReplies: texts.length - new Set(texts).size,
    lostReplies: sent.filter(({ text }) => !texts.includes(text)).length,
    states: countBy(replies.map(({ state, reason }) => (reason ? `${state}: ${reason}` : state))),
    outsideWindow: attempts.filter(({ reason }) => reason === "outside-window").length,
    warnings: told.length,
    wrongWarnings: wrong.length,
  };
}

/** Ahead: on the last day, while somebody is there. Late: once that day is over. */
function isRight({
  warning,
  waiting_since,
  told_at,
}: {
  warning: string;
  waiting_since: Date;
  told_at: Date;
}): boolean {
  const due = dueDay(waiting_since.getTime());
  const on = dayOf(told_at.getTime());
  if (warning === "late") return on > due;
  if (warning === "last-day" || warning.startsWith("open-hours"))
    return on === due && isOpen(told_at.getTime());
  return told_at >= waiting_since;
}

function countBy(reasons: readonly string[]): Record<string, number> {
  const groups = Map.groupBy(reasons, (reason) => reason);
  return Object.fromEntries([...groups].map(([reason, all]) => [reason, all.length]));
}
