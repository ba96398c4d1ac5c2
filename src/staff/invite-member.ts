import type { Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";
import { readEmail, readName } from "./identity.ts";
import { addLink } from "./link-store.ts";
import { isActive, type Member } from "./member.ts";
import { addMember, findMember, findMemberByEmail, writeRoles } from "./member-store.ts";
import { noteStaffAct } from "./note-staff-act.ts";
import { may, mayHoldKeysOf, type Role, type Staff } from "./rights.ts";
import type { StaffTools } from "./staff-tools.ts";

export interface Invitation {
  name: string;
  email: string;
  /** Undefined: administrator of the installation. */
  authorityId: string | undefined;
  roles: readonly Role[];
}

export type InviteFault =
  | "name-missing"
  | "email-not-usable"
  | "role-missing"
  | "oneself"
  | "works-elsewhere"
  | "shut-out";

/** Somebody new, with the token of their link. */
export interface InvitedMember {
  member: Pick<Member, "id" | "name" | "email" | "language">;
  authorityId: string | undefined;
  token: string;
}

export interface InviteTools extends Pick<StaffTools, "db" | "clock" | "log"> {
  /** Writes to them, in the transaction of the invitation; left out where there is no mail. */
  writeTo?: ((trx: Transaction<Schema>, invited: InvitedMember, now: Date) => Promise<void>) | undefined;
}

export type InviteEnd =
  /** The token of the link to hand over; shown here and never again. */
  | { kind: "invited"; memberId: string; token: string }
  /** They were here already, and may do more now. */
  | { kind: "added"; memberId: string }
  | { kind: "fault"; fault: InviteFault };

/** By whom: a member, or whoever can start programs on the machine of the installation. */
export type Inviter = Staff | "command-line";

/**
 * Lets somebody work for an authority. Whoever is here already gets the role at once, if all they do lies within what
 * the inviter administers: nobody proves to us that an e-mail address is theirs, so a name that another authority gave
 * away is not trusted here.
 */
export async function inviteMember(
  { db, clock, log, writeTo }: InviteTools,
  by: Inviter,
  invitation: Invitation,
): Promise<InviteEnd> {
  const name = readName(invitation.name);
  const email = readEmail(invitation.email);
  if (name === undefined) return { kind: "fault", fault: "name-missing" };
  if (email === undefined) return { kind: "fault", fault: "email-not-usable" };
  const { authorityId, roles } = invitation;
  if (authorityId !== undefined && roles.length === 0) return { kind: "fault", fault: "role-missing" };
  if (!isAllowed(by, authorityId)) throw new Error("an invitation beyond the inviter's rights");
  const now = clock.now();
  const end = await db.transaction().execute(async (trx): Promise<InviteEnd> => {
    const isNew = { name, email, isInstallationAdministrator: authorityId === undefined };
    const addedId = await addMember(trx, isNew, now);
    const member =
      addedId === undefined ? await findMemberByEmail(trx, email) : await findMember(trx, addedId);
    if (!member) throw new Error("a member who is neither new nor there");
    if (addedId === undefined) {
      const refusal = by === "command-line" ? undefined : refusalOf(by, member);
      if (refusal) return { kind: "fault", fault: refusal };
      if (member.disabledAt !== null) return { kind: "fault", fault: "shut-out" };
    }
    await giveMore(trx, member, authorityId, roles, now);
    const invitedBy = by === "command-line" ? null : by.id;
    await noteStaffAct(trx, now, invitedBy, "invitation", member.id, {
      authority: authorityId ?? null,
      roles,
    });
    if (isActive(member)) return { kind: "added", memberId: member.id };
    const token = await addLink(trx, { purpose: "invitation", memberId: member.id, madeBy: invitedBy }, now);
    await writeTo?.(trx, { member, authorityId, token }, now);
    return { kind: "invited", memberId: member.id, token };
  });
  if (end.kind !== "fault") log.info({ memberId: end.memberId, authorityId, roles }, "somebody was invited");
  return end;
}

function isAllowed(by: Inviter, authorityId: string | undefined): boolean {
  if (by === "command-line" || by.isInstallationAdministrator) return true;
  return authorityId !== undefined && may(by, "manage-people", authorityId);
}

/** Nobody gives themselves more by inviting themselves. */
function refusalOf(by: Staff, member: Member): InviteFault | undefined {
  if (member.id === by.id) return "oneself";
  return mayHoldKeysOf(by, member) ? undefined : "works-elsewhere";
}

async function giveMore(
  trx: Transaction<Schema>,
  member: Member,
  authorityId: string | undefined,
  roles: readonly Role[],
  now: Date,
): Promise<void> {
  if (authorityId === undefined) {
    await trx
      .updateTable("staff_member")
      .set({ is_administrator: true })
      .where("id", "=", member.id)
      .execute();
    return;
  }
  const own = member.roles.get(authorityId) ?? [];
  await writeRoles(trx, authorityId, member.id, [...new Set([...own, ...roles])], now);
}
