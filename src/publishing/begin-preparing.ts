import type { LinePublication } from "./line-store.ts";
import { mediaOf } from "./media-of-format.ts";
import { toPrepare } from "./preparation.ts";
import { saveStep } from "./publication-store.ts";
import type { PublishTools } from "./publish-tools.ts";

/**
 * Takes a publication off the line to be prepared, and wakes who prepares. Nothing changes when somebody was faster.
 */
export async function beginPreparing(tools: PublishTools, publication: LinePublication): Promise<void> {
  const after = toPrepare(publication, tools.clock.now());
  await tools.db.transaction().execute(async (trx) => {
    if (!(await saveStep(trx, publication, publication.state, after))) return;
    await tools.queue.add(trx, "prepare-publications", { media: mediaOf(publication.format) });
  });
  await tools.reached?.("preparing begun");
}
