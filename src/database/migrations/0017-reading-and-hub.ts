import { type Kysely, sql } from "kysely";

/**
 * What the words of an item say besides the facts that have a field of their own, so that the board can be asked for
 * it; and the hub that tells subscribers of feeds (WebSub).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** As in 0005: letters that people type with and without their accents, and the two apostrophes. */
const accented = "àáâãäåèéêëìíîïòóôõöùúûüçñÀÁÂÃÄÅÈÉÊËÌÍÎÏÒÓÔÕÖÙÚÛÜÇÑ’";
const plain = "aaaaaaeeeeiiiiooooouuuucnaaaaaaeeeeiiiiooooouuuucn''";

const statements = [
  // How names are compared: portals write "Cantù" and "CANTU'". Lower alone would leave "Ù" as it is, since the database
  // has no language of its own.
  `create function folded(words text) returns text language sql immutable parallel safe as $$
     select lower(translate(btrim(words), '${accented}', '${plain}'))
     $$`,

  // As factsInText (src/noticeboard/) reads it; null is not read yet. Whoever changes how it reads sets all to null in
  // a migration, and everything is read anew.
  `alter table item add column reading jsonb`,
  `create index item_unread on item (authority_id) where reading is null`,
  // Afterwards, in a statement of its own: a trigger before it makes the database work out the stemmed words anew at every
  // update of an item.
  `create function item_is_unread() returns trigger language plpgsql as $$
   begin
     update item set reading = null
       where authority_id = new.authority_id and id = new.id and reading is not null;
     return null;
   end $$`,
  `create trigger item_unread after update of kind, title, body, facts, labels on item for each row
     when ((old.kind, old.title, old.body, old.facts, old.labels)
       is distinct from (new.kind, new.title, new.body, new.facts, new.labels))
     execute function item_is_unread()`,
  // The names of offices are looked for in the texts.
  `create function office_items_unread() returns trigger language plpgsql as $$
   begin
     update item set reading = null where authority_id = new.authority_id;
     return null;
   end $$`,
  `create trigger office_named after insert on office for each row execute function office_items_unread()`,
  `create trigger office_renamed after update of name on office for each row
     when (old.name is distinct from new.name) execute function office_items_unread()`,

  // Who is told when a feed changes. `wanted` is what somebody asked for and has not yet confirmed at the callback; what
  // is in force stays so until then. `secret` signs, encrypted by the key of the installation. `told` is the state of
  // the feed that was delivered last, `due_at` when the present one is to be; see src/noticeboard/hub/.
  `create table hub_subscription (
    authority_id text not null references authority on delete cascade,
    id uuid not null default gen_random_uuid(),
    topic text not null check (topic <> '' and length(topic) <= 1000),
    callback text not null check (callback <> '' and length(callback) <= 1000),
    host text not null check (host <> ''),
    wanted text check (wanted in ('subscribe','unsubscribe')),
    wanted_secret bytea,
    wanted_seconds integer check (wanted_seconds > 0),
    wanted_at timestamptz,
    secret bytea,
    until timestamptz,
    told text,
    due_at timestamptz,
    tries integer not null default 0 check (tries >= 0),
    busy_until timestamptz,
    primary key (authority_id, id),
    unique (authority_id, topic, callback),
    constraint wanted_whole check ((wanted is null) = (wanted_at is null) and (wanted_secret is null or wanted is not null)
      and (wanted_seconds is null or wanted is not null)),
    constraint wanted_or_in_force check (wanted is not null or until is not null)
  )`,
  `create index hub_subscription_due on hub_subscription (due_at) where due_at is not null`,
  `create index hub_subscription_by_host on hub_subscription (host)`,
  `create index hub_subscription_until on hub_subscription (until)`,

  // Which state of a board has been announced: to the subscriptions, or to a hub of others.
  `create table hub_board (
    authority_id text primary key references authority on delete cascade,
    version text not null,
    tries integer not null default 0 check (tries >= 0),
    next_at timestamptz
  )`,
];
