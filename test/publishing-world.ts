import { randomBytes } from "node:crypto";
import type { Insertable } from "kysely";
import { type FacebookSandbox, type FaultRequest, startFacebook } from "../sandbox/facebook/index.ts";
import { type AuthoritySettings, authoritySettings } from "../src/authority/settings.ts";
import { openChannels } from "../src/channels/registry.ts";
import type { Schema } from "../src/database/schema.ts";
import type { Queue } from "../src/jobs/queue.ts";
import type { Clock } from "../src/platform/clock.ts";
import { silentLog } from "../src/platform/log.ts";
import { openHttpClient } from "../src/platform/open-http-client.ts";
import { openVault, type Vault } from "../src/platform/vault.ts";
import { type AccountKey, secretContext } from "../src/publishing/account-store.ts";
import { planPublications } from "../src/publishing/plan-publications.ts";
import { defaultPolicy } from "../src/publishing/policy.ts";
import type { PublishTools } from "../src/publishing/publish-tools.ts";
import type { FoundItem } from "../src/watching/found-item.ts";
import { type Intake, type TakenItem, takeInItems } from "../src/watching/take-in-items.ts";
import { type EngineName, type TestDatabase, testDatabase } from "./databases.ts";

export type { FaultRequest };

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  moveBy(ms: number): void;
}

/** Starts at the real time, because the pretend Facebook lives in it. */
export function testClock(): TestClock {
  let offsetMs = 0;
  return {
    now: () => new Date(Date.now() + offsetMs),
    moveBy(ms) {
      offsetMs += ms;
    },
  };
}

/** A database, a pretend Facebook and one authority with one Page: what tests of the main job stand on. */
export interface World {
  database: TestDatabase;
  facebook: FacebookSandbox;
  clock: TestClock;
  /** By nobody of the staff. */
  tools: PublishTools & { by: string | null };
  vault: Vault;
  account: AccountKey;
  /** Names of jobs added, in order. */
  jobs: string[];
  queue: Pick<Queue, "add">;
  take(found: FoundItem[], how?: Partial<Intake>): Promise<TakenItem[]>;
  /** Takes items in and plans them on the Page. */
  publish(found: FoundItem[]): Promise<void>;
  publications(): Promise<{ state: string; reason: string | null; attempts: number; looks: number }[]>;
  close(): Promise<void>;
}

export const authorityId = "valdilago";

export async function openWorld(options: { engine?: EngineName } = {}): Promise<World> {
  const database = await testDatabase(options);
  const facebook = await startFacebook({ scrape: false });
  const clock = testClock();
  const http = openHttpClient({ userAgent: "Bacheca/test" });
  const vault = openVault(randomBytes(32));
  const account = { authorityId, accountId: "pagina" };
  const { db } = database;
  const jobs: string[] = [];
  const queue: Pick<Queue, "add"> = {
    async add(_writer, name) {
      jobs.push(name);
    },
  };
  await db.insertInto("authority").values({ id: authorityId, name: "Provincia di Valdilago" }).execute();
  await addSource(database, "portale");
  await addAccount(database, vault, facebook, account);
  const settings = authoritySettings.parse({});
  const take = (found: FoundItem[], how: Partial<Intake> = {}) =>
    takeIn(database, settings, clock, found, how);
  return {
    database,
    facebook,
    clock,
    vault,
    account,
    jobs,
    queue,
    tools: {
      by: null,
      db,
      channels: openChannels(http, clock),
      vault,
      clock,
      queue,
      log: silentLog,
      policy: defaultPolicy,
      publicUrl: "https://bacheca.example",
      chance: () => 0.5,
      stopping: new AbortController().signal,
    },
    take,
    async publish(found) {
      const taken = await take(found);
      const news = taken.filter((item) => item.outcome === "new");
      await db.transaction().execute(async (trx) => {
        await planPublications(trx, queue, authorityId, news, { now: clock.now() });
      });
    },
    publications: () =>
      db
        .selectFrom("publication")
        .select(["state", "reason", "attempts", "looks"])
        .orderBy("position")
        .execute(),
    async close() {
      await http.close();
      await facebook.close();
      await database.close();
    },
  };
}

/** Further sources and authorities for tests of isolation. */
export async function addSource(database: TestDatabase, id: string, authority = authorityId): Promise<void> {
  await database.db
    .insertInto("source")
    .values({ authority_id: authority, id, kind: "push", name: id })
    .execute();
}

/** A source that is looked at, "feed", as far along as `values` says. */
export async function addFeed(world: World, values: Partial<Insertable<Schema["source"]>>): Promise<void> {
  await world.database.db
    .insertInto("source")
    .values({
      authority_id: authorityId,
      id: "feed",
      kind: "feed",
      name: "F",
      url: "https://p.example/f",
      ...values,
    })
    .execute();
}

async function addAccount(
  database: TestDatabase,
  vault: Vault,
  facebook: FacebookSandbox,
  key: AccountKey,
): Promise<void> {
  const { page, pageToken, app } = facebook.seed;
  const settings = { pageId: page.id, graphUrl: facebook.origin, appId: app.id, allowPrivateAddress: true };
  const secrets = JSON.stringify({ token: pageToken, appSecret: app.secret });
  await database.db
    .insertInto("account")
    .values({
      authority_id: key.authorityId,
      id: key.accountId,
      channel: "facebook-page",
      external_id: page.id,
      name: page.name,
      settings: JSON.stringify(settings),
      secrets: vault.seal(secrets, secretContext(key)),
    })
    .execute();
}

async function takeIn(
  database: TestDatabase,
  settings: AuthoritySettings,
  clock: Clock,
  found: FoundItem[],
  how: Partial<Intake>,
): Promise<TakenItem[]> {
  return await database.db.transaction().execute((trx) =>
    takeInItems(trx, found, {
      authorityId,
      sourceId: "portale",
      settings,
      defaultKind: "offer",
      publishNewest: "all",
      order: "by-date",
      now: clock.now(),
      ...how,
    }),
  );
}

/** An offer as a feed shows it. */
export function offer(name: string, more: Partial<FoundItem> = {}): FoundItem {
  return {
    id: name,
    title: `Offerta ${name}`,
    text: "Testo.",
    link: `https://portale.example/${name}`,
    ...more,
  };
}
