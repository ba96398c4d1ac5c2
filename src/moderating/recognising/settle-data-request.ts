import { recordAct } from "../../auditing/record-act.ts";
import type { LocalDate } from "../../authority/calendar/local-date.ts";
import type { ConverseTools } from "../../conversing/converse-tools.ts";
import { seeAlertsOf } from "./alert-store.ts";
import { saveHanded, saveOutcome } from "./data-request-store.ts";

/** What was done about a request on personal data. Handing it on lets a conversation be closed; the term goes on. */
export type DataRequestStep = "handed-to-officer" | "answered" | "refused" | "not-a-request";

export type DataRequestResult =
  | { kind: "settled" }
  | { kind: "refused"; reason: "reason-missing" }
  | { kind: "gone" };

/**
 * Enters what was done about a request. A refusal needs its reason, since the person is told it (GDPR art. 12 c. 4).
 * `answeredOn`: the day on which the person was answered or refused, often earlier than somebody says so here.
 */
export async function settleDataRequest(
  tools: Pick<ConverseTools, "db" | "clock">,
  key: { authorityId: string; messageId: string },
  {
    by,
    step,
    note,
    answeredOn,
  }: { by: string; step: DataRequestStep; note?: string; answeredOn?: LocalDate },
): Promise<DataRequestResult> {
  const said = note?.trim() || null;
  if (step === "refused" && said === null) return { kind: "refused", reason: "reason-missing" };
  return await tools.db.transaction().execute(async (trx) => {
    const at = tools.clock.now();
    const how = { by, at, note: said };
    const isDone =
      step === "handed-to-officer"
        ? await saveHanded(trx, key, how)
        : await saveOutcome(trx, key, { ...how, outcome: step, answeredOn });
    if (!isDone) return { kind: "gone" };
    await seeAlertsOf(trx, key, { by, at });
    const { authorityId, messageId } = key;
    const detail = answeredOn === undefined ? undefined : { answeredOn };
    await recordAct(trx, { authorityId, at, by, act: `data-request-${step}`, subject: messageId, detail });
    return { kind: "settled" };
  });
}
