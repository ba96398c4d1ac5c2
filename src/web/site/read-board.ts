import type { Kysely } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { Reading, Wording } from "../../noticeboard/board-conditions.ts";
import { type BoardCounts, countItems } from "../../noticeboard/board-count-store.ts";
import { boardVersion, byLikeness, findItems, knowsLikeness } from "../../noticeboard/board-store.ts";
import { parametersOf, type Question } from "../../noticeboard/question.ts";
import type { ShownItem } from "../../noticeboard/shown-item.ts";
import { openMemory } from "./memory.ts";

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

interface Counted {
  counts: BoardCounts;
  wording: Wording;
}

/** Reads boards, and remembers what it read as long as nothing on them has changed. */
export interface BoardReader {
  read(reading: Reading, question: Question): Promise<Board>;
  count(reading: Reading, question: Question): Promise<Counted>;
}

/** Pages hold the texts of twenty items each, counts next to nothing. */
const pagesMost = 100;
const countsMost = 500;
const minuteMs = 60_000;

/**
 * Counting walks over the whole board, which is most of what a page costs, and most people ask for the same few pages.
 * What was read serves until something changes, or a minute is over in which a deadline may have passed.
 */
export function openBoardReader(
  db: Kysely<Schema>,
  versionOf: (authorityId: string) => Promise<string> = (id) => boardVersion(db, id),
): BoardReader {
  const counts = openMemory<Counted>({ weightMax: countsMost });
  const boards = openMemory<Board>({ weightMax: pagesMost });

  async function keyOf({ authorityId, now }: Reading, question: Question): Promise<string> {
    const version = await versionOf(authorityId);
    return JSON.stringify([
      authorityId,
      version,
      Math.floor(now.getTime() / minuteMs),
      parametersOf(question),
    ]);
  }

  async function counted(reading: Reading, question: Question): Promise<Counted> {
    const whole = { ...question, page: 1 };
    return await counts.recall(await keyOf(reading, whole), () => count(db, reading, whole));
  }

  return {
    count: counted,
    async read(reading, question) {
      const key = await keyOf(reading, question);
      return await boards.recall(key, async () =>
        page(db, reading, question, await counted(reading, question)),
      );
    },
  };
}

async function page(
  db: Kysely<Schema>,
  reading: Reading,
  question: Question,
  { counts, wording }: Counted,
): Promise<Board> {
  const found = counts.states[question.state];
  const pages = Math.max(1, Math.ceil(found / pageItems));
  const how = { wording, limit: pageItems, offset: (question.page - 1) * pageItems };
  const find = (own: Kysely<Schema>) => findItems(own, reading, question, how);
  const isThere = found > 0 && question.page <= pages;
  const items = !isThere ? [] : await (wording === "alike" ? byLikeness(db, find) : find(db));
  return { question, items, counts, found, pages, wording };
}

/** Where nothing holds the words of a question, what resembles them is counted. */
async function count(db: Kysely<Schema>, reading: Reading, question: Question): Promise<Counted> {
  const counts = await countItems(db, reading, question, "exact");
  if (counts.states.all > 0 || question.search === "" || !(await knowsLikeness(db))) {
    return { counts, wording: "exact" };
  }
  const alike = await byLikeness(db, (trx) => countItems(trx, reading, question, "alike"));
  return alike.states.all > 0 ? { counts: alike, wording: "alike" } : { counts, wording: "exact" };
}
