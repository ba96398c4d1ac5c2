import type { Transaction } from "kysely";
import { recordAct } from "../auditing/record-act.ts";
import type { Schema } from "../database/schema.ts";
import type { ActTools } from "./act-tools.ts";

/** Enters what a person did about publications in the trail, in the transaction of the act. */
export async function noteAct(
  { clock, by }: Pick<ActTools, "clock" | "by">,
  trx: Transaction<Schema>,
  key: { authorityId: string; id: string },
  act: string,
  detail?: Record<string, unknown>,
): Promise<void> {
  await recordAct(trx, { authorityId: key.authorityId, at: clock.now(), by, act, subject: key.id, detail });
}
