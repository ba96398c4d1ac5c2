import { randomUUID } from "node:crypto";
import type { Database } from "../database/database.ts";
import type { Schema } from "../database/schema.ts";

/** Rows for the tests of this folder. */

/** An authority with one portal and one account. */
export async function addBoard({ db }: Database, id: string): Promise<void> {
  await db.insertInto("authority").values({ id, name: id }).execute();
  await db
    .insertInto("source")
    .values({ authority_id: id, id: "portale", kind: "push", name: "Portale" })
    .execute();
  await db
    .insertInto("account")
    .values({ authority_id: id, id: "pagina", channel: "facebook-page", external_id: id, name: "Pagina" })
    .execute();
}

export interface PretendItem {
  title?: string;
  text?: string;
  kind?: Schema["item"]["kind"];
  facts?: object;
}

export async function addItem(
  { db }: Database,
  authorityId: string,
  item: PretendItem,
  seenAt: Date,
): Promise<{ id: string; seq: string }> {
  return await db
    .insertInto("item")
    .values({
      authority_id: authorityId,
      source_id: "portale",
      kind: item.kind ?? "offer",
      title: item.title ?? "Magazziniere",
      body: item.text ?? "",
      facts: JSON.stringify(item.facts ?? {}),
      content_hash: "",
      first_seen_at: seenAt,
      archived: false,
    })
    .returning(["id", "seq"])
    .executeTakeFirstOrThrow();
}

/** A publication that waits for a person. */
export async function holdItem(
  { db }: Database,
  authorityId: string,
  item: { id: string; seq: string },
  reason: string,
): Promise<void> {
  await db
    .insertInto("publication")
    .values({
      authority_id: authorityId,
      item_id: item.id,
      account_id: "pagina",
      format: "link-post",
      position: item.seq,
      marker: randomUUID().replaceAll("-", "").slice(0, 12),
      state: "held",
      reason,
      planned_at: new Date(0),
    })
    .execute();
}
