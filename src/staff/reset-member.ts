import { addLink } from "./link-store.ts";
import { isActive } from "./member.ts";
import { findMember } from "./member-store.ts";
import type { StaffTools } from "./staff-tools.ts";

/**
 * A new one-time link for a member who lost the last one, the password or the telephone; undefined where there is no
 * such member or they are shut out. Until it is used, all stays as it is. Who may ask for it is the caller's to see.
 */
export async function resetMember(
  { db, clock, log }: Pick<StaffTools, "db" | "clock" | "log">,
  memberId: string,
  madeBy: string | null,
): Promise<string | undefined> {
  const member = await findMember(db, memberId);
  if (!member || member.disabledAt !== null) return undefined;
  const purpose = isActive(member) ? "reset" : "invitation";
  log.info({ memberId, madeBy }, "a one-time link was made");
  return await addLink(db, { purpose, memberId, madeBy }, clock.now());
}
