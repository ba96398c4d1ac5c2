import { addLink } from "./link-store.ts";
import { hasAdministrator } from "./member-store.ts";
import type { StaffTools } from "./staff-tools.ts";

/**
 * While nobody administers the installation: the token of a link whose opener will. Undefined once somebody does. Links
 * of earlier starts, and of other processes, stay good for their day; the first that is used closes all.
 */
export async function offerFirstLink({
  db,
  clock,
}: Pick<StaffTools, "db" | "clock">): Promise<string | undefined> {
  if (await hasAdministrator(db)) return undefined;
  return await addLink(db, { purpose: "first", memberId: null, madeBy: null }, clock.now());
}
