import type { WebParts } from "../../web-parts.ts";
import { readPublications, readSteps } from "../item-publications-store.ts";
import type { DeskItem } from "./desk-item.ts";
import { findCorrections, findItem } from "./items-store.ts";

/** Of each publication. Retries grow rare, so that even months in trouble come to no more. */
const stepsMost = 200;

/** All that is known of one item; undefined where the authority has none of that id. */
export async function readItem(
  { database: { db } }: Pick<WebParts, "database">,
  key: { authorityId: string; id: string },
): Promise<DeskItem | undefined> {
  const item = await findItem(db, key);
  if (!item) return undefined;
  const { authorityId, id } = key;
  const publications = (await readPublications(db, authorityId, [id])).get(id) ?? [];
  const steps = await readSteps(
    db,
    authorityId,
    publications.map((one) => one.id),
    stepsMost,
  );
  return {
    ...item,
    corrections: await findCorrections(db, key),
    publications: publications.map((one) => ({ ...one, steps: steps.get(one.id) ?? [] })),
  };
}
