import type { Poll } from "../../sandbox/portal/polls.ts";
import { startReplay } from "../../sandbox/portal/replay.ts";
import { type Case, makeAuthority, type Stage } from "../stage/stage.ts";
import type { LookDriver } from "./look-driver.ts";

export const sourceId = "portal";

/** A history that went through the product: its own authority, one source, one Page. */
export interface Replayed {
  made: Case;
  pageId: string;
}

// The looks come when the bench says so, never by the clock.
const neverByItself = 30 * 24 * 60 * 60;

/** Shows a history state by state on a portal of its own; the product looks at each state once. */
export async function replayHistory(
  stage: Stage,
  driver: LookDriver,
  polls: readonly Poll[],
  backfill: "all" | 0,
): Promise<Replayed> {
  const made = await makeAuthority(stage, 1);
  const portal = await startReplay({ polls });
  try {
    await addSource(stage, made.authorityId, portal.url, backfill);
    do await driver.look(made.authorityId);
    while (portal.next());
  } finally {
    await portal.close();
  }
  return { made, pageId: made.pageIds[0] ?? "" };
}

async function addSource(stage: Stage, authorityId: string, url: string, backfill: "all" | 0): Promise<void> {
  const { db } = stage.installation.database;
  // A flood waits for a person by default; here nobody is at the desk.
  const settings = JSON.stringify({ holdAbove: false });
  await db.updateTable("authority").set({ settings }).where("id", "=", authorityId).execute();
  await db
    .insertInto("source")
    .values({
      authority_id: authorityId,
      id: sourceId,
      kind: "feed",
      name: "Portale",
      url,
      settings: JSON.stringify({ backfill, allowPrivateAddress: true }),
      every_seconds: neverByItself,
    })
    .execute();
}
