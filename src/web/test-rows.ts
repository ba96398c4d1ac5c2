import type { Insertable } from "kysely";
import type { Database } from "../database/database.ts";
import type { Schema } from "../database/schema.ts";
import { newMarker } from "../publishing/marker.ts";

/** Rows for the tests of this folder; each function gives what a later row needs. */

export async function addAuthority(
  { db }: Database,
  id: string,
  name: string,
  settings: object = {},
): Promise<string> {
  await db
    .insertInto("authority")
    .values({ id, name, settings: JSON.stringify(settings) })
    .execute();
  return id;
}

export async function addAccount(
  { db }: Database,
  authorityId: string,
  more: Partial<{ id: string; name: string } & Record<string, unknown>> = {},
): Promise<string> {
  const { id = "pagina", name = "Centro per l'Impiego di Como", ...columns } = more;
  await db
    .insertInto("account")
    .values({
      authority_id: authorityId,
      id,
      name,
      channel: "facebook-page",
      external_id: `page-${id}`,
      ...columns,
    })
    .execute();
  return id;
}

export async function addSource(
  { db }: Database,
  authorityId: string,
  more: Partial<
    { id: string; name: string; kind: string; url: string | null } & Record<string, unknown>
  > = {},
): Promise<string> {
  const {
    id = "portale",
    name = "Portale lavoro",
    kind = "feed",
    url = "https://portale.example/rss",
    ...columns
  } = more;
  await db
    .insertInto("source")
    .values({ authority_id: authorityId, id, name, kind, url, ...columns })
    .execute();
  return id;
}

export interface ItemRow {
  title: string;
  link?: string | null;
  text?: string;
  kind?: Schema["item"]["kind"];
  reference?: string;
  facts?: object;
  seenAt: Date;
  sourceId?: string;
}

export async function addItem(
  { db }: Database,
  authorityId: string,
  item: ItemRow,
): Promise<{ id: string; seq: string }> {
  return await db
    .insertInto("item")
    .values({
      authority_id: authorityId,
      source_id: item.sourceId ?? "portale",
      kind: item.kind ?? "offer",
      title: item.title,
      body: item.text ?? "",
      link: item.link === undefined ? "https://portale.example/offerte/1" : item.link,
      reference: item.reference ?? null,
      facts: JSON.stringify(item.facts ?? {}),
      content_hash: "",
      first_seen_at: item.seenAt,
      archived: false,
    })
    .returning(["id", "seq"])
    .executeTakeFirstOrThrow();
}

type PublicationColumns = Insertable<Schema["publication"]>;

/** A publication of an item; the columns its state needs are given by the test, the others filled in. */
export async function addPublication(
  { db }: Database,
  authorityId: string,
  item: { id: string; seq: string },
  columns: Record<string, unknown> & { state: Schema["publication"]["state"] },
): Promise<{ id: string; marker: string }> {
  const row = {
    authority_id: authorityId,
    item_id: item.id,
    account_id: "pagina",
    format: "link-post" as const,
    position: item.seq,
    marker: newMarker(),
    planned_at: new Date("2026-11-22T08:00:00Z"),
    ...columns,
  };
  return await db
    .insertInto("publication")
    .values(row as PublicationColumns & typeof row)
    .returning(["id", "marker"])
    .executeTakeFirstOrThrow();
}
