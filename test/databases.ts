import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { inject } from "vitest";
import type { Database } from "../src/database/database.ts";
import { clientConfig, openPool } from "../src/database/pool.ts";
import { command, inDatabase, type TestServer } from "./server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the broker of global-setup.ts, and the run's directory for files that must not stay behind. */
    testServers: { broker: string; directory: string };
  }
}

export type EngineName = Database["engine"];

/** A database of one test file's own; `close` drops it. */
export interface TestDatabase extends Database {
  name: string;
}

/**
 * Makes a database on a server of this run: a copy of the migrated template, or an empty one. Servers do not wait for
 * the disk, so durability is not to be judged here.
 *
 * The engine is `BACHECA_TEST_ENGINE`, else the embedded one.
 */
export async function testDatabase(
  options: { engine?: EngineName; empty?: boolean; poolMax?: number } = {},
): Promise<TestDatabase> {
  const engine = options.engine ?? engineNamed() ?? "embedded";
  const { admin, template, serverVersion } = await serverOf(engine);
  const name = `bacheca_test_${randomBytes(6).toString("hex")}`;
  const copied = options.empty === true ? "template0" : template;
  await command(admin, `create database "${name}" template "${copied}"`);
  const connection = clientConfig(inDatabase(admin, name));
  const db = openPool(connection, options.poolMax ?? 10, () => {});
  let closing: Promise<void> | undefined;
  const close = async () => {
    await db.destroy();
    await command(admin, `drop database "${name}" with (force)`);
  };
  return {
    name,
    engine,
    db,
    connection,
    serverVersion,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

/** The engines a conformance suite runs on: both, or the one named by `BACHECA_TEST_ENGINE`. */
export function enginesUnderTest(): EngineName[] {
  const named = engineNamed();
  return named === undefined ? ["embedded", "postgres"] : [named];
}

/** A path, nothing there yet, that goes away with the run, with any server left in it. */
export function testDirectory(): string {
  const parent = mkdtempSync(path.join(inject("testServers").directory, "data-"));
  // Started by root, the server runs as another user, who must get through.
  chmodSync(parent, 0o755);
  return path.join(parent, "d");
}

function engineNamed(): EngineName | undefined {
  const named = process.env.BACHECA_TEST_ENGINE;
  if (named === undefined || named === "") return undefined;
  if (named === "embedded" || named === "postgres") return named;
  throw new Error(`BACHECA_TEST_ENGINE is "${named}"; it can be embedded or postgres`);
}

async function serverOf(engine: EngineName): Promise<TestServer> {
  const response = await fetch(`${inject("testServers").broker}/${engine}`);
  const body = (await response.json()) as TestServer & { error?: string };
  if (body.error !== undefined) throw new Error(body.error);
  return body;
}
