import process from "node:process";
import { readConfig } from "../../src/config.ts";
import { openInstallation } from "../../src/installation.ts";
import { startWorker } from "../../src/jobs/worker.ts";
import type { Moment } from "../../src/publishing/publish-tools.ts";
import type { Doom, Orders } from "./product.ts";

/**
 * The product's worker as a process of its own, which can be told at which moment to die, or to wait while its
 * database is killed. `argv[2]` is JSON: see Orders in product.ts.
 */
const { doom, clip }: Orders = JSON.parse(process.argv[2] ?? "{}");
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name.startsWith("BACHECA_") || name === "DATABASE_URL"),
);

const installation = await openInstallation(readConfig(environment));
const { db } = installation.database;
const queue = await installation.queue();
let seen = 0;
const worker = await startWorker({
  publish: {
    ...installation,
    db,
    queue,
    clip,
    chance: Math.random,
    reached: doom && ((moment) => reached(doom, moment)),
  },
  queue,
  http: installation.http,
  mail: installation.mail,
  sweepMs: installation.config.sweepMs,
});
process.send?.({ ready: true });

async function reached(fate: Doom, moment: Moment): Promise<void> {
  if (moment !== fate.at) return;
  seen += 1;
  if (seen !== fate.nth) return;
  if (fate.end === "self") process.kill(process.pid, "SIGKILL");
  const killed = new Promise((resolve) => process.once("message", resolve));
  process.send?.({ killDatabase: true });
  await killed;
}

async function stop(): Promise<void> {
  await worker.stop();
  await installation.close();
  process.exit(0);
}

process.on("SIGTERM", () => void stop());
process.on("disconnect", () => void stop());
