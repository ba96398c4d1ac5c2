import { startProduct } from "../stage/product.ts";
import { planCase, type Stage, untilSettled } from "../stage/stage.ts";
import { amendable, methodOf, tallyAmended, type Wish, wantAll } from "./amendments.ts";
import { type NetworkFault, networkFaults } from "./network-faults.ts";
import { type CaseResult, meetFault, type Pattern, requestOf } from "./run-network-faults.ts";

const publishMs = 15_000;

/** Posts that are on the Page are edited and taken off, while every fault meets those calls. */
export async function runAmendmentFaults(
  stage: Stage,
  how: { patterns: Pattern[]; mode?: string; clip: NonNullable<Parameters<typeof startProduct>[0]["clip"]> },
  report: (result: CaseResult) => void,
): Promise<void> {
  const { environment, server } = stage;
  const product = await startProduct({ environment, server, clip: how.clip });
  const faults = networkFaults.filter(({ mode }) => mode !== "scrape-failed");
  for (const of of amendable) {
    for (const wish of ["edit", "remove"] as const) {
      for (const fault of faults) {
        if (how.mode && fault.mode !== how.mode) continue;
        for (const pattern of how.patterns) report(await runOne(stage, { ...of, wish, fault, pattern }));
      }
    }
  }
  await product.stop();
}

interface AmendmentCase {
  format: (typeof amendable)[number]["format"];
  edge: string;
  wish: Wish;
  fault: NetworkFault;
  pattern: Pattern;
}

async function runOne(stage: Stage, of: AmendmentCase): Promise<CaseResult> {
  const { format, edge, wish, fault, pattern } = of;
  const made = await planCase(stage, pattern.pages, pattern.perPage, undefined, [format]);
  await untilSettled(stage, made, publishMs);
  const name = `${format}, ${wish}: ${fault.name} · ${pattern.name}`;
  const result = await meetFault(stage, fault, name, async () => {
    for (const pageId of made.pageIds) {
      stage.facebook.addFault({ ...requestOf(fault, pageId, pattern.times), edge, method: methodOf[wish] });
    }
    await wantAll(stage, made, wish);
    return made;
  });
  return { ...result, tally: await tallyAmended(stage, made, wish) };
}
