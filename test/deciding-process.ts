// A program for tests to kill: carries out the decisions of one account, says each moment it reaches on standard output,
// and stops for ever at the one it is told.
import { writeSync } from "node:fs";
import process from "node:process";
import type { ClientConfig } from "pg";
import { openChannels } from "../src/channels/registry.ts";
import { openPool } from "../src/database/pool.ts";
import { carryOutDecisions } from "../src/moderating/deciding/carry-out-decisions.ts";
import type { DecisionMoment, ModerateTools } from "../src/moderating/moderate-tools.ts";
import { silentLog } from "../src/platform/log.ts";
import { openHttpClient } from "../src/platform/open-http-client.ts";
import { openVault } from "../src/platform/vault.ts";
import type { AccountKey } from "../src/publishing/account-store.ts";
import { defaultPolicy } from "../src/publishing/policy.ts";

/** What the program is told, as JSON. */
export interface DecidingOrder {
  connection: ClientConfig;
  /** Hexadecimal. */
  key: string;
  account: AccountKey;
  /** How far its clock is ahead. */
  aheadMs: number;
  stopAt: DecisionMoment;
}

const order = JSON.parse(process.argv[2] ?? "{}") as DecidingOrder;
const clock = { now: () => new Date(Date.now() + order.aheadMs) };
const http = openHttpClient({ userAgent: "Bacheca/test" });
const tools: ModerateTools = {
  db: openPool(order.connection, 4, () => {}),
  channels: openChannels(http, clock),
  vault: openVault(Buffer.from(order.key, "hex")),
  clock,
  queue: { add: async () => {} },
  log: silentLog,
  policy: defaultPolicy,
  publicUrl: "https://bacheca.example",
  chance: () => 0.5,
  stopping: new AbortController().signal,
  async reached(moment) {
    // Synchronously, so that it is known to the parent whatever happens to us next.
    writeSync(1, `${moment}\n`);
    if (moment === order.stopAt) await new Promise((resolve) => setTimeout(resolve, 600_000));
  },
};
await carryOutDecisions(tools, order.account);
await http.close();
await tools.db.destroy();
