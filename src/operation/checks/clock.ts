import { sql } from "kysely";
import type { Installation } from "../../installation.ts";
import type { Check } from "./check.ts";

/** Leases are judged by the database's clock and moments by ours: a little apart is normal, a lot is not. */
const warningMs = 2_000;
const faultMs = 30_000;

/** How far the clock of this machine and that of the database are apart. */
export async function examineClock({ database, clock }: Installation): Promise<Check[]> {
  const before = clock.now().getTime();
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(database.db);
  const after = clock.now().getTime();
  const theirs = rows[0]?.now.getTime() ?? before;
  return [judgeClock(theirs - (before + after) / 2, (after - before) / 2)];
}

/** `offMs`: database minus this machine; `unsureMs`: half the time the question took. */
export function judgeClock(offMs: number, unsureMs: number): Check {
  const surelyMs = Math.max(Math.abs(offMs) - unsureMs, 0);
  const facts = { seconds: (offMs / 1000).toFixed(1) };
  if (surelyMs < warningMs) return { part: "clock", state: "ok", code: "clock-ok", facts };
  return { part: "clock", state: surelyMs < faultMs ? "warning" : "fault", code: "clock-off", facts };
}
