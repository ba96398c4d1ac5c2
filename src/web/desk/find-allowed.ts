import { type Authority, findAuthorities } from "../../authority/authority-store.ts";
import { type Act, may, type Staff } from "../../staff/rights.ts";
import type { WebParts } from "../web-parts.ts";

/** The authorities in which somebody may do this: of all others nothing is shown. */
export async function findAllowed(
  { database }: Pick<WebParts, "database">,
  staff: Staff,
  act: Act,
): Promise<Authority[]> {
  const all = await findAuthorities(database.db);
  return all.filter(({ id }) => may(staff, act, id));
}
