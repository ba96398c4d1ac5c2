import { CallbackProbe } from "../sandbox/facebook/callback-probe.ts";
import { type FacebookSandbox, startFacebook } from "../sandbox/facebook/index.ts";
import { PAGE_TASKS, PERSON_ID } from "../sandbox/facebook/seed.ts";
import { type ApplyTools, applyAuthority } from "../src/authority/apply-authority.ts";
import { type AuthorityFile, readAuthorityFile } from "../src/authority/authority-file.ts";
import { readApp } from "../src/channels/facebook-page/app.ts";
import { openChannels } from "../src/channels/registry.ts";
import { readConfig } from "../src/config.ts";
import type { Queue } from "../src/jobs/queue.ts";
import type { HttpClient } from "../src/platform/http-client.ts";
import { openHttpClient } from "../src/platform/open-http-client.ts";
import { openVault } from "../src/platform/vault.ts";
import { defaultPolicy } from "../src/publishing/policy.ts";
import { startWeb, type Web } from "../src/web/server.ts";
import type { WebParts } from "../src/web/web-parts.ts";
import { type TestDatabase, testDatabase } from "./databases.ts";
import { openVisit, type Visit } from "./desk-visit.ts";
import { type TestClock, testClock } from "./publishing-world.ts";
import { type SignedInStaff, signIn } from "./staff.ts";

export { PAGE_SCOPES, PERSON_ID } from "../sandbox/facebook/seed.ts";

/** The desk over a pretend Facebook: one authority whose account waits for its Page, and another one. */
export interface AccountsWorld {
  database: TestDatabase;
  facebook: FacebookSandbox;
  parts: WebParts;
  /** What was put into the queue, as "name authority/account". */
  jobs: string[];
  web: Web;
  file: AuthorityFile;
  apply(file: AuthorityFile): ReturnType<typeof applyAuthority>;
  /** Who administers all of it, signed in; a visit is theirs. */
  sara: SignedInStaff;
  visit(cookies?: Map<string, string>): Visit;
  startOver(): Promise<void>;
  accounts(): Promise<string[]>;
  addForeignAccount(externalId: string): Promise<void>;
  moveBy(ms: number): void;
  logged(): string;
  /** Everything in the tables that is not sealed. */
  everyColumn(): Promise<string>;
  close(): Promise<void>;
}

const channel = "facebook-page";

export async function openAccountsWorld(): Promise<AccountsWorld> {
  const database = await testDatabase();
  const facebook = await startFacebook({ scrape: false });
  const probe = await CallbackProbe.start();
  const http = openHttpClient({ userAgent: "Bacheca/test" });
  const lines: string[] = [];
  const jobs: string[] = [];
  const clock = testClock();
  const parts = partsOf(database, http, clock, jobs, lines, new URL(probe.url).origin);
  const file = fileOf(facebook, parts);
  probe.verifyToken = String(readApp(appOf(facebook)).verifyToken);
  const web = await startWeb(parts, { port: 0 });
  const sara = await signIn(database, "installation", undefined, clock.now());
  const tools: ApplyTools = {
    db: database.db,
    queue: { add: async () => {} },
    vault: parts.vault,
    clock: parts.clock,
  };
  const world: AccountsWorld = {
    database,
    facebook,
    parts,
    jobs,
    web,
    file,
    apply: (wanted) => applyAuthority(tools, wanted),
    sara,
    visit: (cookies = new Map()) =>
      openVisit(web, facebook, new Map([["bacheca-session", sara.token], ...cookies])),
    async startOver() {
      facebook.reset();
      forgetLogins(facebook);
      await database.db.deleteFrom("authority").execute();
      await database.db
        .insertInto("authority")
        .values({ id: "pietrachiara", name: "Pietrachiara" })
        .execute();
      await world.apply(file);
      jobs.length = 0;
      lines.length = 0;
    },
    async accounts() {
      const rows = await database.db.selectFrom("account").select("id").orderBy("id").execute();
      return rows.map(({ id }) => id);
    },
    async addForeignAccount(externalId) {
      const values = {
        authority_id: "pietrachiara",
        id: "loro",
        channel,
        external_id: externalId,
        name: "Loro",
      };
      await database.db.insertInto("account").values(values).execute();
    },
    moveBy: clock.moveBy,
    logged: () => lines.join("\n"),
    everyColumn: () => columnsOf(database),
    async close() {
      await web.close();
      await http.close();
      await probe.close();
      await facebook.close();
      await database.close();
    },
  };
  return world;
}

function partsOf(
  database: TestDatabase,
  http: HttpClient,
  clock: TestClock,
  jobs: string[],
  lines: string[],
  publicUrl: string,
): WebParts {
  const note = (...said: unknown[]) => void lines.push(JSON.stringify(said));
  const log = { debug: note, info: note, warn: note, error: note } as unknown as WebParts["log"];
  const queue: Queue = {
    async add(_writer, name, payload) {
      jobs.push(`${name} ${Object.values(payload).join("/")}`);
    },
    async take() {},
    async close() {},
  };
  const vault = openVault(Buffer.alloc(32, 7));
  const channels = openChannels(http, clock);
  const common = { config: readConfig({}), log, clock, database, vault, channels, publicUrl };
  return { ...common, policy: defaultPolicy, queue: async () => queue };
}

/** The sandbox keeps what was agreed with it: tokens given, subscriptions, tasks. */
function forgetLogins({ seed, world, webhooks }: FacebookSandbox): void {
  const ofSeed: unknown[] = Object.values(seed);
  for (const { value, kind } of [...world.tokens.values()]) {
    if (kind !== "APP" && !ofSeed.includes(value)) world.tokens.delete(value);
  }
  for (const page of world.pages.values()) {
    webhooks.subscriptions.unsubscribePage(page.id, seed.app.id);
    world.setTasks(page, PERSON_ID, PAGE_TASKS);
  }
}

function appOf(facebook: FacebookSandbox): Record<string, unknown> {
  const { id, secret } = facebook.seed.app;
  const here = { graphUrl: facebook.origin, loginUrl: facebook.origin, allowPrivateAddress: true };
  return { appId: id, appSecret: secret, ...here };
}

function fileOf(facebook: FacebookSandbox, { channels }: WebParts): AuthorityFile {
  const text = JSON.stringify({
    authority: { id: "valdilago", name: "Provincia di Valdilago" },
    apps: [{ channel, settings: appOf(facebook) }],
    accounts: [{ id: "pagina", channel, name: "La Pagina", settings: { pageId: facebook.seed.page.id } }],
  });
  const reading = readAuthorityFile(text, { channels, sourceKinds: ["feed"], folder: "/", environment: {} });
  if (reading.kind === "faults") throw new Error(JSON.stringify(reading.faults));
  return reading.file;
}

/** As text, so that whatever is written into one can be looked for; what is sealed is bytes and stays out. */
async function columnsOf({ db }: TestDatabase): Promise<string> {
  const tables = ["account", "network_app", "login", "authority"] as const;
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows, (_key, value) =>
    value?.type === "Buffer" ? Buffer.from(value.data).toString("latin1") : value,
  );
}
