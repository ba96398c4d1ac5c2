import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { readConfig } from "../../src/config.ts";
import { openInstallation } from "../../src/installation.ts";
import { type DatabaseServer, type Engine, openServer } from "../stage/database-server.ts";
import { processorMs } from "../stage/processor-time.ts";
import { startProduct } from "../stage/product.ts";
import type { RemoteFacebook } from "../stage/remote-facebook.ts";
import { type Case, environmentOf, type Grounds, makeAuthority, plan } from "../stage/stage.ts";

/** A database with the product's tables, and what is needed to plan on it. */
export interface Plant extends Grounds {
  engine: Engine;
  server: DatabaseServer;
  environment: Record<string, string>;
  facebook: RemoteFacebook;
  close(): Promise<void>;
}

export async function openPlant(engine: Engine, facebook: RemoteFacebook): Promise<Plant> {
  const server = await openServer(engine);
  const environment = environmentOf(server, 1);
  const installation = await openInstallation(readConfig(environment));
  const queue = await installation.queue();
  return {
    engine,
    server,
    environment,
    facebook,
    installation,
    queue,
    async close() {
      await installation.close();
      await server.close();
    },
  };
}

export interface ProductReport {
  /** From the commit of the plan until every publication is settled. */
  tookMs: number;
  workerMs: number;
  databaseMs: number;
  doubled: number;
  lost: number;
  /** Transactions the database committed meanwhile. */
  commits: number;
}

const patienceMs = 120_000;
const warmUpCount = 200;

/** Workers first, then the plan in one transaction: so neither their start nor the planning is in the figure. */
export async function runProduct(
  plant: Plant,
  load: { workers: number; pages: number; perPage: number },
): Promise<ProductReport> {
  await plant.facebook.forget();
  const made = await makeAuthority(plant, load.pages);
  const { environment } = plant;
  const workers = await Promise.all(
    Array.from({ length: load.workers }, () => startProduct({ environment })),
  );
  const pids = workers.map((worker) => worker.pid);
  try {
    if (!workers.every((worker) => worker.isRunning())) throw new Error("a worker did not start");
    await warmUp(plant, load.pages);
    await plan(plant, made, load.perPage);
    const startedAt = performance.now();
    const before = await read(plant, pids);
    await untilAllSettled(plant, made, load.pages * load.perPage);
    const tookMs = performance.now() - startedAt;
    const after = await read(plant, pids);
    const { posts, distinct } = await plant.facebook.judge();
    return {
      tookMs,
      workerMs: after.workerMs - before.workerMs,
      databaseMs: after.databaseMs - before.databaseMs,
      commits: after.commits - before.commits,
      doubled: posts - distinct,
      lost: load.pages * load.perPage - distinct,
    };
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

/** A few on Pages of their own first: what a process pays once for compiling is no matter of throughput. */
async function warmUp(plant: Plant, pages: number): Promise<void> {
  const perPage = Math.ceil(warmUpCount / pages);
  const made = await makeAuthority(plant, pages);
  await plan(plant, made, perPage);
  await untilAllSettled(plant, made, perPage * pages);
  // As autovacuum does within the first minute. Without statistics all indexes that begin with the authority look alike
  // to the planner, and it takes one that reads every publication: 2 ms of the server for each instead of 0.7.
  await sql`analyze`.execute(plant.installation.database.db);
  await plant.facebook.forget();
}

async function read(plant: Plant, workerPids: number[]) {
  return {
    workerMs: processorMs(workerPids),
    databaseMs: processorMs(plant.server.pids()),
    commits: await commitsSoFar(plant),
  };
}

async function commitsSoFar(plant: Plant): Promise<number> {
  const { rows } = await sql<{ xact_commit: string }>`
    select xact_commit from pg_stat_database where datname = current_database()`.execute(
    plant.installation.database.db,
  );
  return Number(rows[0]?.xact_commit ?? 0);
}

/** The network is asked first: a question to the database every few milliseconds would be part of the load. */
async function untilAllSettled(plant: Plant, made: Case, total: number): Promise<void> {
  const until = performance.now() + patienceMs;
  while ((await plant.facebook.count()) < total && performance.now() < until) await sleep(20);
  while ((await unsettled(plant, made)) > 0 && performance.now() < until) await sleep(10);
}

async function unsettled(plant: Plant, made: Case): Promise<number> {
  const { open } = await plant.installation.database.db
    .selectFrom("publication")
    .select((eb) => eb.fn.countAll<string>().as("open"))
    .where("authority_id", "=", made.authorityId)
    .where("state", "<>", "published")
    .executeTakeFirstOrThrow();
  return Number(open);
}
