// A program for tests to kill: opens the embedded database of a data directory and commits rows as fast as it can,
// saying each number on standard output after its commit was acknowledged. Ends well on SIGTERM.
import { writeSync } from "node:fs";
import process from "node:process";
import pg from "pg";
import { startEmbedded } from "../src/database/embedded/start-embedded.ts";

const [dataDir = "", mode = "commit"] = process.argv.slice(2);
let asked = false;
process.on("SIGTERM", () => {
  asked = true;
});

// Synchronously, so that what was acknowledged is known to the parent whatever happens to us next.
const say = (word: string) => writeSync(1, `${word}\n`);

// Commits must be as durable as in earnest; a process that only waits need not keep the disk busy.
const settings: Record<string, string> = mode === "commit" ? {} : { fsync: "off" };
const server = await startEmbedded({ dataDir, settings });
say(`up ${server.postmasterPid()}`);
if (mode === "commit") await commitRows();
while (!asked) await new Promise((resolve) => setTimeout(resolve, 10));
await server.close();
say("closed");

async function commitRows(): Promise<void> {
  const client = new pg.Client(server.connection);
  await client.connect();
  await client.query("create table if not exists acknowledged (n bigint generated always as identity)");
  while (!asked) {
    const { rows } = await client.query<{ n: string }>("insert into acknowledged default values returning n");
    say(String(rows[0]?.n));
  }
  await client.end();
}
