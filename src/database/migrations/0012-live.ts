import { type Kysely, sql } from "kysely";

/**
 * The desk is told when something changes, by triggers, since no flow can forget those. A commit that says NOTIFY waits
 * for every other one that does, so nothing is said of an authority at whose desk nobody looks: `desk_watch` says until
 * when somebody does. see docs/decisions/0021.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const byStatement: readonly [table: string, topic: string][] = [
  ["publication", "publications"],
  ["item", "items"],
  ["conversation", "conversations"],
  ["message", "conversations"],
  ["reply", "conversations"],
  ["note", "conversations"],
  ["warning_told", "conversations"],
  ["alert", "alerts"],
  ["message_triage", "moderation"],
];

const statements = [
  // Not logged: after a crash of the server whoever looks says so anew.
  `create unlogged table desk_watch (
    authority_id text primary key references authority on delete cascade,
    until timestamptz not null
  )`,

  // Of the rows a statement changed; the first argument is the topic. Said once for each authority and transaction.
  `create function tell_desk() returns trigger language plpgsql as $$
   begin
     if exists (select from desk_watch where until > now()) then
       perform pg_notify('bacheca_desk', w.authority_id || ' ' || tg_argv[0]) from desk_watch w
         where w.until > now() and w.authority_id in (select c.authority_id from changed c);
     end if;
     return null;
   end $$`,

  // For later tables too: select tell_desk_of('table', 'topic').
  `create function tell_desk_of(tabled regclass, topic text) returns void language plpgsql as $$
   begin
     execute format('create trigger tell_desk_insert after insert on %s referencing new table as changed
       for each statement execute function tell_desk(%L)', tabled, topic);
     execute format('create trigger tell_desk_update after update on %s referencing new table as changed
       for each statement execute function tell_desk(%L)', tabled, topic);
     execute format('create trigger tell_desk_delete after delete on %s referencing old table as changed
       for each statement execute function tell_desk(%L)', tabled, topic);
   end $$`,
  ...byStatement.map(([table, topic]) => `select tell_desk_of('${table}', '${topic}')`),

  // Rows of accounts and sources change with every lease and every look: only what pages show of them is told.
  `create function tell_desk_of_row() returns trigger language plpgsql as $$
   begin
     if exists (select from desk_watch where authority_id = new.authority_id and until > now()) then
       perform pg_notify('bacheca_desk', new.authority_id || ' ' || tg_argv[0]);
     end if;
     return null;
   end $$`,
  `create trigger tell_desk_update after update on account for each row
     when ((old.name, old.state, old.reason, old.rest_until, old.health, old.answering_rest_until)
       is distinct from (new.name, new.state, new.reason, new.rest_until, new.health, new.answering_rest_until))
     execute function tell_desk_of_row('accounts')`,
  `create trigger tell_desk_insert after insert on account for each row execute function tell_desk_of_row('accounts')`,
  `create trigger tell_desk_update after update on source for each row
     when ((old.name, old.fault, old.faults, old.last_new_at, old.stopped_at)
       is distinct from (new.name, new.fault, new.faults, new.last_new_at, new.stopped_at))
     execute function tell_desk_of_row('sources')`,
  `create trigger tell_desk_insert after insert on source for each row execute function tell_desk_of_row('sources')`,

  // Who may look: rare, and never to be missed.
  `create function tell_desk_of_staff() returns trigger language plpgsql as $$
   begin
     perform pg_notify('bacheca_desk', '* staff');
     return null;
   end $$`,
  `create trigger tell_desk_delete after delete on staff_session
     for each statement execute function tell_desk_of_staff()`,
  `create trigger tell_desk_update after update of disabled_at, is_administrator on staff_member
     for each statement execute function tell_desk_of_staff()`,
  `create trigger tell_desk_change after insert or update or delete on staff_role
     for each statement execute function tell_desk_of_staff()`,
  `create trigger tell_desk_insert after insert on authority
     for each statement execute function tell_desk_of_staff()`,
];
