import { type Kysely, sql } from "kysely";

/**
 * What the public noticeboard asks of the items: when each closes, which words it holds, and which addresses once led
 * to one that is gone. The tables stay as they are; the answers are indexes over them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Letters that people type with and without their accents, and the two apostrophes. */
const accented = "àáâãäåèéêëìíîïòóôõöùúûüçñÀÁÂÃÄÅÈÉÊËÌÍÎÏÒÓÔÕÖÙÚÛÜÇÑ’";
const plain = "aaaaaaeeeeiiiiooooouuuucnaaaaaaeeeeiiiiooooouuuucn'";

const date = String.raw`(19|2\d)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`;
const clock = String.raw`([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-](0\d|1[0-4]):?[0-5]\d)`;

const statements = [
  // When an item closes, as text that compares like time: its last day, "2026-12-05", or a moment in Greenwich,
  // "2026-12-05T11:00:00". Kept in the row, since every count of the board asks it of every item. What is no moment is
  // null: whatever a portal writes (the 31st of February), it must not keep an item from being taken in. plpgsql and
  // not sql, which would evaluate the casts before the question whether they may be made.
  `create function item_closes(deadline text) returns text language plpgsql immutable as $$
   begin
     if deadline ~ '^${date}$' then
       return to_char(deadline::date, 'YYYY-MM-DD');
     elsif deadline ~ '^${date}T${clock}$' then
       return to_char(date_trunc('minute', deadline::timestamptz at time zone 'UTC'), 'YYYY-MM-DD"T"HH24:MI:SS');
     end if;
     return null;
   exception when data_exception then
     return null;
   end $$`,
  `alter table item add column closes text collate "C" generated always as (item_closes(facts ->> 'deadline')) stored`,

  // Title and facts weigh as much as the text: people search for a job or a town, and both may stand anywhere.
  `create function item_words(title text, body text, reference text, facts jsonb) returns tsvector
     language sql immutable parallel safe as $$
     select to_tsvector('pg_catalog.italian', lower(translate(
       title || ' ' || coalesce(reference, '') || ' ' || coalesce(facts ->> 'place', '') || ' ' ||
       coalesce(facts ->> 'employer', '') || ' ' || coalesce(facts ->> 'contract', '') || ' ' || left(body, 20000),
       '${accented}', '${plain.replaceAll("'", "''")}')))
     $$`,
  `alter table item add column words tsvector generated always as (item_words(title, body, reference, facts)) stored`,
  `create index item_by_words on item using gin (words)`,

  // What a word with a typing error is compared with: short, so that the comparison means something.
  `create function item_heading(title text, facts jsonb) returns text
     language sql immutable parallel safe as $$
     select lower(translate(title || ' ' || coalesce(facts ->> 'place', '') || ' ' || coalesce(facts ->> 'employer', ''),
       '${accented}', '${plain.replaceAll("'", "''")}'))
     $$`,

  // pg_trgm comes with PostgreSQL and is trusted, but some packagings leave it out and some owners forbid it. Without
  // it the search finds whole words only, and the page says nothing that is not true.
  `do $$ begin
     if exists (select 1 from pg_available_extensions where name = 'pg_trgm') then
       create extension if not exists pg_trgm;
       create index item_heading on item using gin (item_heading(title, facts) gin_trgm_ops);
     end if;
   exception when insufficient_privilege or undefined_object then null;
   end $$`,

  `create index change_of_life on change (authority_id, item_id, at desc)
     where kind in ('extended','closed','reopened','withdrawn','expired')`,
  `create index change_in_time on change (authority_id, at)`,

  // Whoever erases an item leaves its address behind, so that it can be answered with "gone".
  `create table gone_item (
    authority_id text not null references authority on delete cascade,
    seq bigint not null,
    gone_at timestamptz not null default now(),
    primary key (authority_id, seq)
  )`,
  `create function keep_gone_item() returns trigger language plpgsql as $$
   begin
     insert into gone_item (authority_id, seq) values (old.authority_id, old.seq) on conflict do nothing;
     return old;
   end $$`,
  `create trigger item_gone after delete on item for each row execute function keep_gone_item()`,
];
