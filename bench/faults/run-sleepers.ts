import { setTimeout as sleep } from "node:timers/promises";
import { startProduct } from "../stage/product.ts";
import { planCase, type Stage, untilSettled } from "../stage/stage.ts";
import { tally } from "../stage/tally.ts";
import type { CaseResult } from "./run-network-faults.ts";

/** Hurried less than the others: the time limit of a call (20 s) is not hurried, and the looks must outlast it. */
export const sleepersHurry = 8;

/**
 * What takes real time: a network that acts after we have given up waiting, and a worker that is stopped (a machine
 * that sleeps) in the middle of a call for longer than its lease, while another takes its line over.
 */
export async function runSleepers(stage: Stage, report: (result: CaseResult) => void): Promise<CaseResult[]> {
  const results = [
    await actedAfterWeGaveUp(stage),
    await workerStopped(stage, "received"),
    await workerStopped(stage, "acted"),
  ];
  for (const result of results) report(result);
  return results;
}

async function actedAfterWeGaveUp(stage: Stage): Promise<CaseResult> {
  const made = await planCase(stage, 20, 1, (pageId) => {
    stage.facebook.addFault({ mode: "slow-before", delayMs: 24_000, pageId, times: 1 });
  });
  const product = await startProduct({ environment: stage.environment });
  await untilSettled(stage, made, 40_000);
  await product.stop();
  stage.facebook.clearFaults();
  return { case: "no answer for 20 s, acted on after 24 s", tally: await tally(stage, made), byHand: [] };
}

async function workerStopped(stage: Stage, wire: "received" | "acted"): Promise<CaseResult> {
  const made = await planCase(stage, 4, 5);
  const first = await startProduct({ environment: stage.environment });
  const struck = new Promise<void>((resolve) => {
    let seen = 0;
    const listener = (entry: { method: string; edge: string }) => {
      if (entry.method === "POST" && entry.edge === "feed") seen += 1;
      if (seen !== 3) return;
      process.kill(first.pid, "SIGSTOP");
      stage.facebook.off(wire, listener);
      resolve();
    };
    stage.facebook.on(wire, listener);
  });
  await struck;
  const second = await startProduct({ environment: stage.environment });
  // Longer than the lease, so that the second has taken the line over before the first wakes up.
  await sleep(6_000);
  process.kill(first.pid, "SIGCONT");
  await untilSettled(stage, made, 40_000);
  await Promise.all([first.stop(), second.stop()]);
  return {
    case: `worker asleep in the middle of a call (${wire})`,
    tally: await tally(stage, made),
    byHand: [],
  };
}
