import type { Kysely } from "kysely";
import type { Schema } from "../../database/schema.ts";
import {
  type BoardCounts,
  countItems,
  findItems,
  knowsLikeness,
  type Reading,
  type Wording,
} from "../../noticeboard/board-store.ts";
import type { Question } from "../../noticeboard/question.ts";
import type { ShownItem } from "../../noticeboard/shown-item.ts";

export const pageItems = 20;

/** One page of the noticeboard, with what its filters count. */
export interface Board {
  question: Question;
  items: ShownItem[];
  counts: BoardCounts;
  /** How many the question finds on all pages. */
  found: number;
  pages: number;
  /** "alike" where nothing held the words, so that items with similar ones are shown. */
  wording: Wording;
}

/** Reads what a question finds; where nothing holds its words, what resembles them. */
export async function readBoard(db: Kysely<Schema>, reading: Reading, question: Question): Promise<Board> {
  let wording: Wording = "exact";
  let counts = await countItems(db, reading, question, wording);
  if (counts.states.all === 0 && question.search !== "" && (await knowsLikeness(db))) {
    const alike = await countItems(db, reading, question, "alike");
    if (alike.states.all > 0) [counts, wording] = [alike, "alike"];
  }
  const found = counts.states[question.state];
  const pages = Math.max(1, Math.ceil(found / pageItems));
  const offset = (question.page - 1) * pageItems;
  const isThere = found > 0 && question.page <= pages;
  const items = isThere ? await findItems(db, reading, question, { wording, limit: pageItems, offset }) : [];
  return { question, items, counts, found, pages, wording };
}
