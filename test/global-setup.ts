import { randomBytes } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import process from "node:process";
import type pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../src/database/embedded/start-embedded.ts";
import { openByUrl } from "../src/database/engines/postgres.ts";
import { migrate } from "../src/database/migrate.ts";
import { clientConfig, openPool } from "../src/database/pool.ts";
import { command, inDatabase, type TestServer } from "./server.ts";
import { hastySettings, openRunDirectory, startByAddress } from "./test-servers.ts";

type Engine = "embedded" | "postgres";

/**
 * Servers are started when the first test file asks for one, once for the whole run: this process answers with where
 * they are. A run that touches no database pays nothing.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = openRunDirectory();
  const started = new Map<Engine, Promise<TestServer>>();
  const closers: (() => Promise<void>)[] = [];
  const server = (engine: Engine) => {
    const known = started.get(engine) ?? startEngine(engine, run.directory, closers);
    started.set(engine, known);
    return known;
  };
  const broker = createServer((request, response) => {
    server(request.url === "/postgres" ? "postgres" : "embedded").then(
      (found) => answer(response, 200, found),
      (error: Error) => answer(response, 500, { error: error.stack ?? error.message }),
    );
  });
  await new Promise<void>((resolve) => broker.listen(0, "127.0.0.1", resolve));
  const { port } = broker.address() as AddressInfo;
  project.provide("testServers", { broker: `http://127.0.0.1:${port}`, directory: run.directory });
  return async () => {
    broker.close();
    broker.closeAllConnections();
    for (const close of closers) await close();
    await run.close();
  };
}

async function startEngine(
  engine: Engine,
  runDirectory: string,
  closers: (() => Promise<void>)[],
): Promise<TestServer> {
  const template = `bacheca_template_${randomBytes(4).toString("hex")}`;
  if (engine === "embedded") {
    const dataDir = path.join(runDirectory, "embedded");
    const settings = { ...hastySettings, max_connections: "200" };
    const server = await startEmbedded({ dataDir, settings });
    closers.push(() => server.close());
    const admin = { ...server.connection, ssl: false, password: "" };
    await makeTemplate(admin, template);
    return { admin, template, serverVersion: server.version };
  }
  const given = process.env.BACHECA_TEST_DATABASE_URL;
  const url = given ?? (await startByAddress(runDirectory));
  const database = await openByUrl(url, 1, () => {});
  await database.close();
  const admin = { connectionString: url };
  await makeTemplate(admin, template);
  // On a server that outlives the run nothing of ours may stay.
  if (given !== undefined)
    closers.push(() => command(admin, `drop database if exists "${template}" with (force)`));
  return { admin, template, serverVersion: database.serverVersion };
}

async function makeTemplate(admin: pg.ClientConfig, template: string): Promise<void> {
  await command(admin, `create database "${template}" template template0 encoding 'UTF8'`);
  const db = openPool(clientConfig(inDatabase(admin, template)), 1, () => {});
  await migrate({ db });
  await db.destroy();
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
