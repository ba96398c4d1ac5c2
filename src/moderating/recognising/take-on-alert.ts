import { recordAct } from "../../auditing/record-act.ts";
import type { ConverseTools } from "../../conversing/converse-tools.ts";
import { seeAlert } from "./alert-store.ts";

/**
 * Somebody sees to what the product raised: nobody else is asked to any more. False: another took it on before, or there
 * is no such alert.
 */
export async function takeOnAlert(
  { db, clock }: Pick<ConverseTools, "db" | "clock">,
  { authorityId, id }: { authorityId: string; id: string },
  by: string,
): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    const at = clock.now();
    const kind = await seeAlert(trx, { authorityId, id }, { by, at });
    if (kind === undefined) return false;
    await recordAct(trx, { authorityId, at, by, act: "alert-taken-on", subject: id, detail: { kind } });
    return true;
  });
}
