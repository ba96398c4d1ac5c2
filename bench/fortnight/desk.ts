import { sendReply } from "../../src/conversing/send-reply.ts";
import type { Town } from "./town.ts";

/** What Marco did so far. */
export interface DeskTally {
  written: number;
  closed: number;
  overtaken: number;
}

/** Answers what leads, the most urgent first; each answer has words of its own, by which it is counted. */
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
    .limit(most)
    .execute();
  for (const one of waiting) {
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
