import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type FacebookSandbox, type PageSeed, startFacebook } from "../../sandbox/facebook/index.ts";
import { authoritySettings } from "../../src/authority/settings.ts";
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
  const facebook = await startFacebook({ scrape: false, readLagMs: options.readLagMs ?? 0 });
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
): Promise<Case> {
  const made = await makeAuthority(stage, pages);
  for (const pageId of made.pageIds) prepare(pageId);
  await plan(stage, made, perPage);
  return made;
}

export async function makeAuthority(stage: Grounds, pages: number): Promise<Case> {
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
    await addAccount(stage, authorityId, pageId, token);
  }
  return { authorityId, pageIds };
}

async function addAccount(stage: Grounds, authorityId: string, pageId: string, token: string): Promise<void> {
  const key = { authorityId, accountId: `p${pageId}` };
  await stage.installation.database.db
    .insertInto("account")
    .values({
      authority_id: authorityId,
      id: key.accountId,
      channel: "facebook-page",
      external_id: pageId,
      name: `Pagina ${pageId}`,
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

export interface Tally {
  planned: number;
  published: number;
  /** Posts beyond the first of their publication, as the truth log of the network has them. */
  doubled: number;
  /** Publications without a post that nothing will bring about and no person was told of. */
  lost: number;
  /** Not published, and shown with a reason. */
  stopped: { state: string; reason: string }[];
}

/** Compares what the product believes with what the pretend Facebook really has. */
export async function tally(stage: Stage, made: Case): Promise<Tally> {
  const { db } = stage.installation.database;
  const rows = await db
    .selectFrom("publication")
    .select(["marker", "state", "reason", "external_id"])
    .where("authority_id", "=", made.authorityId)
    .execute();
  const posts = made.pageIds.flatMap((pageId) => stage.facebook.posts(pageId));
  const count = new Map<string, string[]>();
  for (const post of posts) {
    const marker = /\/v\/([a-z0-9]+)/.exec(post.link ?? "")?.[1] ?? post.id;
    count.set(marker, [...(count.get(marker) ?? []), post.id]);
  }
  const result: Tally = { planned: rows.length, published: 0, doubled: 0, lost: 0, stopped: [] };
  for (const row of rows) {
    const live = count.get(row.marker) ?? [];
    result.doubled += Math.max(live.length - 1, 0);
    const believed = row.state === "published";
    if (believed && row.external_id && live.includes(row.external_id)) result.published += 1;
    else if (believed) result.lost += 1;
    else if (row.reason) result.stopped.push({ state: row.state, reason: row.reason });
    else result.lost += 1;
    count.delete(row.marker);
  }
  // A post that no publication knows of is one too many.
  for (const strangers of count.values()) result.doubled += strangers.length;
  return result;
}

/** Waits until every publication of the case is settled (published or refused), or nothing moves for `stillMs`. */
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

async function progress(stage: Stage, made: Case) {
  try {
    const rows = await stage.installation.database.db
      .selectFrom("publication")
      .select((eb) => ["state", eb.fn.countAll<string>().as("count"), eb.fn.sum<string>("looks").as("looks")])
      .where("authority_id", "=", made.authorityId)
      .groupBy("state")
      .orderBy("state")
      .execute();
    const open = rows.filter((row) => row.state !== "published" && row.state !== "refused");
    return { open: open.length, rows };
  } catch (error) {
    // The database may just have been killed; that is what we are here for.
    return { open: -1, error: String(error) };
  }
}
