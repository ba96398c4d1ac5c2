import process from "node:process";
import { openPool } from "../src/database/pool.ts";
import type { MailServer } from "../src/mailing/mail-server.ts";
import type { MailMoment } from "../src/mailing/mail-tools.ts";
import { openMailSender } from "../src/mailing/open-mail-sender.ts";
import { sendMail } from "../src/mailing/send-mail.ts";
import { systemClock } from "../src/platform/clock.ts";
import { silentLog } from "../src/platform/log.ts";
import { openVault } from "../src/platform/vault.ts";

/** Sends what is due, and is killed at one moment of it. `argv[2]` is JSON. */
export interface MailOrders {
  connection: object;
  server: MailServer;
  dieAt: MailMoment;
}

const { connection, server, dieAt }: MailOrders = JSON.parse(process.argv[2] ?? "{}");

await sendMail({
  db: openPool(connection, 2, () => {}),
  clock: systemClock,
  log: silentLog,
  vault: openVault(Buffer.alloc(32, 7)),
  sender: openMailSender(server),
  publicUrl: "https://bacheca.example",
  chance: Math.random,
  stopping: new AbortController().signal,
  async reached(moment) {
    if (moment !== dieAt) return;
    process.kill(process.pid, "SIGKILL");
    await new Promise(() => {});
  },
});
process.exit(0);
