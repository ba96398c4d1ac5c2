import type { Member } from "../../../staff/member.ts";
import { findMember, findMembers } from "../../../staff/member-store.ts";
import type { Staff } from "../../../staff/rights.ts";
import { isUuid } from "../../form-fields.ts";
import { Problem } from "../../problem.ts";
import type { WebParts } from "../../web-parts.ts";
import { findAllowed } from "../find-allowed.ts";

/** An authority as these pages need it. */
export interface Place {
  id: string;
  name: string;
}

/** The authorities whose people one administers. */
export async function administeredBy(staff: Staff, parts: WebParts): Promise<Place[]> {
  const all = await findAllowed(parts, staff, "manage-people");
  return all.map(({ id, name }) => ({ id, name }));
}

/** Everybody one may see: those of one's authorities, or all. */
export async function visiblePeople(
  staff: Staff,
  places: readonly Place[],
  { database }: WebParts,
): Promise<Member[]> {
  const which = staff.isInstallationAdministrator ? "all" : places.map(({ id }) => id);
  return await findMembers(database.db, which);
}

/** One of them; for anybody else there is no such page. */
export async function visiblePerson(
  staff: Staff,
  places: readonly Place[],
  id: string,
  { database }: WebParts,
): Promise<Member> {
  const member = isUuid(id) ? await findMember(database.db, id) : undefined;
  const isVisible =
    member && (staff.isInstallationAdministrator || places.some((place) => member.roles.has(place.id)));
  if (!member || !isVisible) throw new Problem(404, "no-such-page");
  return member;
}
