import type { Kysely } from "kysely";
import { findAuthority } from "../../authority/authority-store.ts";
import type { Schema } from "../../database/schema.ts";
import { type Statement, statementOf } from "./statement.ts";
import { findStated } from "./statement-store.ts";
import { en } from "./words/en.ts";
import { it } from "./words/it.ts";

/** Statements of reasons for what was decided in [from, until), the oldest first; empty where there is no such authority. */
export async function exportStatements(
  { db, publicUrl }: { db: Kysely<Schema>; publicUrl: string },
  authorityId: string,
  between: { from: Date; until: Date },
): Promise<Statement[]> {
  const authority = await findAuthority(db, authorityId);
  if (!authority) return [];
  const { language, timeZone } = authority.settings;
  const stated = await findStated(db, { authorityId, timeZone }, between);
  const rulesUrl = `${publicUrl}/${authorityId}/regole`;
  return stated.map((one) => statementOf(one, language === "it" ? it : en, rulesUrl, language));
}
