import { randomUUID } from "node:crypto";
import { recordAct } from "../../auditing/record-act.ts";
import type { ModerateTools } from "../moderate-tools.ts";
import { raiseAlert } from "../recognising/alert-store.ts";
import { raidChange } from "./raid.ts";
import { beginRaid, endRaid, findRaidWatches, noteBreaches, type RaidWatch } from "./raid-store.ts";

/** Raises one alert for each raid, and ends raids that have calmed down. Steps are offered at the desk, never taken. */
export async function watchRaids(tools: Pick<ModerateTools, "db" | "clock" | "log">): Promise<void> {
  const now = tools.clock.now();
  for (const watch of await findRaidWatches(tools.db, now)) {
    const { authorityId, raidId, breaches } = watch;
    const change = raidChange(watch);
    if (change === "begins") await begin(tools, watch, now);
    else if (raidId !== null && change === "ends") await end(tools, { authorityId, raidId }, now);
    else if (raidId !== null) await noteBreaches(tools.db, { authorityId, raidId }, breaches);
  }
}

async function begin(
  { db, log }: Pick<ModerateTools, "db" | "log">,
  { authorityId, breaches }: RaidWatch,
  now: Date,
): Promise<void> {
  const id = randomUUID();
  await db.transaction().execute(async (trx) => {
    if (!(await beginRaid(trx, { authorityId, id, breaches, beganAt: now }))) return;
    await raiseAlert(trx, { authorityId, kind: "raid", subject: id }, now);
    await recordAct(trx, {
      authorityId,
      at: now,
      by: null,
      act: "raid-begun",
      subject: id,
      detail: { breaches },
    });
  });
  log.warn({ authorityId, breaches }, "many probable breaches within minutes");
}

async function end(
  { db }: Pick<ModerateTools, "db">,
  key: { authorityId: string; raidId: string },
  now: Date,
): Promise<void> {
  const { authorityId, raidId } = key;
  await db.transaction().execute(async (trx) => {
    if (!(await endRaid(trx, key, now))) return;
    await recordAct(trx, { authorityId, at: now, by: null, act: "raid-ended", subject: raidId });
  });
}
