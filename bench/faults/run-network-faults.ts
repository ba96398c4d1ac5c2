import { setTimeout as sleep } from "node:timers/promises";
import { sendAgain } from "../../src/publishing/in-a-persons-hands.ts";
import { toPublication } from "../../src/publishing/line-store.ts";
import { saveStep } from "../../src/publishing/publication-store.ts";
import { resumeAccount } from "../../src/publishing/resume-account.ts";
import { startProduct } from "../stage/product.ts";
import { type Case, planCase, type Stage, type Tally, tally, untilSettled } from "../stage/stage.ts";
import { type NetworkFault, networkFaults } from "./network-faults.ts";

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
  const { facebook } = stage;
  facebook.setReadLag(fault.readLagMs ?? 0);
  const made = await planFaulty(stage, fault, pattern);
  if (fault.lastsMs) {
    await sleep(fault.lastsMs);
    facebook.clearFaults();
  }
  const byHand = await settleWithPeople(stage, made);
  facebook.clearFaults();
  facebook.setReadLag(0);
  return { case: `${fault.name} · ${pattern.name}`, tally: await tally(stage, made), byHand };
}

/** Faults are in place before the first publication is planned: every Page meets its own share of them. */
async function planFaulty(stage: Stage, fault: NetworkFault, pattern: Pattern): Promise<Case> {
  const { mode, delayMs, regainMinutes } = fault;
  return await planCase(stage, pattern.pages, pattern.perPage, (pageId) => {
    stage.facebook.addFault({
      mode,
      delayMs,
      regainMinutes,
      pageId,
      times: fault.lastsMs ? "forever" : pattern.times,
    });
  });
}

// Longer than any pause of the hurried policy, so that what still has not moved waits for a person.
const stillMs = 4_000;

/** Where the product stopped and asked for a person, the person mends the cause and presses the button. */
async function settleWithPeople(stage: Stage, made: Case): Promise<string[]> {
  const byHand: string[] = [];
  for (let round = 0; round < 8; round += 1) {
    await untilSettled(stage, made, stillMs);
    const stopped = (await tally(stage, made)).stopped;
    if (stopped.length === 0) return byHand;
    byHand.push(...stopped.map((one) => `${one.state}: ${one.reason}`));
    await pressButtons(stage, made);
  }
  return byHand;
}

async function pressButtons(stage: Stage, made: Case): Promise<void> {
  const { db } = stage.installation.database;
  const now = new Date();
  const refused = await db
    .selectFrom("publication")
    .selectAll()
    .where("authority_id", "=", made.authorityId)
    .where("state", "=", "refused")
    .execute();
  for (const row of refused) {
    await saveStep(
      db,
      { authorityId: made.authorityId, id: row.id },
      "refused",
      sendAgain(toPublication(row), now),
    );
  }
  for (const pageId of made.pageIds) {
    await resumeAccount(db, stage.queue, { authorityId: made.authorityId, accountId: `p${pageId}` });
  }
}

export const allNetworkFaults = networkFaults;
