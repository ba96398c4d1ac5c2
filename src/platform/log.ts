import pino from "pino";

/** A line is a fixed sentence plus fields; never a token, an address with one, or the body of a message. */
export type Log = Pick<pino.Logger, "debug" | "info" | "warn" | "error">;

const censored = ["token", "access_token", "appSecret", "secret", "password", "authorization", "cookie"];

/** Structured lines (JSON) on standard error, so that commands can print their results on standard output. */
export function openLog(level: string): pino.Logger {
  const paths = censored.flatMap((name) => [name, `*.${name}`]);
  return pino({ level, base: undefined, redact: { paths, censor: "[secret]" } }, pino.destination(2));
}

/** For tests and commands that want silence. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
