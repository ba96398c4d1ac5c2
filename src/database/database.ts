import { openEmbedded } from "./engines/embedded.ts";
import type { Database } from "./engines/engine.ts";
import { openByUrl } from "./engines/postgres.ts";
import type { Log } from "./pool.ts";

export { isConnectionError, isDiskFullError } from "./connection-error.ts";
export { DatabaseProblem } from "./database-problem.ts";
export type { Database } from "./engines/engine.ts";

export interface DatabaseSettings {
  /** postgres://… of a server that is somebody else's care; without it the embedded one runs in `dataDir`. */
  url?: string;
  dataDir: string;
  poolMax?: number;
  log?: Log;
}

// Each connection costs the server some 4 MB, and on two processors six carry no fewer publications than ten
// (bench/throughput.ts).
const poolMaxByDefault = 6;

/**
 * Opens the database the settings name, without looking at its tables: see migrate.ts.
 *
 * Throws DatabaseProblem with words for people.
 */
export function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const log = settings.log ?? (() => {});
  const poolMax = settings.poolMax ?? poolMaxByDefault;
  if (settings.url !== undefined) return openByUrl(settings.url, poolMax, log);
  return openEmbedded(settings.dataDir, poolMax, log);
}
