import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { countTextsOf } from "../retaining/emptied-decision-store.ts";
import type { Erasure } from "./erasure.ts";
import { holdings } from "./holdings.ts";
import type { Person } from "./person.ts";
import { countHoldings } from "./person-store.ts";

/** What erasing a person would take at this moment, and what it would leave. Changes nothing. */
export async function foreseeErasure(db: Kysely<Schema>, person: Person, now: Date): Promise<Erasure> {
  const counts = await countHoldings(db, person);
  const { rows } = await sql<{ discussions: number; extracts: number }>`select
    (select count(*) from conversation t where ${holdings.conversations.of(person)} and t.kind <> 'private'
      and exists (select from message m where m.authority_id = t.authority_id and m.conversation_id = t.id
        and m.author_id is distinct from ${person.personId}))::integer as discussions,
    (select count(*) from extract t where ${holdings.extracts.of(person)}
      and t.register_number is not null)::integer as extracts`.execute(db);
  const { discussions = 0, extracts = 0 } = rows[0] ?? {};
  const { final, kept: texts, until } = await countTextsOf(db, person, now);
  return {
    counts,
    emptied: final,
    kept: { discussions, extracts, decisions: counts.decisions, texts, until },
  };
}
