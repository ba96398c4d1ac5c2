import { sql } from "kysely";
import { authoritySettings } from "../../src/authority/settings.ts";
import type { Stage } from "../stage/stage.ts";

export const authorityId = "valdilago";

/** An authority with years of offers: jobs, places and contracts in every mixture, a third of them closed. */
export async function fillBoard({ installation }: Stage, items: number): Promise<void> {
  const { db } = installation.database;
  const settings = JSON.stringify(authoritySettings.parse({ portal: "https://lavoro.valdilago.example" }));
  await db
    .insertInto("authority")
    .values({ id: authorityId, name: "Provincia di Valdilago", settings })
    .execute();
  await db
    .insertInto("source")
    .values({ authority_id: authorityId, id: "portale", kind: "push", name: "Portale" })
    .execute();
  await sql`
    insert into item (authority_id, source_id, kind, reference, title, body, link, facts, content_hash, first_seen_at, archived)
    select ${authorityId}, 'portale',
      (array['offer','offer','offer','course','traineeship','art16','notice'])[1 + n % 7], 'VDL-' || n,
      (array['Magazziniere','Saldatore','Cameriere/a di sala','Operatore socio-sanitario','Elettricista','Autista','Cuoca o cuoco',
        'Impiegata o impiegato','Falegname','Addetto/a alle pulizie','Idraulico'])[1 + n % 11] || ' a ' || place,
      repeat('Si cerca una persona con esperienza, disponibile ai turni e in possesso di patente B. ', 8),
      'https://lavoro.valdilago.example/offerte/' || n,
      jsonb_build_object('place', place, 'employer', 'Azienda numero ' || n % 97,
        'contract', (array['Tempo indeterminato','Tempo determinato, 6 mesi','Apprendistato','Part-time'])[1 + n % 4],
        'deadline', to_char(now() + make_interval(days => n % 90 - 30), 'YYYY-MM-DD')),
      '', now() - make_interval(mins => ${items}::int - n), false
    from generate_series(1, ${items}::int) n, lateral (select 'Comune ' || n % 60 as place) p`.execute(db);
  await sql`insert into change (authority_id, item_id, kind, at)
    select authority_id, id, 'published', first_seen_at from item`.execute(db);
  await sql`analyze`.execute(db);
}
