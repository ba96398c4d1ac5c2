import { keepTotpSecret, writeRecoveryCodes } from "./credentials-store.ts";
import { newRecoveryCodes, stepOfCode } from "./one-time-code.ts";
import type { Staff } from "./rights.ts";
import type { StaffTools } from "./staff-tools.ts";

export type SetUpEnd =
  /** The codes for the day the telephone is lost are given here and never again. */
  | { kind: "set-up"; recoveryCodes: string[] }
  | { kind: "wrong-code" }
  /** There is one already, which stays. */
  | { kind: "there-already" };

/** Makes a secret one's second factor, once a code proves that the authenticator has it. */
export async function setUpSecondFactor(
  { db, vault, clock, log }: StaffTools,
  staff: Staff,
  secret: string,
  code: string,
): Promise<SetUpEnd> {
  const step = stepOfCode(secret, code, clock.now());
  if (step === undefined) return { kind: "wrong-code" };
  const recoveryCodes = newRecoveryCodes();
  const isKept = await db.transaction().execute(async (trx) => {
    if (!(await keepTotpSecret(trx, vault, staff.id, secret, step))) return false;
    await writeRecoveryCodes(trx, vault, staff.id, recoveryCodes);
    return true;
  });
  if (!isKept) return { kind: "there-already" };
  log.info({ memberId: staff.id }, "a second factor was set up");
  return { kind: "set-up", recoveryCodes };
}
