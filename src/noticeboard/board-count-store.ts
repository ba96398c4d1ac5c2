import { type Kysely, sql } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { ItemKind } from "../watching/found-item.ts";
import {
  isOpenSql,
  isSoonSql,
  knownContract,
  knownOffice,
  knownPlace,
  narrowed,
  type Reading,
  shown,
  type Wording,
  worded,
} from "./board-conditions.ts";
import { type Contract, contractsIn } from "./contract.ts";
import { fold } from "./fold.ts";
import type { Profession } from "./profession.ts";
import type { Question } from "./question.ts";

type Db = Kysely<Schema>;

/** A place or an office, as items name it. */
export interface NamedCount {
  name: string;
  count: number;
}

/** How many items a question finds in each state, and by what they can be told apart. */
export interface BoardCounts {
  states: Record<Question["state"], number>;
  kinds: Map<ItemKind, number>;
  /** Those with the most items, by name. */
  places: NamedCount[];
  offices: NamedCount[];
  contracts: Map<Contract, number>;
  professions: Map<Profession, number>;
}

const namesMax = 80;

/** What each row counts by: one column of the walk, or all there is. */
type Grouped = "whole" | "kind" | "place" | "office" | "contract" | "professions";

interface CountRow {
  by: Grouped;
  kind: ItemKind | null;
  place: string | null;
  office: string | null;
  contract: string | null;
  /** A list, as JSON: texts are grouped faster. */
  professions: string | null;
  open: number;
  soon: number;
  all: number;
  /** The same of what the whole question leaves. */
  fitsOpen: number;
  fitsSoon: number;
  fitsAll: number;
}

/**
 * Counts for the filters of a question: kinds, places, offices, contracts and professions are counted among what its
 * words and its state leave, in one walk over the board; of each filter as if it were not chosen would cost a walk for
 * each.
 */
export async function countItems(
  db: Db,
  reading: Reading,
  question: Question,
  wording: Wording,
): Promise<BoardCounts> {
  const { rows } = await sql<CountRow>`
    with found as materialized (
      select i.kind, nullif(${knownPlace}, '') as place, ${knownOffice} as office, ${knownContract} as contract,
        i.reading ->> 'professions' as professions,
        ${isOpenSql(reading)} as is_open, ${isSoonSql(reading)} as is_soon,
        ${narrowed({ ...question, state: "all" }, reading)} as fits
      ${shown(reading)} and ${worded(question.search, wording)})
    select kind, place, office, contract, professions,
      case when grouping(kind) = 0 then 'kind' when grouping(place) = 0 then 'place'
        when grouping(office) = 0 then 'office' when grouping(contract) = 0 then 'contract'
        when grouping(professions) = 0 then 'professions' else 'whole' end as by,
      count(*) filter (where is_open)::int as open, count(*) filter (where is_soon)::int as soon,
      count(*)::int as all, count(*) filter (where fits and is_open)::int as "fitsOpen",
      count(*) filter (where fits and is_soon)::int as "fitsSoon", count(*) filter (where fits)::int as "fitsAll"
    from found group by grouping sets ((), (kind), (place), (office), (contract), (professions))`.execute(db);
  const whole = rows.find(({ by }) => by === "whole");
  const counted = rows
    .map((row) => ({ ...row, count: row[question.state] }))
    .filter(({ count }) => count > 0);
  const of = (by: Grouped) => counted.filter((row) => row.by === by);
  return {
    states: { open: whole?.fitsOpen ?? 0, soon: whole?.fitsSoon ?? 0, all: whole?.fitsAll ?? 0 },
    kinds: summed(of("kind").map(({ kind, count }) => [kind ? [kind] : [], count])),
    places: named(of("place").map(({ place, count }) => ({ name: place, count }))),
    offices: named(of("office").map(({ office, count }) => ({ name: office, count }))),
    // There are far fewer ways to write a contract than items, so they are told apart here.
    contracts: summed(of("contract").map(({ contract, count }) => [contractsIn(contract ?? ""), count])),
    professions: summed(
      of("professions").map(({ professions, count }) => [
        professions === null ? [] : (JSON.parse(professions) as Profession[]),
        count,
      ]),
    ),
  };
}

/** "CANTÙ" and "Cantù" are one place, called as most items call it. Folding ten thousand names would cost the database more. */
function named(rows: readonly { name: string | null; count: number }[]): NamedCount[] {
  const names = new Map<string, NamedCount>();
  for (const { name, count } of rows.toSorted((a, b) => b.count - a.count)) {
    if (!name) continue;
    const known = names.get(fold(name));
    names.set(fold(name), { name: known?.name ?? name, count: (known?.count ?? 0) + count });
  }
  return [...names.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, namesMax)
    .sort((a, b) => a.name.localeCompare(b.name, "it"));
}

/** Of things that one row may have several of. */
function summed<Each>(rows: readonly [those: readonly Each[], count: number][]): Map<Each, number> {
  const counts = new Map<Each, number>();
  for (const [those, count] of rows) {
    for (const each of those) counts.set(each, (counts.get(each) ?? 0) + count);
  }
  return counts;
}
