import type { Kysely, Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Logo } from "./logo.ts";

/** An authority's logo; undefined where it has none. Up to 200 kB: read it only where something is drawn. */
export async function readLogo(db: Kysely<Schema>, authorityId: string): Promise<Logo | undefined> {
  const row = await db
    .selectFrom("authority_logo")
    .select(["type", "width", "height", "data"])
    .where("authority_id", "=", authorityId)
    .executeTakeFirst();
  return row && { ...row, data: row.data.toString("base64") };
}

/** Makes an authority's logo this one; undefined takes away what was there. */
export async function writeLogo(
  trx: Transaction<Schema>,
  authorityId: string,
  logo: Logo | undefined,
): Promise<void> {
  if (!logo) {
    await trx.deleteFrom("authority_logo").where("authority_id", "=", authorityId).execute();
    return;
  }
  const row = { ...logo, data: Buffer.from(logo.data, "base64") };
  await trx
    .insertInto("authority_logo")
    .values({ authority_id: authorityId, ...row })
    .onConflict((conflict) => conflict.column("authority_id").doUpdateSet(row))
    .execute();
}
