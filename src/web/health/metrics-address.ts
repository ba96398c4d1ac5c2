import { monitorEventLoopDelay } from "node:perf_hooks";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Gauge, type Metric, Registry } from "prom-client";
import type { Handler, WebParts } from "../web-parts.ts";
import { readFigures } from "./figures-store.ts";

/** Figures are read when asked for, at most this often; what takes long is asked less often, see below. */
const freshForMs = 5_000;
/** Reading figures may take this part of the time of one connection, however large the tables grow. */
const shareOfTime = 0.01;

export interface MetricsAddress {
  answer: Handler;
  close(): Promise<void>;
}

/** Prometheus' figures, with those that others keep, for those who may read them. Throws the Problem of `mayRead` for the others. */
export function answerMetrics(
  parts: WebParts,
  mayRead: (request: FastifyRequest) => Promise<void>,
  others: readonly Metric[] = [],
): MetricsAddress {
  const registry = new Registry();
  for (const metric of others) registry.registerMetric(metric);
  const gauges = makeGauges(registry);
  const loop = monitorEventLoopDelay({ resolution: 20 });
  loop.enable();
  let reading: Promise<void> | undefined;
  let readAgainAt = 0;

  async function refresh(): Promise<void> {
    const startedAt = performance.now();
    const figures = await readFigures(parts.database.db, parts.clock.now());
    const tookMs = performance.now() - startedAt;
    readAgainAt = performance.now() + Math.max(freshForMs, tookMs / shareOfTime);
    for (const gauge of Object.values(gauges)) gauge.reset();
    for (const { state, count } of figures.publications) gauges.publications.set({ state }, count);
    for (const { kind, outcome, count } of figures.attempts) gauges.attempts.set({ kind, outcome }, count);
    for (const { state, count } of figures.accounts) gauges.accounts.set({ state }, count);
    for (const { name, count } of figures.jobs) gauges.jobs.set({ name }, count);
    gauges.oldestDue.set(figures.oldestDueSeconds);
    gauges.faultySources.set(figures.faultySources);
  }

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    await mayRead(request);
    if (performance.now() >= readAgainAt) reading ??= refresh().finally(() => (reading = undefined));
    await reading;
    gauges.memory.set(process.memoryUsage.rss());
    gauges.loopDelay.set(loop.percentile(99) / 1e9);
    loop.reset();
    return reply.header("content-type", registry.contentType).send(await registry.metrics());
  }

  return {
    answer,
    async close() {
      loop.disable();
    },
  };
}

function makeGauges(registry: Registry) {
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ name: `bacheca_${name}`, help, labelNames, registers: [registry] });
  return {
    publications: gauge("publications", "Publications by state.", ["state"]),
    oldestDue: gauge("oldest_due_age_seconds", "How long the oldest publication that could leave now waits."),
    attempts: gauge("attempts", "Calls to networks in the last 24 hours by outcome.", ["kind", "outcome"]),
    accounts: gauge("accounts", "Accounts by state.", ["state"]),
    faultySources: gauge("sources_with_fault", "Sources whose last look gave nothing."),
    jobs: gauge("jobs_waiting", "Jobs in the queue, as last counted by it.", ["name"]),
    memory: gauge("process_resident_memory_bytes", "Resident memory of this process."),
    loopDelay: gauge("event_loop_delay_seconds", "99th percentile since the last reading."),
  };
}
