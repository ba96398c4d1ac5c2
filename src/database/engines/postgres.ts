import { type Kysely, sql } from "kysely";
import { DatabaseProblem } from "../database-problem.ts";
import { clientConfig, type Log, openPool } from "../pool.ts";
import type { Schema } from "../schema.ts";
import type { Database } from "./engine.ts";

const oldestServerNumber = 150_000;

interface ServerFacts {
  version: string;
  number: number;
  encoding: string;
}

/** A PostgreSQL 15 or newer that somebody else runs. */
export async function openByUrl(url: string, poolMax: number, log: Log): Promise<Database> {
  const address = withoutPassword(url);
  const connection = clientConfig({ connectionString: url });
  const db = openPool(connection, poolMax, log);
  let closing: Promise<void> | undefined;
  try {
    const { version } = await ask(db, address);
    return {
      engine: "postgres",
      db,
      connection,
      serverVersion: version,
      close: () => {
        closing ??= db.destroy();
        return closing;
      },
    };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function ask(db: Kysely<Schema>, address: string): Promise<ServerFacts> {
  const facts = await readFacts(db).catch((error: unknown) => {
    throw asProblem(error, address);
  });
  if (facts.number < oldestServerNumber) {
    throw new DatabaseProblem("server-too-old", { address, version: facts.version });
  }
  if (facts.encoding !== "UTF8") throw new DatabaseProblem("not-utf8", { address, encoding: facts.encoding });
  return facts;
}

async function readFacts(db: Kysely<Schema>): Promise<ServerFacts> {
  const { rows } = await sql<ServerFacts>`
    select split_part(current_setting('server_version'), ' ', 1) as version,
           current_setting('server_version_num')::integer as number,
           current_setting('server_encoding') as encoding`.execute(db);
  const [facts] = rows;
  if (facts === undefined) throw new Error("the server gave no answer to a select");
  return facts;
}

function asProblem(error: unknown, address: string): DatabaseProblem {
  const { code = "", message } = error as { code?: string; message: string };
  // Class 28: invalid authorization; 3D000: no such database; 42501: not allowed to connect to it.
  const refused = code.startsWith("28") || code === "3D000" || code === "42501";
  // Node reports several refused addresses of one name in an error without a message of its own.
  const detail = message || code || String(error);
  return new DatabaseProblem(refused ? "login-refused" : "unreachable", { address, detail }, error);
}

/** The address fit for logs and messages. */
function withoutPassword(url: string): string {
  try {
    const { protocol, hostname, port, pathname } = new URL(url);
    if (!/^postgres(ql)?:$/.test(protocol)) throw new Error(`"${protocol}//" instead of "postgres://"`);
    return `${hostname || "localhost"}:${port || "5432"}${pathname}`;
  } catch (error) {
    throw new DatabaseProblem("bad-url", { detail: (error as Error).message });
  }
}
