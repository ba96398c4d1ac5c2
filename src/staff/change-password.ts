import { findCredentials } from "./credentials-store.ts";
import { closeLinks } from "./link-store.ts";
import { changeMember } from "./member-store.ts";
import { judgePassword, type PasswordFault } from "./password.ts";
import { provePassword } from "./prove-password.ts";
import type { Staff } from "./rights.ts";
import { endSessions } from "./session-store.ts";
import type { StaffTools } from "./staff-tools.ts";

export type ChangePasswordEnd =
  | { kind: "changed" }
  | { kind: "fault"; fault: PasswordFault | "passwords-differ" | "password-wrong" }
  | { kind: "wait"; seconds: number };

/** One's own password, by whoever knows the present one. All other sessions end; `sessionId` is the one that stays. */
export async function changePassword(
  tools: StaffTools,
  staff: Staff,
  form: { current: string; password: string; again: string },
  sessionId: string | undefined,
): Promise<ChangePasswordEnd> {
  const { db, clock, log, hasher } = tools;
  if (form.password !== form.again) return { kind: "fault", fault: "passwords-differ" };
  const fault = judgePassword(form.password, staff);
  if (fault) return { kind: "fault", fault };
  const proof = await provePassword(tools, staff.id, form.current);
  if (proof.kind === "wait") return proof;
  if (proof.kind === "wrong") return { kind: "fault", fault: "password-wrong" };
  const passwordHash = await hasher.hash(form.password);
  const isStill = await db.transaction().execute(async (trx) => {
    // Of two changes at once the second knows a password that is none any more.
    const now = await findCredentials(trx, { memberId: staff.id });
    if (now?.passwordHash !== proof.passwordHash) return false;
    await changeMember(trx, staff.id, { passwordHash });
    await endSessions(trx, staff.id, sessionId);
    await closeLinks(trx, staff.id, clock.now());
    return true;
  });
  if (!isStill) return { kind: "fault", fault: "password-wrong" };
  log.info({ memberId: staff.id }, "a password was changed");
  return { kind: "changed" };
}
