import type { Kysely } from "kysely";
import { recordAct } from "../auditing/record-act.ts";
import type { Schema } from "../database/schema.ts";

/** Enters what concerns people of the staff in the trail of the installation: they may work for several authorities. */
export async function noteStaffAct(
  db: Kysely<Schema>,
  at: Date,
  by: string | null,
  act: string,
  memberId: string,
  detail?: Record<string, unknown>,
): Promise<void> {
  await recordAct(db, { authorityId: null, at, by, act, subject: memberId, detail });
}
