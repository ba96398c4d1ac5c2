import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type FacebookSandbox, startFacebook } from "../../sandbox/facebook/index.ts";
import { officeCalendar } from "../../src/authority/calendar/office-calendar.ts";
import { writeOffice } from "../../src/authority/office-store.ts";
import { openChannels } from "../../src/channels/registry.ts";
import { readConfig } from "../../src/config.ts";
import { callbackAddress } from "../../src/conversing/callback-address.ts";
import type { ConverseTools } from "../../src/conversing/converse-tools.ts";
import { type Database, openDatabase } from "../../src/database/database.ts";
import { migrate } from "../../src/database/migrate.ts";
import type { Installation } from "../../src/installation.ts";
import { silentLog } from "../../src/platform/log.ts";
import { openHttpClient } from "../../src/platform/open-http-client.ts";
import { openVault, type Vault } from "../../src/platform/vault.ts";
import {
  type AccountKey,
  findAccount,
  forChannel,
  secretContext,
} from "../../src/publishing/account-store.ts";
import { defaultPolicy } from "../../src/publishing/policy.ts";
import { startWeb, type Web } from "../../src/web/server.ts";

/** The virtual moment, in unix milliseconds; product and pretend Facebook both live in it. */
export interface VirtualTime {
  ms: number;
}

/** One authority with one office and one Page, our address for webhooks, and a Facebook that people write on. */
export interface Town {
  time: VirtualTime;
  tools: ConverseTools;
  facebook: FacebookSandbox;
  database: Database;
  account: AccountKey;
  postId: string;
  close(): Promise<void>;
}

const channel = "facebook-page";
const authorityId = "valdilago";
const account = { authorityId, accountId: "pagina" };

/** The patron on a Tuesday, the two eves closed: an office before Christmas. */
const calendar = officeCalendar.parse({
  patrons: [{ name: "San Demetrio (inventato)", day: "22 dicembre" }],
  closures: [
    { reason: "ponte", from: "2026-12-24" },
    { reason: "ponte", from: "2026-12-31" },
  ],
  timetables: [
    {
      hours: Object.fromEntries(
        ["monday", "tuesday", "wednesday", "thursday", "friday"].map((one) => [
          one,
          ["08:30-12:30", "14:00-16:00"],
        ]),
      ),
    },
  ],
});

export async function openTown(time: VirtualTime): Promise<Town> {
  const home = mkdtempSync(path.join(tmpdir(), "bacheca-fortnight-"));
  const database = await openDatabase({ dataDir: path.join(home, "data") });
  await migrate(database);
  const facebook = await startFacebook({ scrape: false, now: () => time.ms });
  const { seed, world } = facebook;
  Object.assign(world.apps.get(seed.app.id) ?? {}, { humanAgent: true });
  const clock = { now: () => new Date(time.ms) };
  const http = openHttpClient({ userAgent: "Bacheca/bench" });
  const vault = openVault(randomBytes(32));
  const queue = { add: async () => {} };
  const parts = { db: database.db, channels: openChannels(http, clock), vault, clock, queue, log: silentLog };
  const stopping = new AbortController().signal;
  const tools: ConverseTools = { ...parts, policy: defaultPolicy, chance: Math.random, stopping };
  await settle(database, vault, facebook);
  const web = await openAddress(tools, database);
  await subscribe(tools, web.origin);
  const page = world.pages.get(seed.page.id);
  if (!page) throw new Error("the Page is gone");
  const postId = world.createPost({
    page,
    appId: "",
    authorId: page.id,
    message: "Offerte",
    published: true,
  }).id;
  return {
    time,
    tools,
    facebook,
    database,
    account,
    postId,
    async close() {
      await web.close();
      await facebook.close();
      await http.close();
      await database.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Where the pretend Facebook tells what happens. */
async function openAddress(
  { channels, clock, vault, policy }: ConverseTools,
  database: Database,
): Promise<Web> {
  const log = silentLog as Installation["log"];
  const queue = async () => ({ add: async () => {}, take: async () => {}, close: async () => {} });
  const parts = { config: readConfig({}), log, database, clock, vault, channels, policy, queue };
  return await startWeb({ ...parts, publicUrl: "https://bacheca.example" }, { port: 0 });
}

async function settle(database: Database, vault: Vault, facebook: FacebookSandbox): Promise<void> {
  const { db } = database;
  const settings = { promise: { warnings: ["last-day", { openHoursLeft: 2 }] } };
  await db
    .insertInto("authority")
    .values({ id: authorityId, name: "Provincia di Valdilago", settings: JSON.stringify(settings) })
    .execute();
  const contacts = { pec: "lavoro@pec.valdilago.example", telephone: "031 000000" };
  await writeOffice(db, authorityId, { id: "como", name: "CPI", isDefault: true, calendar, contacts });
  const { page, pageToken, app } = facebook.seed;
  const own = { pageId: page.id, graphUrl: facebook.origin, appId: app.id, humanAgent: true };
  await db
    .insertInto("account")
    .values({
      authority_id: authorityId,
      id: account.accountId,
      channel,
      external_id: page.id,
      name: page.name,
      settings: JSON.stringify({ ...own, allowPrivateAddress: true }),
      secrets: vault.seal(
        JSON.stringify({ token: pageToken, appSecret: app.secret }),
        secretContext(account),
      ),
    })
    .execute();
}

async function subscribe(tools: ConverseTools, origin: string): Promise<void> {
  const { listening } = tools.channels[channel] ?? {};
  const own = await findAccount(tools.db, account);
  if (!listening || !own) throw new Error("the channel does not listen");
  const opened = forChannel(own, tools.vault);
  const app = listening.appOf(opened.settings);
  if (!app) throw new Error("the account names no app");
  const done = await listening.subscribe(app, opened, callbackAddress(origin, { authorityId, channel }));
  if (done.kind !== "done") throw new Error(`not subscribed: ${done.kind}`);
}
