import type { Kysely } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { readPublications, readSteps } from "./item-publications-store.ts";
import type { LatestItem } from "./today.ts";

/** Of each publication; what is older is told by the sentence of its state. */
const stepsMost = 12;

/**
 * The newest items that were news, with their publications and the steps taken for each: three queries, each by an
 * index, whatever the number of items the authority has. The archive of a first connection is left out: nobody waits
 * for it.
 */
export async function readLatest(
  db: Kysely<Schema>,
  authorityId: string,
  most: number,
): Promise<LatestItem[]> {
  const items = await db
    .selectFrom("item as i")
    .innerJoin("source as s", (join) =>
      join.onRef("s.authority_id", "=", "i.authority_id").onRef("s.id", "=", "i.source_id"),
    )
    .select(["i.id", "i.kind", "i.title", "i.link", "i.reference", "i.first_seen_at", "s.name"])
    .where("i.authority_id", "=", authorityId)
    .where("i.archived", "=", false)
    .orderBy("i.seq", "desc")
    .limit(most)
    .execute();
  if (items.length === 0) return [];
  const ids = items.map((item) => item.id);
  const publications = await readPublications(db, authorityId, ids);
  const publicationIds = [...publications.values()].flat().map(({ id }) => id);
  const steps = await readSteps(db, authorityId, publicationIds, stepsMost);
  return items.map((item) => ({
    id: item.id,
    kind: item.kind,
    title: item.title,
    link: item.link,
    reference: item.reference,
    sourceName: item.name,
    seenAt: item.first_seen_at,
    publications: (publications.get(item.id) ?? []).map((one) => ({
      ...one,
      steps: steps.get(one.id) ?? [],
    })),
  }));
}
