import type { Kysely } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { SiteWords } from "./words/words.ts";

export type ChangeKind = keyof SiteWords["item"]["changes"];

/** Something that happened to an item. */
export interface ItemChange {
  kind: ChangeKind;
  at: Date;
}

const changesMost = 30;

/** What happened to an item, the latest first. */
export async function readHistory(
  db: Kysely<Schema>,
  authorityId: string,
  seq: string | undefined,
): Promise<ItemChange[]> {
  if (seq === undefined) return [];
  const rows = await db
    .selectFrom("change as c")
    .innerJoin("item as i", (join) =>
      join.onRef("i.id", "=", "c.item_id").onRef("i.authority_id", "=", "c.authority_id"),
    )
    .select(["c.kind", "c.at"])
    .where("c.authority_id", "=", authorityId)
    .where("i.seq", "=", seq)
    .orderBy("c.at", "desc")
    .limit(changesMost)
    .execute();
  return rows.map(({ kind, at }) => ({ kind: kind as ChangeKind, at }));
}
