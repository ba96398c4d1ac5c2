import { sendReply } from "../../src/conversing/send-reply.ts";
import type { Town } from "./town.ts";

/** What Marco did so far. */
export interface DeskTally {
  written: number;
  closed: number;
  overtaken: number;
}

/**
 * Answers what leads, the most urgent first; each answer has words of its own, by which it is counted. Every fourth
 * conversation he overlooks until he is warned of it, every sixteenth until the head is.
 */
export async function answerSome(town: Town, most: number, tally: DeskTally): Promise<void> {
  const waiting = await town.database.db
    .selectFrom("conversation")
    .selectAll()
    .where("waiting_since", "is not", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("reply as r")
            .select("r.id")
            .whereRef("r.conversation_id", "=", "conversation.id")
            .where("r.is_automatic", "=", false)
            .where("r.state", "in", ["due", "sending", "unknown", "waiting"]),
        ),
      ),
    )
    .orderBy("leads_at")
    .execute();
  const told = await town.database.db.selectFrom("warning_told").selectAll().execute();
  const isSeen = ({ id, waiting_since }: (typeof waiting)[number]) => {
    const number = Number.parseInt(id.slice(0, 4), 16);
    const own = told.filter(
      (one) => one.conversation_id === id && one.waiting_since.getTime() === waiting_since?.getTime(),
    );
    if (number % 16 === 0) return own.some(({ told_to }) => told_to === "head");
    return number % 4 !== 0 || own.length > 0;
  };
  for (const one of waiting.filter(isSeen).slice(0, most)) {
    const result = await sendReply(town.tools, {
      authorityId: one.authority_id,
      conversationId: one.id,
      version: one.version,
      by: "marco",
      way: one.kind === "private" ? "message" : "public",
      text: `Risposta numero ${tally.written}.`,
    });
    if (result.kind === "taken") tally.written += 1;
    else if (result.kind === "overtaken") tally.overtaken += 1;
    else tally.closed += 1;
  }
}
