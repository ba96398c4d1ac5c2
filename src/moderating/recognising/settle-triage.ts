import { recordAct } from "../../auditing/record-act.ts";
import type { ConverseTools } from "../../conversing/converse-tools.ts";
import type { ConversationKey } from "../../conversing/inbox/conversation-store.ts";
import { seeAlertsOf } from "./alert-store.ts";
import { saveOutcome } from "./data-request-store.ts";
import { saveSettled } from "./triage-store.ts";

/** What a person says of what was recognised: it is so and was seen to, or it is not so. */
export type TriageVerdict = "seen-to" | "not-so";

/**
 * A person has looked at what was recognised in a message. It is asked no more, and what was told of it counts as seen.
 * "not-so" also takes the term from what was no request on personal data. `gone`: nothing waits there any more.
 */
export async function settleTriage(
  tools: Pick<ConverseTools, "db" | "clock">,
  key: ConversationKey,
  { by, messageId, verdict }: { by: string; messageId: string; verdict: TriageVerdict },
): Promise<"settled" | "gone"> {
  return await tools.db.transaction().execute(async (trx) => {
    const at = tools.clock.now();
    const { authorityId } = key;
    const settled = await saveSettled(trx, { ...key, messageId }, { by, at, verdict });
    if (!settled) return "gone";
    await seeAlertsOf(trx, { authorityId, messageId }, { by, at });
    if (verdict === "not-so") {
      const outcome = { by, at, note: null, outcome: "not-a-request" as const };
      await saveOutcome(trx, { authorityId, messageId }, outcome);
    }
    const detail = { verdict, action: settled.action, rule: settled.rule };
    await recordAct(trx, { authorityId, at, by, act: "triage-settled", subject: messageId, detail });
    return "settled";
  });
}
