import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import { officeCalendar } from "./calendar/office-calendar.ts";
import { type Office, officeContacts } from "./office.ts";

/** All offices an authority ever described, the stopped ones too: conversations may still count by their calendars. */
export async function findOffices(
  db: Kysely<Schema>,
  authorityId: string,
): Promise<(Office & { isStopped: boolean })[]> {
  const rows = await db
    .selectFrom("office")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    isDefault: row.is_default,
    calendar: officeCalendar.parse(row.calendar),
    contacts: officeContacts.parse(row.contacts),
    isStopped: row.stopped_at !== null,
  }));
}

/** A default office takes the place of the one before it. */
export async function writeOffice(db: Kysely<Schema>, authorityId: string, office: Office): Promise<void> {
  if (office.isDefault) {
    await db
      .updateTable("office")
      .set({ is_default: false })
      .where("authority_id", "=", authorityId)
      .where("id", "<>", office.id)
      .execute();
  }
  const row = {
    name: office.name,
    calendar: JSON.stringify(office.calendar),
    contacts: JSON.stringify(office.contacts),
    is_default: office.isDefault,
    stopped_at: null,
  };
  await db
    .insertInto("office")
    .values({ authority_id: authorityId, id: office.id, ...row })
    .onConflict((conflict) => conflict.columns(["authority_id", "id"]).doUpdateSet(row))
    .execute();
}

/** Stays readable for what was counted by it, and answers nothing new. */
export async function stopOffice(
  db: Kysely<Schema>,
  authorityId: string,
  id: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable("office")
    .set({ is_default: false, stopped_at: now })
    .where("authority_id", "=", authorityId)
    .where("id", "=", id)
    .execute();
}
