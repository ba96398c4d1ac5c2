import { CallbackProbe } from "../sandbox/facebook/callback-probe.ts";
import { type FacebookSandbox, startFacebook } from "../sandbox/facebook/index.ts";
import { PAGE_SCOPES, PAGE_TASKS, PERSON_ID } from "../sandbox/facebook/seed.ts";
import { type ApplyTools, applyAuthority } from "../src/authority/apply-authority.ts";
import { type AuthorityFile, readAuthorityFile } from "../src/authority/authority-file.ts";
import { readApp } from "../src/channels/facebook-page/app.ts";
import { openChannels } from "../src/channels/registry.ts";
import { openHttpClient } from "../src/platform/open-http-client.ts";
import { type PretendParts, pretendParts } from "../src/web/pretend-parts.ts";
import { startWeb, type Web } from "../src/web/server.ts";
import { type TestDatabase, testDatabase } from "./databases.ts";

/** What a person does in Facebook's window. */
export interface Consent {
  /** The account whose button was pressed; absent: "another Page". */
  account?: string;
  pages?: string[];
  granted?: string[];
  decision?: "continue" | "cancel";
  as?: string;
}

export interface Answer {
  status: number;
  /** Where it ended, without the origin of the desk. */
  path: string;
  text: string;
}

/** One browser: keeps its cookies, follows redirects of the desk, remembers all it was shown. */
export interface Visit {
  get(address: string): Promise<Answer>;
  post(path: string, fields: Record<string, string | string[]>): Promise<Answer>;
  page(path: string): Promise<string>;
  /** Goes as far as Facebook's decision; gives the address that Facebook sends the browser back to. */
  returnAddress(consent: Consent): Promise<string>;
  logIn(consent: Consent): Promise<Answer>;
  /** Where it leads; the page itself where it is refused. */
  choose(path: string, pages: string[]): Promise<string>;
  cookies(): Map<string, string>;
  said(): string;
}

/** The desk over a pretend Facebook: one authority whose account waits for its Page, and another one. */
export interface AccountsWorld {
  database: TestDatabase;
  facebook: FacebookSandbox;
  parts: PretendParts;
  web: Web;
  file: AuthorityFile;
  apply(file: AuthorityFile): ReturnType<typeof applyAuthority>;
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
  const note = (...said: unknown[]) => void lines.push(JSON.stringify(said));
  const parts: PretendParts = pretendParts(database, {}, new Date());
  Object.assign(parts, {
    channels: openChannels(http, parts.clock),
    publicUrl: new URL(probe.url).origin,
    log: { debug: note, info: note, warn: note, error: note },
  });
  const file = fileOf(facebook, parts);
  probe.verifyToken = String(readApp(appOf(facebook)).verifyToken);
  const web = await startWeb(parts, { port: 0 });
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
    web,
    file,
    apply: (wanted) => applyAuthority(tools, wanted),
    visit: (cookies = new Map()) => openVisit(web, facebook, cookies),
    async startOver() {
      facebook.reset();
      forgetLogins(facebook);
      await database.db.deleteFrom("authority").execute();
      await database.db
        .insertInto("authority")
        .values({ id: "pietrachiara", name: "Pietrachiara" })
        .execute();
      await world.apply(file);
      parts.jobs.length = 0;
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
    moveBy: (ms) => parts.setNow(new Date(parts.clock.now().getTime() + ms)),
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

function fileOf(facebook: FacebookSandbox, { channels }: PretendParts): AuthorityFile {
  const text = JSON.stringify({
    authority: { id: "valdilago", name: "Provincia di Valdilago" },
    apps: [{ channel, settings: appOf(facebook) }],
    accounts: [{ id: "pagina", channel, name: "La Pagina", settings: { pageId: facebook.seed.page.id } }],
  });
  const reading = readAuthorityFile(text, { channels, sourceKinds: ["feed"], folder: "/", environment: {} });
  if (reading.kind === "faults") throw new Error(JSON.stringify(reading.faults));
  return reading.file;
}

function openVisit(web: Web, facebook: FacebookSandbox, jar: Map<string, string>): Visit {
  const heard: string[] = [];
  async function ask(address: string, init: RequestInit = {}): Promise<Answer> {
    const url = new URL(address, web.origin);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(init.headers as Record<string, string>), ...(cookie && { cookie }) };
    const answer = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const set of answer.headers.getSetCookie()) keep(jar, set);
    const text = (await answer.text()).replace(/\s+/g, " ");
    const location = answer.headers.get("location");
    heard.push(location ?? "", text);
    return location
      ? await ask(location)
      : { status: answer.status, path: `${url.pathname}${url.search}`, text };
  }
  const post = (path: string, fields: Record<string, string | string[]>) =>
    ask(path, {
      method: "POST",
      headers: { origin: web.origin, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]) => each(name, [value].flat())),
      ).toString(),
    });
  const visit: Visit = {
    get: (address) => ask(address),
    post,
    page: async (path) => (await ask(path)).text,
    async returnAddress(consent) {
      const { text } = await post("/desk/accounts/valdilago/connect", {
        channel,
        ...(consent.account !== undefined && { account: consent.account }),
      });
      const address = /id="go"[^>]*href="([^"]+)"/.exec(text)?.[1]?.replaceAll("&amp;", "&");
      if (!address) throw new Error(text);
      return await decide(facebook, address, consent);
    },
    logIn: async (consent) => await visit.get(await visit.returnAddress(consent)),
    async choose(path, pages) {
      const end = await post(path, { page: pages });
      return end.status === 200 ? end.path : end.text;
    },
    cookies: () => new Map(jar),
    said: () => heard.join("\n"),
  };
  return visit;
}

function keep(jar: Map<string, string>, header: string): void {
  const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
  if (/Max-Age=0\b/.test(header)) jar.delete(name);
  else jar.set(name, value);
}

/** The dialog as a person ends it; gives where the browser is sent. */
async function decide(facebook: FacebookSandbox, address: string, consent: Consent): Promise<string> {
  const shown = await fetch(address);
  if (shown.status !== 200) throw new Error(`the dialog was not shown: ${shown.status}`);
  const asked = [...new URL(address).searchParams];
  const carried = asked.filter(([name]) => ["client_id", "redirect_uri", "state", "scope"].includes(name));
  const body = new URLSearchParams([
    ...carried,
    ["as", consent.as ?? "giulia"],
    ["decision", consent.decision ?? "continue"],
    ...each("granted", consent.granted ?? PAGE_SCOPES),
    ...each("pages", consent.pages ?? []),
  ]);
  const answer = await fetch(`${facebook.origin}/_login`, { method: "POST", body, redirect: "manual" });
  return answer.headers.get("location") ?? "";
}

function each(name: string, values: readonly string[]): [string, string][] {
  return values.map((value) => [name, value]);
}

/** As text, so that whatever is written into one can be looked for; what is sealed is bytes and stays out. */
async function columnsOf({ db }: TestDatabase): Promise<string> {
  const tables = ["account", "network_app", "login", "authority"] as const;
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows, (_key, value) =>
    value?.type === "Buffer" ? Buffer.from(value.data).toString("latin1") : value,
  );
}
