import type { Kysely } from "kysely";
import { findAuthority } from "../authority/authority-store.ts";
import { dateIn } from "../authority/calendar/zoned-time.ts";
import { findOffices } from "../authority/office-store.ts";
import type { Schema } from "../database/schema.ts";
import { factsInText } from "./facts-in-text.ts";
import { keepReadings, takeUnread } from "./reading-store.ts";

const itemsAtOnce = 200;

/**
 * Reads what the words of new and corrected items say, of every authority, until none is left; see facts-in-text.ts. An
 * item is on the board before it was read, and found by its fields alone.
 */
export async function readItems({
  db,
  stopping,
}: {
  db: Kysely<Schema>;
  stopping?: AbortSignal;
}): Promise<void> {
  while (!stopping?.aborted && (await readSome(db)) > 0);
}

/** @returns how many were read */
async function readSome(db: Kysely<Schema>): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    const items = await takeUnread(trx, itemsAtOnce);
    const [first] = items;
    if (!first) return 0;
    const { authorityId } = first;
    const [authority, offices] = [await findAuthority(trx, authorityId), await findOffices(trx, authorityId)];
    const timeZone = authority?.settings.timeZone ?? "Europe/Rome";
    const names = offices.filter(({ isStopped }) => !isStopped).map(({ name }) => name);
    const readings = items.map((item) => ({
      id: item.id,
      reading: factsInText(item, dateIn(item.shownAt, timeZone), names),
    }));
    await keepReadings(trx, authorityId, readings);
    return items.length;
  });
}
