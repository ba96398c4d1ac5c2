import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type FacebookSandbox, type PageSeed, startFacebook } from "../../sandbox/facebook/index.ts";
import { authoritySettings } from "../../src/authority/settings.ts";
import type { Format } from "../../src/channels/channel.ts";
import { readConfig } from "../../src/config.ts";
import { type Installation, openInstallation } from "../../src/installation.ts";
import type { Queue } from "../../src/jobs/queue.ts";
import { secretContext } from "../../src/publishing/account-store.ts";
import { planPublications } from "../../src/publishing/plan-publications.ts";
import type { FoundItem } from "../../src/watching/found-item.ts";
import { takeInItems } from "../../src/watching/take-in-items.ts";
import { type DatabaseServer, type Engine, openServer } from "./database-server.ts";

/** What is needed to set up authorities, Pages and items; the pretend Facebook may be in this process or another. */
export interface Grounds {
  facebook: { origin: string; addPage(page: PageSeed): unknown };
  installation: Installation;
  queue: Queue;
}

/** A pretend Facebook, a database, and the product's parts to fill it; worker processes are started by the bench. */
export interface Stage extends Grounds {
  server: DatabaseServer;
  facebook: FacebookSandbox;
  /** For worker processes. */
  environment: Record<string, string>;
  close(): Promise<void>;
}

export async function openStage(
  engine: Engine,
  options: { hurry: number; readLagMs?: number },
): Promise<Stage> {
  const server = await openServer(engine);
  // Films are worked on for two seconds there, which is no part of what benches look for.
  const media = { processingMs: 100 };
  const facebook = await startFacebook({ scrape: false, readLagMs: options.readLagMs ?? 0, media });
  const environment = environmentOf(server, options.hurry);
  const installation = await openInstallation(readConfig(environment));
  const queue = await installation.queue();
  return {
    server,
    facebook,
    installation,
    queue,
    environment,
    async close() {
      await installation.close();
      await facebook.close();
      await server.close();
    },
  };
}

/** Settings of the product's processes in a bench. */
export function environmentOf(server: DatabaseServer, hurry: number): Record<string, string> {
  return {
    ...server.environment,
    BACHECA_HURRY: String(hurry),
    BACHECA_SWEEP_MS: "50",
    BACHECA_LOG_LEVEL: process.env.BACHECA_LOG_LEVEL ?? "silent",
    BACHECA_PUBLIC_URL: "https://bacheca.example",
  };
}

/** One authority with Pages of its own and publications to make. */
export interface Case {
  authorityId: string;
  pageIds: string[];
}

let pageCount = 0;

/**
 * Sets a case up and plans `perPage` publications on each of `pages` Pages: "row written". `prepare` is called for each
 * Page before anything is planned.
 */
export async function planCase(
  stage: Stage,
  pages: number,
  perPage: number,
  prepare: (pageId: string) => void = () => {},
  formats: readonly Format[] = ["link-post"],
): Promise<Case> {
  const made = await makeAuthority(stage, pages, formats);
  for (const pageId of made.pageIds) prepare(pageId);
  await plan(stage, made, perPage);
  return made;
}

export async function makeAuthority(
  stage: Grounds,
  pages: number,
  formats: readonly Format[] = ["link-post"],
): Promise<Case> {
  const { db } = stage.installation.database;
  const authorityId = `a${randomBytes(5).toString("hex")}`;
  await db.insertInto("authority").values({ id: authorityId, name: "Provincia di Valdilago" }).execute();
  await db
    .insertInto("source")
    .values({ authority_id: authorityId, id: "push", kind: "push", name: "Push" })
    .execute();
  const pageIds: string[] = [];
  for (let i = 0; i < pages; i += 1) {
    pageCount += 1;
    const pageId = String(300_000_000_000_000 + pageCount);
    pageIds.push(pageId);
    const token = `EAAbench${pageId}`;
    await stage.facebook.addPage({ id: pageId, name: `Pagina ${pageCount}`, token });
    await addAccount(stage, authorityId, { pageId, token }, formats);
  }
  return { authorityId, pageIds };
}

async function addAccount(
  stage: Grounds,
  authorityId: string,
  { pageId, token }: { pageId: string; token: string },
  formats: readonly Format[],
): Promise<void> {
  const key = { authorityId, accountId: `p${pageId}` };
  await stage.installation.database.db
    .insertInto("account")
    .values({
      authority_id: authorityId,
      id: key.accountId,
      channel: "facebook-page",
      external_id: pageId,
      name: `Pagina ${pageId}`,
      formats: JSON.stringify(formats),
      settings: JSON.stringify({ pageId, graphUrl: stage.facebook.origin, allowPrivateAddress: true }),
      secrets: stage.installation.vault.seal(JSON.stringify({ token }), secretContext(key)),
    })
    .execute();
}

/** An item unlike any other. */
export function foundItem(): FoundItem {
  const id = randomBytes(8).toString("hex");
  return {
    id,
    title: `Offerta ${id}`,
    text: "Azienda della zona cerca due persone.",
    link: `https://portale.example/${id}`,
  };
}

/** Takes items in and plans them, as a push does: rows and jobs in one transaction. */
export async function plan(stage: Grounds, made: Case, count: number): Promise<void> {
  const items = Array.from({ length: count }, foundItem);
  const now = new Date();
  await stage.installation.database.db.transaction().execute(async (trx) => {
    const taken = await takeInItems(trx, items, {
      authorityId: made.authorityId,
      sourceId: "push",
      settings: authoritySettings.parse({}),
      defaultKind: "offer",
      publishNewest: "all",
      order: "as-given",
      now,
    });
    await planPublications(trx, stage.queue, made.authorityId, taken, { now });
  });
}

/** Waits until every publication of the case is settled and no wish is open, or nothing moves for `stillMs`. */
export async function untilSettled(stage: Stage, made: Case, stillMs: number): Promise<void> {
  let last = "";
  let since = performance.now();
  for (;;) {
    const view = await progress(stage, made);
    if (view.open === 0) return;
    const now = JSON.stringify(view);
    if (now !== last) since = performance.now();
    last = now;
    if (performance.now() - since > stillMs) return;
    await sleep(50);
  }
}

const settledStates = ["published", "refused", "removed"];

async function progress(stage: Stage, made: Case) {
  try {
    const rows = await stage.installation.database.db
      .selectFrom("publication")
      .select((eb) => ["state", eb.fn.countAll<string>().as("count"), eb.fn.sum<string>("looks").as("looks")])
      .where("authority_id", "=", made.authorityId)
      .groupBy("state")
      .orderBy("state")
      .execute();
    const wishes = await stage.installation.database.db
      .selectFrom("publication")
      .select((eb) => [
        eb.fn.countAll<string>().as("count"),
        eb.fn.sum<string>("amend_retries").as("retries"),
      ])
      .where("authority_id", "=", made.authorityId)
      .where("amend_next_at", "is not", null)
      .executeTakeFirstOrThrow();
    const open = rows.filter((row) => !settledStates.includes(row.state));
    return { open: open.length + Number(wishes.count), rows, wishes };
  } catch (error) {
    // The database may just have been killed; that is what we are here for.
    return { open: -1, error: String(error) };
  }
}
