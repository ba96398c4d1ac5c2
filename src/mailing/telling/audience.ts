import type { Act, Role } from "../../staff/rights.ts";
import { rights } from "../../staff/rights.ts";

/** Whom something is for. */
export type Audience =
  /** Whoever may do what is to be done. */
  | { may: Act }
  | "heads"
  /** Whoever took it on, while they are there; else those who answer. */
  | { assignee: string };

/** Somebody of an authority who can come in to see what they are told of. */
export interface Person {
  id: string;
  name: string;
  email: string;
  language: "it" | "en" | null;
  /** In the authority this is about. */
  roles: readonly Role[];
  isInstallationAdministrator: boolean;
  choice: MailChoice;
}

/** What a person wants to be written to about. Distress is told whatever they chose. */
export interface MailChoice {
  alerts: boolean;
  warnings: boolean;
  digest: boolean;
  /** On the clock of the authority. */
  digestHour: number;
}

export const usualChoice: MailChoice = { alerts: true, warnings: true, digest: true, digestHour: 8 };

/**
 * Those who are told: of the people it is for those who want to hear it. Where that is nobody, the heads, then the
 * administrators, then whoever administers the installation: what nobody hears is not done.
 */
export function listenersOf(
  audience: Audience,
  people: readonly Person[],
  wants: (person: Person) => boolean,
): Person[] {
  for (const level of levelsOf(audience)) {
    const those = people.filter((person) => level(person) && wants(person));
    if (those.length > 0) return those;
  }
  return [];
}

type Level = (person: Person) => boolean;

const inRole =
  (allowed: readonly Role[]): Level =>
  ({ roles }) =>
    roles.some((role) => allowed.includes(role));

function levelsOf(audience: Audience): Level[] {
  const last: Level[] = [
    inRole(["head"]),
    inRole(["administrator"]),
    ({ isInstallationAdministrator }) => isInstallationAdministrator,
  ];
  if (audience === "heads") return last;
  if ("may" in audience) return [inRole(rights[audience.may]), ...last];
  const answers = inRole(rights.answer);
  return [(person) => person.id === audience.assignee && answers(person), answers, ...last];
}
