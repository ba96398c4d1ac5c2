/** What people may be in an authority; one person may be several things, and other things in another authority. */
export const roles = ["editor", "moderator", "head", "administrator"] as const;
export type Role = (typeof roles)[number];

/** What can be done at the desk, and who may do it. This table is the only place that says so. */
export const rights = {
  "see-desk": ["editor", "moderator", "head", "administrator"],
  /** Let go, hold, send first, send again, dismiss, take off. */
  publish: ["editor", "head", "administrator"],
  answer: ["moderator", "head"],
  moderate: ["moderator", "head"],
  "see-reports": ["head", "administrator"],
  /** What is held of one person: whether there is something, and how much. */
  "find-persons": ["moderator", "head", "administrator"],
  /** To give people what is held of them, and to erase it. */
  "handle-personal-data": ["head", "administrator"],
  /** Sources, templates, rules, calendar, prepared answers. */
  "change-settings": ["head", "administrator"],
  "connect-accounts": ["head", "administrator"],
  "manage-people": ["administrator"],
} as const satisfies Record<string, readonly Role[]>;
export type Act = keyof typeof rights;

/** Whoever can change what leaves in the authority's name proves more than a password. */
const rolesWithSecondFactor: readonly Role[] = ["head", "administrator"];

/** A person who is signed in, with all that decides what they may do. */
export interface Staff {
  id: string;
  name: string;
  /** In lower case. */
  email: string;
  /** Chosen by them; null = as their browser says. */
  language: "it" | "en" | null;
  /** Administers every authority, and the installation itself. */
  isInstallationAdministrator: boolean;
  hasSecondFactor: boolean;
  /** By authority; an authority in which they are nothing is not in it. */
  roles: ReadonlyMap<string, readonly Role[]>;
}

type Rights = Pick<Staff, "roles" | "isInstallationAdministrator">;

/** Whoever administers the installation is an administrator everywhere, and no more than that. */
export function rolesIn(staff: Rights, authorityId: string): readonly Role[] {
  const own = staff.roles.get(authorityId) ?? [];
  return staff.isInstallationAdministrator && !own.includes("administrator")
    ? [...own, "administrator"]
    : own;
}

export function may(staff: Rights, act: Act, authorityId: string): boolean {
  const allowed: readonly Role[] = rights[act];
  return rolesIn(staff, authorityId).some((role) => allowed.includes(role));
}

/** Whether there can be an authority in which they may; what they are shown is filtered with `may`. */
export function mayAnywhere(staff: Rights, act: Act): boolean {
  const allowed: readonly Role[] = rights[act];
  if (staff.isInstallationAdministrator && allowed.includes("administrator")) return true;
  return [...staff.roles.keys()].some((authorityId) => may(staff, act, authorityId));
}

/** Whether this authority exists for them at all: others are answered as if there were none. */
export function belongsTo(staff: Rights, authorityId: string): boolean {
  return rolesIn(staff, authorityId).length > 0;
}

export function mustHaveSecondFactor(staff: Rights): boolean {
  if (staff.isInstallationAdministrator) return true;
  return [...staff.roles.values()].flat().some((role) => rolesWithSecondFactor.includes(role));
}

/**
 * Whether one may hold the keys of another: make them a new link, end their sessions, shut them out. Only where all
 * that the other may do lies within what one administers; otherwise a link for a colleague would open other houses.
 */
export function mayHoldKeysOf(staff: Rights, other: Rights): boolean {
  if (staff.isInstallationAdministrator) return true;
  if (other.isInstallationAdministrator || other.roles.size === 0) return false;
  return [...other.roles.keys()].every((authorityId) => may(staff, "manage-people", authorityId));
}
