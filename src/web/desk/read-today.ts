import type { Authority } from "../../authority/authority-store.ts";
import { addDays } from "../../authority/calendar/local-date.ts";
import { dateIn } from "../../authority/calendar/zoned-time.ts";
import { startOfDay } from "../../publishing/pace.ts";
import type { PublishingPolicy } from "../../publishing/policy.ts";
import { may, type Staff } from "../../staff/rights.ts";
import type { WebParts } from "../web-parts.ts";
import { readClosing } from "./closing-store.ts";
import { findAllowed } from "./find-allowed.ts";
import { readLatest } from "./latest-store.ts";
import { readAnswering } from "./read-answering.ts";
import { closingSoonDays, needsSomebody, type Today } from "./today.ts";
import { countToday, readAccounts, readSources, readStopped } from "./today-store.ts";

/** An installation may hold dozens of authorities: the fewer a page shows, the more it shows of each. */
const latestOfOne = 25;
const latestOfSeveral = 8;

/** Tried in vain for longer than this, a publication is worth a person's look. */
const lateAfterMs = 10 * 60_000;

/** What the Today page shows them: all their authorities, or the one asked for (none when none of theirs has that id). */
export async function readToday(
  parts: WebParts,
  staff: Staff,
  only: string | undefined,
): Promise<{ authorities: Authority[]; shown: Today[] }> {
  const authorities = await findAllowed(parts, staff, "see-desk");
  const chosen = only === undefined ? authorities : authorities.filter(({ id }) => id === only);
  const latestMost = chosen.length === 1 ? latestOfOne : latestOfSeveral;
  const shown: Today[] = [];
  // One after another: a page must not take all connections from those who publish.
  for (const authority of chosen) shown.push(await readOne(parts, staff, authority, latestMost));
  // Those who need somebody come first; among them, and among the others, the order stays.
  const now = parts.clock.now();
  shown.sort((a, b) => Number(needsSomebody(b, now)) - Number(needsSomebody(a, now)));
  return { authorities, shown };
}

async function readOne(
  parts: WebParts,
  staff: Staff,
  authority: Authority,
  latestMost: number,
): Promise<Today> {
  const { db } = parts.database;
  const now = parts.clock.now();
  const { id, settings } = authority;
  const since = {
    uncertainBefore: new Date(now.getTime() - searchedForMs(parts.policy)),
    lateBefore: new Date(now.getTime() - lateAfterMs),
  };
  const today = dateIn(now, settings.timeZone);
  const [counts, stopped, latest, sources, accounts, closing, answering] = await Promise.all([
    countToday(db, id, startOfDay(now, settings.timeZone)),
    readStopped(db, id, since),
    readLatest(db, id, latestMost),
    readSources(db, id),
    readAccounts(db, id),
    readClosing(db, id, { from: today, to: addDays(today, closingSoonDays) }),
    may(staff, "answer", id) ? readAnswering(db, authority, now) : undefined,
  ]);
  return { authority, counts, stopped, latest, sources, accounts, closing, answering };
}

/** By then all searches of the policy should have been made. */
function searchedForMs(policy: PublishingPolicy): number {
  return policy.lookAfterMs.reduce((sum, pause) => sum + pause, 0);
}
