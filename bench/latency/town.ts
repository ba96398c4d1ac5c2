import { type PortalSandbox, startPortal } from "../../sandbox/portal/index.ts";
import { createApiKey } from "../../src/authority/api-key-store.ts";
import { makeAuthority, type Stage } from "../stage/stage.ts";

/** One authority of the bench: a portal that is polled, a key to push with, a Page. */
export interface Place {
  authorityId: string;
  pageId: string;
  portal: PortalSandbox;
  apiKey: string;
}

/** `count` authorities, each with a source of its own (looked at every `everySeconds`) and a Page of its own. */
export async function buildTown(stage: Stage, count: number, everySeconds: number): Promise<Place[]> {
  const places: Place[] = [];
  for (let index = 0; index < count; index += 1) places.push(await buildPlace(stage, everySeconds));
  return places;
}

async function buildPlace(stage: Stage, everySeconds: number): Promise<Place> {
  const { db } = stage.installation.database;
  const { authorityId, pageIds } = await makeAuthority(stage, 1);
  const portal = await startPortal();
  await db
    .insertInto("source")
    .values({
      authority_id: authorityId,
      id: "portal",
      kind: "feed",
      name: "Portale",
      url: portal.feedUrl("rss"),
      settings: JSON.stringify({ backfill: 0, allowPrivateAddress: true }),
      every_seconds: everySeconds,
      next_look_at: new Date(),
    })
    .execute();
  const { key } = await createApiKey(db, authorityId, "Bench");
  return { authorityId, pageId: pageIds[0] ?? "", portal, apiKey: key };
}
