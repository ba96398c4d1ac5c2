import { expect, test } from "vitest";
import { en } from "./en.ts";
import { it } from "./it.ts";

/** "board.count(1)": every place of a dictionary, with how many things its sentence is given. */
function places(value: unknown, path = ""): string[] {
  if (typeof value === "function") return [`${path}(${value.length})`];
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) => places(part, path ? `${path}.${key}` : key));
}

/** All that is said, sentences that take something with a stand-in of the kind they take. */
function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return said(value as (...given: unknown[]) => unknown);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [];
}

function said(sentence: (...given: unknown[]) => unknown): string[] {
  return [2, 1, 0].map((given) => String(sentence(given, given, given, given)));
}

test("both languages say the same things", () => {
  expect(places(en).sort()).toEqual(places(it).sort());
});

test("nothing is said with an empty sentence or a missing word", () => {
  const all = [...texts(it), ...texts(en)];
  expect(all.filter((text) => text.trim() === "" || /undefined|\[object|NaN/.test(text))).toEqual([]);
});

test("one and several are told apart", () => {
  expect([it.board.count(1), it.board.count(2000), it.board.count(0)]).toEqual([
    "1 notizia",
    "2000 notizie",
    "Nessuna notizia",
  ]);
  expect([it.standing.daysLeft(0), it.standing.daysLeft(1), it.standing.daysLeft(2)]).toEqual([
    "Scade oggi",
    "Scade domani",
    "Mancano 2 giorni",
  ]);
  expect(en.board.count(1)).toBe("1 item");
});

/** Gulpease, the Italian index of how easily a text is read: 0 to 100; from 60 on with middle school behind one. */
function gulpease(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = words.join("").length;
  const sentences = text.match(/[.!?:](?=\s|$)/g)?.length ?? 1;
  return 89 + (300 * sentences - 10 * letters) / words.length;
}

test("the fixed Italian texts are read with middle school behind one", () => {
  const sentences = texts(it).filter((text) => /[.!?:]$/.test(text) && text.split(" ").length >= 5);
  const index = gulpease(sentences.join(" "));
  console.log(`Gulpease of ${sentences.length} Italian texts: ${Math.round(index)}`);
  expect(sentences.length).toBeGreaterThan(50);
  expect(index).toBeGreaterThanOrEqual(60);
});
