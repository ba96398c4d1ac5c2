import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import { DatabaseProblem } from "../../database/database.ts";
import { pendingMigrations } from "../../database/migrate.ts";
import type { Handler, WebParts } from "../web-parts.ts";

type Readiness =
  | { status: "ready" }
  | { status: "not-ready"; reason: "stopping" | "database-away" | "not-migrated" | "database-unusable" };

// A database that hangs is as good as away; whoever asks does so every few seconds and waits no longer.
const patienceMs = 2_000;

/** Whether work can be given to this process: 200, or 503 with the reason. */
export function watchReadiness(parts: WebParts): { answer: Handler; beginStop(): void } {
  let isStopping = false;

  async function answer(_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const readiness: Readiness = isStopping
      ? { status: "not-ready", reason: "stopping" }
      : await askDatabase(parts);
    reply.header("cache-control", "no-store");
    if (readiness.status !== "ready") reply.code(503).header("retry-after", "5");
    return reply.send(readiness);
  }

  return {
    answer,
    beginStop() {
      isStopping = true;
    },
  };
}

async function askDatabase(parts: WebParts): Promise<Readiness> {
  const tooLate = new AbortController();
  const late = sleep(patienceMs, "late" as const, { signal: tooLate.signal }).catch(() => "late" as const);
  try {
    const pending = await Promise.race([pendingMigrations(parts.database), late]);
    if (pending === "late") return { status: "not-ready", reason: "database-away" };
    return pending.length === 0 ? { status: "ready" } : { status: "not-ready", reason: "not-migrated" };
  } catch (error) {
    // A newer program has migrated it, or a landed migration was changed: waiting does not help.
    const reason = error instanceof DatabaseProblem ? "database-unusable" : "database-away";
    parts.log.warn({ error: String(error) }, "not ready");
    return { status: "not-ready", reason };
  } finally {
    tooLate.abort();
  }
}
