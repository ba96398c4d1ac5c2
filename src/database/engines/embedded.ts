import { startEmbedded } from "../embedded/start-embedded.ts";
import { clientConfig, type Log, openPool } from "../pool.ts";
import type { Database } from "./engine.ts";

/** Our own server on a unix socket, in the data directory. */
export async function openEmbedded(dataDir: string, poolMax: number, log: Log): Promise<Database> {
  const server = await startEmbedded({ dataDir, log });
  // ssl and password are named so that PGSSLMODE and PGPASSWORD of the environment have no say.
  const connection = clientConfig({ ...server.connection, ssl: false, password: "" });
  const db = openPool(connection, poolMax, log);
  let closing: Promise<void> | undefined;
  const close = async () => {
    await db.destroy();
    await server.close();
  };
  return {
    engine: "embedded",
    db,
    connection,
    serverVersion: server.version,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
