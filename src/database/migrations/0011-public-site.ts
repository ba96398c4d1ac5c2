import { type Kysely, sql } from "kysely";

/**
 * What the public pages keep of their own: how often short links are followed, and what people say who cannot
 * read a page. And one truth where there were two: what `site` said of contacts
 * and of the promise moves to the office and the promise, which the automatic notice has always used.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const moved = "'pec', 'email', 'phone', 'address', 'hours', 'answerWorkingDays'";

const statements = [
  // Counts of days, nothing of who followed a link: neither address, nor browser, nor moment.
  `create table short_link_clicks (
    authority_id text not null,
    publication_id uuid not null,
    day date not null,
    clicks integer not null check (clicks > 0),
    primary key (authority_id, publication_id, day),
    foreign key (authority_id, publication_id) references publication (authority_id, id) on delete cascade
  )`,
  `create index short_link_clicks_by_day on short_link_clicks (authority_id, day)`,

  // The code is told to whoever sent it, so that both sides can name it later.
  `create table feedback (
    authority_id text not null references authority on delete cascade,
    id uuid not null default gen_random_uuid(),
    code text not null check (code ~ '^[A-Z2-9]{8}$'),
    topic text not null check (topic in ('accessibility')),
    page text,
    text text not null check (text <> ''),
    contact text,
    language text not null check (language in ('it','en')),
    sent_at timestamptz not null,
    seen_at timestamptz,
    seen_by text,
    primary key (authority_id, id),
    unique (authority_id, code),
    constraint seen_by_somebody check ((seen_at is null) = (seen_by is null))
  )`,
  `create index feedback_newest on feedback (authority_id, sent_at desc)`,

  // Two authorities cannot answer under one name.
  `create unique index authority_host on authority ((settings -> 'site' ->> 'host'))
     where settings -> 'site' ->> 'host' is not null`,

  // What an office does not say of itself it gets from its authority's page; an authority without offices that said how
  // it is reached gets one, with the usual week.
  `update office o set contacts = jsonb_strip_nulls(jsonb_build_object(
      'telephone', a.settings -> 'site' -> 'phone', 'email', a.settings -> 'site' -> 'email',
      'pec', a.settings -> 'site' -> 'pec', 'address', a.settings -> 'site' -> 'address')) || o.contacts
    from authority a where a.id = o.authority_id and o.is_default and a.settings ? 'site'`,
  `insert into office (authority_id, id, name, contacts, is_default)
    select a.id, 'sede', a.name, jsonb_strip_nulls(jsonb_build_object(
      'telephone', a.settings -> 'site' -> 'phone', 'email', a.settings -> 'site' -> 'email',
      'pec', a.settings -> 'site' -> 'pec', 'address', a.settings -> 'site' -> 'address')), true
    from authority a where a.settings -> 'site' ?| array['pec', 'email', 'phone', 'address']
      and not exists (select 1 from office o where o.authority_id = a.id)`,
  // The promise on the public page is the one that people have read.
  `update authority set settings = jsonb_set(settings, '{promise}',
      coalesce(settings -> 'promise', '{}') || jsonb_build_object('workingDays', settings -> 'site' -> 'answerWorkingDays'))
    where settings -> 'site' ? 'answerWorkingDays'`,
  `update authority set settings = jsonb_set(settings, '{site}', (settings -> 'site') - array[${moved}])
    where settings -> 'site' ?| array[${moved}]`,
];
