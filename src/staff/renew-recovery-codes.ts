import { writeRecoveryCodes } from "./credentials-store.ts";
import { newRecoveryCodes } from "./one-time-code.ts";
import type { Staff } from "./rights.ts";
import type { StaffTools } from "./staff-tools.ts";

/** New codes for the day the telephone is lost, in place of those there were. */
export async function renewRecoveryCodes(
  { db, vault }: Pick<StaffTools, "db" | "vault">,
  staff: Staff,
): Promise<string[]> {
  const codes = newRecoveryCodes();
  await db.transaction().execute((trx) => writeRecoveryCodes(trx, vault, staff.id, codes));
  return codes;
}
