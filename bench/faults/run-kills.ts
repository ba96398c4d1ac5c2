import { setTimeout as sleep } from "node:timers/promises";
import type { Moment } from "../../src/publishing/publish-tools.ts";
import { startProduct } from "../stage/product.ts";
import { planCase, type Stage, tally, untilSettled } from "../stage/stage.ts";
import type { CaseResult } from "./run-network-faults.ts";

export type Victim = "worker" | "database";

/** A moment inside the product, or one at the wire, where the pretend Facebook tells us. */
type Step =
  | { name: string; at: Moment; needsUncertainty?: boolean }
  | { name: string; wire: "received" | "acted" | "answered" };

export const steps: Step[] = [
  { name: "row written", at: "line read" },
  { name: "claimed", at: "claimed" },
  { name: "call sent, not acted on", wire: "received" },
  { name: "acted on, not answered", wire: "acted" },
  { name: "answer on its way", wire: "answered" },
  { name: "answer received, before settle", at: "answered" },
  { name: "after settle", at: "settled" },
  { name: "during reconcile: before the look", at: "search begun", needsUncertainty: true },
  { name: "during reconcile: look answered", at: "search answered", needsUncertainty: true },
  { name: "after reconcile", at: "search settled", needsUncertainty: true },
];

const pages = 4;
const perPage = 5;

/** kill -9 of the worker, or of the whole database server, at every step, each at several occurrences of it. */
export async function runKills(
  stage: Stage,
  occurrences: number[],
  report: (result: CaseResult) => void,
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const victim of ["worker", "database"] as const) {
    for (const step of steps) {
      for (const nth of occurrences) {
        const result = await runOne(stage, step, victim, nth);
        report(result);
        results.push(result);
      }
    }
  }
  return results;
}

async function runOne(stage: Stage, step: Step, victim: Victim, nth: number): Promise<CaseResult> {
  const { server, facebook, environment } = stage;
  const isInside = "at" in step;
  const doom = isInside
    ? { at: step.at, nth, end: victim === "worker" ? ("self" as const) : ("database" as const) }
    : undefined;
  const made = await planCase(stage, pages, perPage, (pageId) => {
    if (isInside && step.needsUncertainty) facebook.addFault({ mode: "lost-after", pageId, times: 2 });
  });
  const doomed = await startProduct({ environment, doom, server });
  const atWire = isInside ? undefined : killAtWire(stage, step.wire, victim, nth, doomed.kill);
  if (victim === "worker") await Promise.race([doomed.ended, sleep(8_000)]);
  else await untilSettled(stage, made, 6_000);
  const hasStruck = victim === "worker" ? !doomed.isRunning() : true;
  atWire?.();
  await doomed.stop();
  const heir = await startProduct({ environment, server });
  await untilSettled(stage, made, 6_000);
  await heir.stop();
  facebook.clearFaults();
  const name = `kill -9 ${victim} · ${step.name} · occurrence ${nth}${hasStruck ? "" : " (never reached)"}`;
  return { case: name, tally: await tally(stage, made), byHand: [] };
}

/** Strikes at the very moment the pretend Facebook is in: its events are told synchronously. */
function killAtWire(
  stage: Stage,
  wire: "received" | "acted" | "answered",
  victim: Victim,
  nth: number,
  killWorker: () => void,
): () => void {
  let seen = 0;
  const listener = (entry: { method: string; edge: string }) => {
    if (entry.method !== "POST" || entry.edge !== "feed") return;
    seen += 1;
    if (seen !== nth) return;
    if (victim === "worker") killWorker();
    else void stage.server.kill();
  };
  stage.facebook.on(wire, listener);
  return () => stage.facebook.off(wire, listener);
}
