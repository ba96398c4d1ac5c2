import type { Kysely } from "kysely";
import type { Authority } from "../../authority/authority-store.ts";
import { dateIn, endOfDate } from "../../authority/calendar/zoned-time.ts";
import { findInbox } from "../../conversing/inbox/inbox-store.ts";
import type { Schema } from "../../database/schema.ts";
import { readRaid } from "../../moderating/raiding/read-raid.ts";
import type { Answering } from "./answering.ts";
import { countAnswering, findOpenAlerts } from "./answering-store.ts";

/** Whoever has more looks at the first ones and at the figure. */
const alertsMost = 20;
const waitersMost = 5;

/** For those who may answer here: what must be taken on, and who waits. */
export async function readAnswering(db: Kysely<Schema>, authority: Authority, now: Date): Promise<Answering> {
  const { id, settings } = authority;
  const { timeZone } = settings;
  const dayEndsAt = endOfDate(dateIn(now, timeZone), timeZone);
  const [open, counts, waiters, raid] = await Promise.all([
    findOpenAlerts(db, id, alertsMost),
    countAnswering(db, id, { now, dayEndsAt }),
    findInbox(db, id, { states: ["new", "waiting-for-us"] }, { now, most: waitersMost }),
    readRaid(db, authority, now),
  ]);
  return { ...open, counts, waiters, raid };
}
