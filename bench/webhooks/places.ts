import { setTimeout as sleep } from "node:timers/promises";
import { createApiKey } from "../../src/authority/api-key-store.ts";
import { writeNetworkApp } from "../../src/connecting/network-app-store.ts";
import { pushItem } from "../stage/push-item.ts";
import { type Case, foundItem, makeAuthority, type Stage } from "../stage/stage.ts";

/** One authority of the bench: a Page that people write to, an app that signs it, a key to push with. */
export interface Place extends Case {
  pageId: string;
  apiKey: string;
}

export async function buildPlaces(stage: Stage, count: number): Promise<Place[]> {
  const { database, vault } = stage.installation;
  const { app } = stage.facebook.seed;
  const places: Place[] = [];
  for (let index = 0; index < count; index += 1) {
    const made = await makeAuthority(stage, 1);
    const key = { authorityId: made.authorityId, channel: "facebook-page" };
    await writeNetworkApp(database.db, vault, key, {
      settings: { appId: app.id, graphUrl: stage.facebook.origin, allowPrivateAddress: true },
      secrets: { appSecret: app.secret },
    });
    const { key: apiKey } = await createApiKey(database.db, made.authorityId, "Bench");
    places.push({ ...made, pageId: made.pageIds[0] ?? "", apiKey });
  }
  return places;
}

/** Pushes an item to one place after the other, at an even pace, until told to stop. Gives how many were accepted. */
export async function pushMeanwhile(
  origin: string,
  places: readonly Place[],
  perSecond: number,
  stop: AbortSignal,
): Promise<number> {
  const startedAt = performance.now();
  let accepted = 0;
  for (let index = 0; !stop.aborted; index += 1) {
    await sleep(Math.max(0, startedAt + (index * 1000) / perSecond - performance.now()));
    const place = places[index % places.length];
    if (place && (await push(origin, place).catch(noAnswer))) accepted += 1;
  }
  return accepted;
}

function noAnswer(error: Error): boolean {
  console.error(`a push got no answer: ${error.cause ?? error}`);
  return false;
}

async function push(origin: string, place: Place): Promise<boolean> {
  const { id, title, text, link } = foundItem();
  return (await pushItem(origin, place, { id, title, text, link })).isOk;
}
