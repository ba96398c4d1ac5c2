/** Codes of Node for a connection that cannot be made or has broken; ENOENT is a unix socket that is not there. */
const systemCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENOENT",
]);

/**
 * SQLSTATEs of a server that is going, coming or full: 57P01 admin_shutdown, 57P02 crash_shutdown, 57P03
 * cannot_connect_now, 57P05 idle_session_timeout, 53300 too_many_connections; 25006 read_only_sql_transaction is what
 * a connection still open to a demoted primary says. Class 08 is "connection exception".
 */
const serverCodes = /^(08...|57P01|57P02|57P03|57P05|53300|25006)$/;

/** node-postgres and its pool give these errors no code. */
const driverMessages = [
  /^Connection terminated/,
  /^Client has encountered a connection error and is not queryable/,
  /^timeout exceeded when trying to connect/,
  /^timeout expired$/,
  /^Client was closed and is not queryable/,
];

/**
 * Whether an error means that the database was not there (any more), so that the same work may be tried again later;
 * false for everything the database said about the work itself. Whether a commit that ended so took effect is unknown.
 */
export function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isConnectionError)) return true;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (typeof code === "string") {
    // A missing file elsewhere in the program is no matter of connections.
    if (code === "ENOENT" && syscall !== "connect") return false;
    if (systemCodes.has(code) || serverCodes.test(code)) return true;
  }
  if (driverMessages.some((message) => message.test(error.message))) return true;
  return error.cause !== undefined && isConnectionError(error.cause);
}

/** Whether the database (53100 disk_full) or this machine had no space left: a person has to make some. */
export function isDiskFullError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return code === "53100" || code === "ENOSPC" || code === "EDQUOT" || isDiskFullError(error.cause);
}
