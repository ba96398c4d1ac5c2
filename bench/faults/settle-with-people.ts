import { sendAgain } from "../../src/publishing/in-a-persons-hands.ts";
import { toPublication } from "../../src/publishing/line-store.ts";
import { saveStep } from "../../src/publishing/publication-store.ts";
import { resumeAccount } from "../../src/publishing/resume-account.ts";
import { tryWishAgain } from "../../src/publishing/try-wish-again.ts";
import { type Case, type Stage, untilSettled } from "../stage/stage.ts";
import { tally } from "../stage/tally.ts";

// Longer than any pause of the hurried policy, so that what still has not moved waits for a person.
const stillMs = 5_000;

/**
 * Waits for the end of a case. Where the product stopped and asked for a person, the person mends the cause and presses
 * the button. Gives what they read.
 */
export async function settleWithPeople(stage: Stage, made: Case): Promise<string[]> {
  const byHand: string[] = [];
  for (let round = 0; round < 8; round += 1) {
    await untilSettled(stage, made, stillMs);
    const refusals = await refusedWishes(stage, made);
    const stopped = (await tally(stage, made)).stopped.filter(({ state }) => state !== "removed");
    if (stopped.length + refusals.length === 0) return byHand;
    byHand.push(...stopped.map((one) => `${one.state}: ${one.reason}`));
    byHand.push(...refusals.map((one) => `wish: ${one.amend_reason}`));
    await pressButtons(stage, made);
  }
  return byHand;
}

async function refusedWishes(stage: Stage, made: Case) {
  return await stage.installation.database.db
    .selectFrom("publication")
    .select(["id", "amend_reason"])
    .where("authority_id", "=", made.authorityId)
    .where("wanted", "is not", null)
    .execute();
}

async function pressButtons(stage: Stage, made: Case): Promise<void> {
  const { database, clock, channels } = stage.installation;
  const { db } = database;
  const { authorityId } = made;
  const refused = await db
    .selectFrom("publication")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .where("state", "=", "refused")
    .execute();
  for (const row of refused) {
    await saveStep(db, { authorityId, id: row.id }, "refused", sendAgain(toPublication(row), new Date()));
  }
  for (const { id } of await refusedWishes(stage, made)) {
    await tryWishAgain({ db, queue: stage.queue, clock, channels, by: null }, { authorityId, id });
  }
  for (const pageId of made.pageIds) {
    await resumeAccount(
      { db, queue: stage.queue, clock, by: null },
      { authorityId, accountId: `p${pageId}` },
    );
  }
}
