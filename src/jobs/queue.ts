import type { Kysely, Transaction } from "kysely";
import { fromKysely, PgBoss } from "pg-boss";
import type { Schema } from "../database/schema.ts";
import { type JobName, type JobPayload, jobs } from "./catalogue.ts";

/** Where a job is added: inside the caller's transaction, so that there is no row without its job nor the reverse. */
export type Writer = Transaction<Schema> | Kysely<Schema>;

/** The one queue. */
export interface Queue {
  add<Name extends JobName>(writer: Writer, name: Name, payload: JobPayload<Name>): Promise<void>;
  /** Starts taking jobs of this kind. The handler should return quickly: see runners.ts. */
  take<Name extends JobName>(name: Name, handler: (payload: JobPayload<Name>) => void): Promise<void>;
  /** Stops taking jobs; those taken are finished. */
  close(): Promise<void>;
}

export interface QueueOptions {
  /** As node-postgres understands it; the queue keeps its own few connections. */
  connection: object;
  log: (event: string, fields: object) => void;
}

const day = 24 * 60 * 60;

/** Opens the queue, making or upgrading its own schema ("pgboss") when needed. */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const boss = new PgBoss({
    ...options.connection,
    application_name: "bacheca queue",
    max: 3,
    schedule: false,
    useListenNotify: true,
    superviseIntervalSeconds: 30,
    monitorIntervalSeconds: 30,
    maintenanceIntervalSeconds: 600,
    monitorVacuum: false,
  });
  boss.on("error", (error) => options.log("queue trouble", { error: String(error) }));
  await boss.start();
  for (const name of Object.keys(jobs)) await ensureQueue(boss, name);

  return {
    async add(writer, name, payload) {
      await boss.send(name, jobs[name].parse(payload), { db: fromKysely(writer) });
    },
    async take(name, handler) {
      await boss.work(
        name,
        // Measured in pg-boss 12.35: with batchSize 1 a backlog advances by one job a poll, and the defaults starve.
        {
          batchSize: 20,
          burstWhenBatchFull: true,
          pollingIntervalSeconds: 0.5,
          notifyPollingIntervalSeconds: 2,
        },
        async (batch) => {
          for (const job of batch) {
            const payload = jobs[name].safeParse(job.data);
            if (payload.success) handler(payload.data as JobPayload<typeof name>);
            else options.log("a job of another release was dropped", { job: name, id: job.id });
          }
        },
      );
    },
    async close() {
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}

async function ensureQueue(boss: PgBoss, name: string): Promise<void> {
  const settings = { retryLimit: 1, expireInSeconds: 60, retentionSeconds: day, deleteAfterSeconds: 3600 };
  if (await boss.getQueue(name)) await boss.updateQueue(name, settings);
  else await boss.createQueue(name, { ...settings, notify: true });
}
