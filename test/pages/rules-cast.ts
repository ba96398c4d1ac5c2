import type { Database } from "../../src/database/database.ts";
import { changeRules } from "../../src/moderating/ruling/change-rules.ts";
import { starterRules } from "../../src/moderating/starter-rules.ts";
import { addAuthority } from "../../src/web/test-rows.ts";
import { valdilago } from "../people.ts";
import { type SignedInStaff, signIn } from "../staff.ts";

/** Sunday in the morning; the rules of the cast hold from this day on. */
export const now = new Date("2026-11-29T09:00:00.000Z");

/** Valdilago with a rule that was changed, one to come and one that ends; and who may change them. */
export async function fillRules(database: Database): Promise<{ ferri: SignedInStaff }> {
  await addAuthority(database, valdilago.id, "Provincia di Valdilago");
  const ferri = await signIn(database, "head", valdilago.id, now);
  await database.db
    .updateTable("staff_member")
    .set({ name: "Dr Ferri" })
    .where("id", "=", ferri.id)
    .execute();
  const clock = (at: string) => ({ db: database.db, clock: { now: () => new Date(at) } });
  const key = { authorityId: valdilago.id, by: ferri.id };
  const [, personal, , , , offence] = starterRules;
  if (!personal || !offence) throw new Error("the starter set changed");
  await changeRules(clock("2026-11-20T09:00:00.000Z"), key, [
    { kind: "put", rule: { ...offence, mayActByItself: true }, validFrom: "2026-11-25", after: 1 },
    { kind: "put", rule: { ...personal, defaultAction: "none" }, validFrom: "2027-01-01", after: 1 },
    { kind: "withdraw", number: 8, validFrom: "2026-12-15", after: 1 },
  ]);
  return { ferri };
}
