import { closeLinks } from "./link-store.ts";
import { isActive } from "./member.ts";
import { changeMember, findMember, lockMembers } from "./member-store.ts";
import { noteStaffAct } from "./note-staff-act.ts";
import { mayHoldKeysOf, type Staff } from "./rights.ts";
import { endSessions } from "./session-store.ts";
import type { StaffTools } from "./staff-tools.ts";

export type ShutOutEnd = "done" | "oneself" | "not-allowed";

/** Shuts a member out at once, everywhere, or lets them in again. */
export async function shutOut(
  { db, clock, log }: Pick<StaffTools, "db" | "clock" | "log">,
  by: Staff,
  memberId: string,
  isOut: boolean,
): Promise<ShutOutEnd> {
  if (by.id === memberId) return "oneself";
  const end = await db.transaction().execute(async (trx): Promise<ShutOutEnd> => {
    // As with roles: two who shut each other out at once must not both succeed.
    await lockMembers(trx, [by.id, memberId]);
    const asks = await findMember(trx, by.id);
    const member = await findMember(trx, memberId);
    if (!asks || !isActive(asks) || !member || !mayHoldKeysOf(asks, member)) return "not-allowed";
    await changeMember(trx, memberId, { disabledAt: isOut ? clock.now() : null });
    if (isOut) await endSessions(trx, memberId);
    if (isOut) await closeLinks(trx, memberId, clock.now());
    await noteStaffAct(trx, clock.now(), by.id, isOut ? "shut-out" : "let-in-again", memberId);
    return "done";
  });
  if (end === "done") log.info({ memberId, by: by.id, isOut }, "somebody was shut out or let in again");
  return end;
}
