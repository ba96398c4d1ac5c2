import type { Person } from "./community/people.ts";
import type { AppSeed } from "./seed.ts";

/**
 * Whether an app may see who somebody is, or hear from them, under a permission: people with a role on it always, the
 * public only in Live mode and with Advanced Access for that permission (section 3.8).
 */
export function knows(app: AppSeed, person: Person | undefined, permission: string): boolean {
  if (person === undefined || person.role !== undefined) return true;
  if (app.development) return false;
  const { advancedAccess = "all" } = app;
  return advancedAccess === "all" || advancedAccess.includes(permission);
}
