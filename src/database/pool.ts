import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { KeepingClient } from "./kept-statement.ts";
import type { Schema } from "./schema.ts";

export type Log = (event: string, fields?: Record<string, unknown>) => void;

/** No statement of the product needs longer; migrations and backups lift the limit for themselves. */
const statementTimeoutMs = 30_000;
/** A transaction left open by a bug must not hold its locks for ever. */
const idleInTransactionTimeoutMs = 60_000;
const connectTimeoutMs = 10_000;

/**
 * Dates without a time (1082) and times without a zone (1114) stay text: node-postgres would make of them a moment in
 * the time zone of this machine. int8 and numeric stay text as well, timestamptz becomes a Date.
 */
const asText = new Set([1082, 1114]);
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    asText.has(oid) && format !== "binary"
      ? (value: string) => value
      : pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser,
};

/** How any client of ours introduces itself; what is put beside it says where. */
export function clientConfig(where: pg.ClientConfig): pg.ClientConfig {
  return {
    ...where,
    application_name: "bacheca",
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    // Text of dates in SQL must not depend on the server's settings.
    options: "-c timezone=UTC",
  };
}

/** A pool that outlives its server, under kysely. */
export function openPool(connection: pg.ClientConfig, poolMax: number, log: Log): Kysely<Schema> {
  const pool = new pg.Pool({
    ...connection,
    Client: KeepingClient,
    types,
    max: poolMax,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
  });
  const lost = (error: Error) => log("database connection lost", { reason: error.message });
  pool.on("error", lost);
  // The pool listens to idle clients only: one that dies between two statements of a transaction would otherwise
  // throw an unhandled "error" event and take the process with it.
  pool.on("connect", (client) => client.on("error", () => {}));
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
