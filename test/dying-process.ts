// A program for tests: does one kind of work and is killed by a signal it cannot see, right before its nth statement or
// right after it, before anything of what the statement gave is known. It ends with 0 where it has done all its work first.
import process from "node:process";
import type { KyselyPlugin } from "kysely";
import type { ClientConfig } from "pg";
import { openChannels } from "../src/channels/registry.ts";
import { fetchAttachments } from "../src/conversing/attachments/fetch-attachments.ts";
import { applyRetention } from "../src/conversing/retaining/apply-retention.ts";
import { openPool } from "../src/database/pool.ts";
import { deliverFeeds } from "../src/noticeboard/hub/deliver-feeds.ts";
import { silentLog } from "../src/platform/log.ts";
import { openHttpClient } from "../src/platform/open-http-client.ts";
import { openVault } from "../src/platform/vault.ts";
import { defaultPolicy } from "../src/publishing/policy.ts";

/** What the program is told, as JSON. */
export interface DyingOrder {
  connection: ClientConfig;
  work: "fetch-attachments" | "apply-retention" | "deliver-feeds";
  authorityId: string;
  /** Hexadecimal. */
  key: string;
  /** As its clock stands. */
  now: string;
  dieAt: { statement: number; side: "before" | "after" };
}

const order = JSON.parse(process.argv[2] ?? "{}") as DyingOrder;
const { statement, side } = order.dieAt;
let asked = 0;
let answered = 0;

function dieAt(count: number, here: DyingOrder["dieAt"]["side"]): void {
  if (count === statement && here === side) process.kill(process.pid, "SIGKILL");
}

const dying: KyselyPlugin = {
  transformQuery({ node }) {
    asked += 1;
    dieAt(asked, "before");
    return node;
  },
  async transformResult({ result }) {
    answered += 1;
    dieAt(answered, "after");
    return result;
  },
};

const clock = { now: () => new Date(order.now) };
const http = openHttpClient({ userAgent: "Bacheca/test", isPublic: () => true });
const common = {
  db: openPool(order.connection, 4, () => {}).withPlugin(dying),
  ...{ clock, http, log: silentLog, stopping: new AbortController().signal },
  vault: openVault(Buffer.from(order.key, "hex")),
};

switch (order.work) {
  case "fetch-attachments":
    await fetchAttachments({
      ...{ ...common, channels: openChannels(http, clock), policy: defaultPolicy },
      ...{ queue: { add: async () => {} }, chance: () => 0.5 },
    });
    break;
  case "apply-retention":
    await applyRetention(common, { authorityId: order.authorityId });
    break;
  case "deliver-feeds": {
    const content = { type: "application/rss+xml", body: "<rss/>", hub: "https://bacheca.example/hub" };
    const feeds = { write: async () => content, topics: async () => [] };
    await deliverFeeds({ ...common, hub: { mode: { kind: "own" }, feeds } });
  }
}
process.exit(0);
