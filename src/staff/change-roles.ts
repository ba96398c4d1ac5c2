import { isActive } from "./member.ts";
import { changeMember, findMember, lockMembers, writeRoles } from "./member-store.ts";
import { noteStaffAct } from "./note-staff-act.ts";
import { may, type Role, type Staff } from "./rights.ts";
import type { StaffTools } from "./staff-tools.ts";

/** What somebody is to be from now on; authorities that are not named stay as they are. */
export interface RolesWanted {
  roles: ReadonlyMap<string, readonly Role[]>;
  /** Undefined = as it is. */
  isInstallationAdministrator?: boolean;
}

export type ChangeRolesEnd =
  | "changed"
  /** Nobody changes their own rights, so one administrator is always left. */
  | "oneself"
  /** Beyond what the one who asks may (any more). */
  | "not-allowed";

/** Gives and takes roles within what one administers. */
export async function changeRoles(
  { db, clock, log }: Pick<StaffTools, "db" | "clock" | "log">,
  by: Staff,
  memberId: string,
  wanted: RolesWanted,
): Promise<ChangeRolesEnd> {
  if (by.id === memberId) return "oneself";
  const end = await db.transaction().execute(async (trx): Promise<ChangeRolesEnd> => {
    // Two who take each other's rights away at the same moment: the second has none any more.
    await lockMembers(trx, [by.id, memberId]);
    const asks = await findMember(trx, by.id);
    const member = await findMember(trx, memberId);
    if (!asks || !isActive(asks) || !member) return "not-allowed";
    if (![...wanted.roles.keys()].every((id) => may(asks, "manage-people", id))) return "not-allowed";
    const { isInstallationAdministrator } = wanted;
    if (isInstallationAdministrator !== undefined) {
      if (!asks.isInstallationAdministrator) return "not-allowed";
      await changeMember(trx, memberId, { isInstallationAdministrator });
    }
    for (const [authorityId, roles] of wanted.roles) {
      await writeRoles(trx, authorityId, memberId, roles, clock.now());
    }
    const detail = { roles: Object.fromEntries(wanted.roles), isInstallationAdministrator };
    await noteStaffAct(trx, clock.now(), by.id, "roles-changed", memberId, detail);
    return "changed";
  });
  if (end === "changed") log.info({ memberId, by: by.id }, "roles were changed");
  return end;
}
