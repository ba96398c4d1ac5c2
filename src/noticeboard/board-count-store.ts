import { type Kysely, sql } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { ItemKind } from "../watching/found-item.ts";
import {
  isOpenSql,
  isSoonSql,
  narrowed,
  type Reading,
  shown,
  type Wording,
  worded,
} from "./board-conditions.ts";
import { type Contract, contractsIn } from "./contract.ts";
import type { Question } from "./question.ts";

type Db = Kysely<Schema>;

/** How many items a question finds in each state, and by what they can be told apart. */
export interface BoardCounts {
  states: Record<Question["state"], number>;
  kinds: Map<ItemKind, number>;
  /** The places with the most items, as items name them. */
  places: { name: string; count: number }[];
  contracts: Map<Contract, number>;
}

const placesMax = 80;

interface CountRow {
  kind: ItemKind | null;
  place: string | null;
  contract: string | null;
  isKind: boolean;
  isPlace: boolean;
  isContract: boolean;
  open: number;
  soon: number;
  all: number;
  /** The same of what the whole question leaves. */
  fitsOpen: number;
  fitsSoon: number;
  fitsAll: number;
}

/**
 * Counts for the filters of a question: kinds, places and contracts are counted among what its words and its state
 * leave, in one walk over the board; of each filter as if it were not chosen would cost a walk for each.
 */
export async function countItems(
  db: Db,
  reading: Reading,
  question: Question,
  wording: Wording,
): Promise<BoardCounts> {
  const { rows } = await sql<CountRow>`
    with found as materialized (
      select i.kind, nullif(btrim(i.facts ->> 'place'), '') as place, i.facts ->> 'contract' as contract,
        ${isOpenSql(reading)} as is_open, ${isSoonSql(reading)} as is_soon,
        ${narrowed({ ...question, state: "all" }, reading)} as fits
      ${shown(reading)} and ${worded(question.search, wording)})
    select kind, min(place) as place, contract, grouping(kind) = 0 as "isKind",
      grouping(lower(place)) = 0 as "isPlace", grouping(contract) = 0 as "isContract",
      count(*) filter (where is_open)::int as open, count(*) filter (where is_soon)::int as soon,
      count(*)::int as all, count(*) filter (where fits and is_open)::int as "fitsOpen",
      count(*) filter (where fits and is_soon)::int as "fitsSoon", count(*) filter (where fits)::int as "fitsAll"
    from found group by grouping sets ((), (kind), (lower(place)), (contract))`.execute(db);
  const whole = rows.find((row) => !row.isKind && !row.isPlace && !row.isContract);
  const counted = rows
    .map((row) => ({ ...row, count: row[question.state] }))
    .filter(({ count }) => count > 0);
  return {
    states: { open: whole?.fitsOpen ?? 0, soon: whole?.fitsSoon ?? 0, all: whole?.fitsAll ?? 0 },
    kinds: new Map(counted.flatMap(({ isKind, kind, count }) => (isKind && kind ? [[kind, count]] : []))),
    places: placesOf(counted),
    contracts: contractsOf(counted),
  };
}

function placesOf(rows: readonly (CountRow & { count: number })[]): BoardCounts["places"] {
  return rows
    .flatMap(({ isPlace, place, count }) => (isPlace && place ? [{ name: place, count }] : []))
    .sort((a, b) => b.count - a.count)
    .slice(0, placesMax)
    .sort((a, b) => a.name.localeCompare(b.name, "it"));
}

/** There are far fewer ways to write a contract than items, so they are told apart here. */
function contractsOf(rows: readonly (CountRow & { count: number })[]): BoardCounts["contracts"] {
  const counts = new Map<Contract, number>();
  for (const { isContract, contract, count } of rows) {
    if (!isContract || !contract) continue;
    for (const each of contractsIn(contract)) counts.set(each, (counts.get(each) ?? 0) + count);
  }
  return counts;
}
