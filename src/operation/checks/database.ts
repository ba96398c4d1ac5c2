import { statfs } from "node:fs/promises";
import { sql } from "kysely";
import { pendingMigrations } from "../../database/migrate.ts";
import type { Installation } from "../../installation.ts";
import type { Check } from "./check.ts";

const mebibyte = 1024 ** 2;
/** Below the first PostgreSQL may stop within hours, below the second somebody should look this week. */
const freeFaultBytes = 256 * mebibyte;
const freeWarningBytes = 2048 * mebibyte;

/** Which engine answers, at which version, how large, and whether this program's migrations are in it. */
export async function examineDatabase({ database }: Installation): Promise<Check[]> {
  const pending = await pendingMigrations(database);
  const { rows } = await sql<{ bytes: string }>`select pg_database_size(current_database()) as bytes`.execute(
    database.db,
  );
  const facts = {
    engine: database.engine,
    version: database.serverVersion,
    size: inMebibytes(Number(rows[0]?.bytes ?? 0)),
    pending: pending.join(", "),
  };
  return [
    pending.length === 0
      ? { part: "database", state: "ok", code: "database-ok", facts }
      : { part: "database", state: "fault", code: "database-pending", facts },
  ];
}

/** Room left where the embedded database writes; of a server by address its own keeper knows. */
export async function examineDisk({ database, config }: Installation): Promise<Check[]> {
  if (database.engine !== "embedded") return [];
  const { rows } = await sql<{ data_directory: string }>`show data_directory`.execute(database.db);
  const directory = rows[0]?.data_directory ?? config.dataDir;
  try {
    const { bavail, bsize } = await statfs(directory);
    return [judgeDisk(directory, bavail * bsize)];
  } catch (error) {
    const facts = { directory, detail: (error as NodeJS.ErrnoException).code ?? String(error) };
    return [{ part: "disk", state: "warning", code: "disk-unknown", facts }];
  }
}

/** What so much room means. */
export function judgeDisk(directory: string, freeBytes: number): Check {
  const facts = { directory, free: inMebibytes(freeBytes) };
  if (freeBytes >= freeWarningBytes) return { part: "disk", state: "ok", code: "disk-ok", facts };
  const state = freeBytes < freeFaultBytes ? "fault" : "warning";
  return { part: "disk", state, code: "disk-low", facts };
}

function inMebibytes(bytes: number): string {
  return String(Math.round(bytes / mebibyte));
}
