import type { Database } from "../../src/database/database.ts";
import { addItem, addPublication } from "../../src/web/test-rows.ts";
import { valdilago } from "../people.ts";
import { now } from "./today-cast.ts";

const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

/** An offer that the portal corrected, about to leave; gives the item. */
export async function correctedOffer(database: Database): Promise<string> {
  const facts = { employer: "Comune di Castelmarmo", place: "Castelmarmo", deadline: "2026-12-15" };
  const item = await addItem(database, valdilago.id, {
    title: "Bibliotecaria/o, biblioteca di Castelmarmo",
    reference: "VDL-2026-0455",
    text: "Il Comune cerca una persona per la biblioteca.\n\nOrario: 30 ore, dal martedì al sabato.",
    facts,
    seenAt: ago(30),
  });
  await addPublication(database, valdilago.id, item, { state: "due", next_step_at: now });
  const version = (deadline: string, body: string) =>
    JSON.stringify({
      title: "Bibliotecaria/o, biblioteca di Castelmarmo",
      body,
      link: null,
      facts: { ...facts, deadline },
      attachments: [],
    });
  await database.db
    .insertInto("change")
    .values({
      authority_id: valdilago.id,
      item_id: item.id,
      kind: "corrected",
      at: ago(10),
      before: version("2026-12-01", "Orario: 20 ore."),
      after: version("2026-12-15", "Orario: 30 ore, dal martedì al sabato."),
    })
    .execute();
  return item.id;
}

/** The item of a publication. */
export async function itemOf({ db }: Database, publicationId: string): Promise<string> {
  const row = await db
    .selectFrom("publication")
    .select("item_id")
    .where("id", "=", publicationId)
    .executeTakeFirstOrThrow();
  return row.item_id;
}
