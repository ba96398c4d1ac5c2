import { setTimeout as sleep } from "node:timers/promises";
import { startProduct } from "../stage/product.ts";
import { type Case, planCase, type Stage } from "../stage/stage.ts";
import { type Tally, tally } from "../stage/tally.ts";
import { type NetworkFault, networkFaults } from "./network-faults.ts";
import { settleWithPeople } from "./settle-with-people.ts";

/** How often a fault strikes before the network is healthy again. */
export interface Pattern {
  name: string;
  pages: number;
  perPage: number;
  /** Calls of each Page that meet the fault. */
  times: number;
}

export const patterns: Pattern[] = [
  { name: "each once", pages: 100, perPage: 1, times: 1 },
  { name: "each 3 times", pages: 100, perPage: 1, times: 3 },
  { name: "a line of 100, first 3", pages: 1, perPage: 100, times: 3 },
];

export interface CaseResult {
  case: string;
  tally: Tally;
  /** Publications that a person had to let go on, each shown with its reason. */
  byHand: string[];
  /** Calls that met the fault; undefined where it is a state, or no fault. */
  met?: number;
}

export async function runNetworkFaults(
  stage: Stage,
  chosen: { faults: NetworkFault[]; patterns: Pattern[] },
  report: (result: CaseResult) => void,
): Promise<CaseResult[]> {
  const product = await startProduct({ environment: stage.environment, server: stage.server });
  const results: CaseResult[] = [];
  for (const fault of chosen.faults) {
    for (const pattern of chosen.patterns) {
      const result = await runOne(stage, fault, pattern);
      report(result);
      results.push(result);
    }
  }
  await product.stop();
  return results;
}

async function runOne(stage: Stage, fault: NetworkFault, pattern: Pattern): Promise<CaseResult> {
  const name = `${fault.name} · ${pattern.name}`;
  return await meetFault(stage, fault, name, async () => {
    return await planCase(stage, pattern.pages, pattern.perPage, (pageId) => {
      stage.facebook.addFault(requestOf(fault, pageId, pattern.times));
    });
  });
}

/** How a fault is switched on for one Page. */
export function requestOf(
  { mode, delayMs, regainMinutes, lastsMs }: NetworkFault,
  pageId: string,
  times: number,
) {
  return { mode, delayMs, regainMinutes, pageId, times: lastsMs ? ("forever" as const) : times };
}

/** Has everything that `begin` plans meet a fault that it has switched on before; people help where they are asked to. */
export async function meetFault(
  stage: Stage,
  fault: NetworkFault,
  name: string,
  begin: () => Promise<Case>,
): Promise<CaseResult> {
  const { facebook } = stage;
  const callsBefore = facebook.truth().length;
  facebook.setReadLag(fault.readLagMs ?? 0);
  const made = await begin();
  if (fault.lastsMs) {
    await sleep(fault.lastsMs);
    facebook.clearFaults();
  }
  const byHand = await settleWithPeople(stage, made);
  facebook.clearFaults();
  facebook.setReadLag(0);
  const calls = facebook.truth().slice(callsBefore);
  const met = fault.lastsMs ? undefined : calls.filter((call) => call.fault === fault.mode).length;
  return { case: name, tally: await tally(stage, made), byHand, met };
}

export const allNetworkFaults = networkFaults;
