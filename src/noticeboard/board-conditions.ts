import { type RawBuilder, sql } from "kysely";
import { addDays } from "../authority/calendar/local-date.ts";
import { dateIn, endOfDate } from "../authority/calendar/zoned-time.ts";
import { closesText } from "./closing.ts";
import { contractPatterns } from "./contract.ts";
import { fold } from "./fold.ts";
import type { Question } from "./question.ts";
import { soonDays } from "./standing.ts";

/** Whose board, and when it is read. */
export interface Reading {
  authorityId: string;
  timeZone: string;
  now: Date;
}

/**
 * The last word on the life of the item `i`, as `life`, by one look into an index for each: joined at once, all would be compared with all
 * on a day when the planner thinks there are few.
 */
export const lifeOfEach = sql`left join lateral (select c.kind, c.at from change c
    where c.authority_id = i.authority_id and c.item_id = i.id
      and c.kind in ('extended','closed','reopened','withdrawn','expired')
    order by c.at desc limit 1) life on true`;

/**
 * Whether a publication is held back by an objection to its item itself. What a person keeps off Facebook, what waits for
 * being many at once, or after a restore, is a public notice of the portal all the same: only its posts wait.
 */
export const isObjectedTo = sql`(state = 'held' and reason not in ('flood','restored','by-hand'))`;

/** Whether the item `i` may be seen: nobody objects to one of its publications. */
const isUnopposed = sql`not exists (select 1 from publication p where p.authority_id = i.authority_id
  and p.item_id = i.id and ${isObjectedTo})`;

/** Items an authority shows: not withdrawn, and not held back by an objection. */
export function shown({ authorityId }: Pick<Reading, "authorityId">): RawBuilder<unknown> {
  return sql`from item i ${lifeOfEach}
  where i.authority_id = ${authorityId} and life.kind is distinct from 'withdrawn'
    and ${isUnopposed}`;
}

/** What is known of the item `i`: the facts that have a field, and those that were read in its words. */
export const knownFacts = sql`(coalesce(i.reading -> 'facts', '{}'::jsonb) || i.facts)`;
export const knownPlace = sql`btrim(coalesce(i.facts ->> 'place', i.reading #>> '{facts,place}'))`;
export const knownContract = sql`coalesce(i.facts ->> 'contract', i.reading #>> '{facts,contract}')`;
export const knownOffice = sql`(i.reading ->> 'office')`;

/** When it closes, as text that compares like time; a deadline that was read is always a day. */
export const closes = sql`coalesce(i.closes, i.reading #>> '{facts,deadline}')`;

/**
 * Days compare with days of the authority's wall, moments with moments. Of `coalesce(life.kind, '')` the planner believes
 * that it excludes everything, and then sorts the whole board for one page of it.
 */
export function isOpenSql({ timeZone, now }: Reading): RawBuilder<unknown> {
  return sql`((life.kind is null or life.kind not in ('closed','expired')) and (${closes} is null or ${closes} >
    case when length(${closes}) = 10 then ${addDays(dateIn(now, timeZone), -1)} else ${closesText(now)} end))`;
}

export function isSoonSql(reading: Reading): RawBuilder<unknown> {
  const { timeZone, now } = reading;
  const last = addDays(dateIn(now, timeZone), soonDays);
  return sql`(${isOpenSql(reading)} and ${closes} <= case when length(${closes}) = 10 then ${last as string}
    else ${closesText(new Date(endOfDate(last, timeZone).getTime() - 1000))} end)`;
}

/** The conditions of a question besides its words. */
export function narrowed(question: Question, reading: Reading): RawBuilder<unknown> {
  const { kind, place, contract, office, profession, state } = question;
  const conditions = [
    ...(kind ? [sql`i.kind = ${kind}`] : []),
    ...(place ? [sql`folded(${knownPlace}) = folded(${place})`] : []),
    ...(contract ? [sql`${knownContract} ~* ${contractPatterns[contract]}`] : []),
    ...(office ? [sql`folded(${knownOffice}) = folded(${office})`] : []),
    ...(profession ? [sql`jsonb_exists(i.reading -> 'professions', ${profession})`] : []),
    ...(state === "open" ? [isOpenSql(reading)] : []),
    ...(state === "soon" ? [isSoonSql(reading)] : []),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** How the words of a question are looked for: as they are, or by their likeness. */
export type Wording = "exact" | "alike";

export function worded(search: string, wording: Wording): RawBuilder<unknown> {
  const words = fold(search);
  if (words.trim() === "") return sql`true`;
  if (wording === "alike") {
    // Each word for itself, so that one that is written well does not carry the others along.
    const each = words.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 3);
    if (each.length === 0) return sql`false`;
    return sql.join(
      each.slice(0, 8).map((word) => sql`${word} <% item_heading(i.title, i.facts)`),
      sql` and `,
    );
  }
  return sql`i.words @@ websearch_to_tsquery('pg_catalog.italian', ${words})`;
}
