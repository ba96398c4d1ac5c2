import pg from "pg";

/** What a test file needs to make itself a database on a server of this run. */
export interface TestServer {
  /** A database one may always connect to, for `create database`. */
  admin: pg.ClientConfig;
  /** The migrated database to copy. */
  template: string;
  serverVersion: string;
}

/** The same server, another database. */
export function inDatabase(admin: pg.ClientConfig, database: string): pg.ClientConfig {
  if (admin.connectionString === undefined) return { ...admin, database };
  const url = new URL(admin.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
}

/** One statement on a connection of its own. */
export async function command(where: pg.ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client(where);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
