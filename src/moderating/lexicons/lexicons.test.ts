import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { shared, sharedIsHere, sharedMissing } from "../../../test/shared.ts";
import { phrasesOf } from "../reading/phrase.ts";
import { allLists } from "./all-lists.ts";
import { classes } from "./classes.ts";
import { hostility } from "./hostility.ts";
import type { WordSet } from "./word-list.ts";

const sets: WordSet[] = [...allLists, ...hostility];

describe("every paragraph can be read by a person", () => {
  test.each(sets)("$kind: $note", ({ note, say }) => {
    expect(note.length).toBeGreaterThan(10);
    expect(say.length).toBeGreaterThan(0);
    for (const said of say) expect(phrasesOf(said).length).toBeGreaterThan(0);
  });
});

test("phrases name only classes that exist", () => {
  const named = sets.flatMap(({ say }) =>
    say.flatMap(phrasesOf).flatMap((phrase) => phrase.flatMap((step) => step.classes)),
  );
  expect([...new Set(named)].filter((name) => classes[name] === undefined)).toEqual([]);
});

test("no step of a phrase is written with signs that no word has", () => {
  const steps = sets.flatMap(({ say }) => say).flatMap((said) => said.split(" "));
  expect(steps.filter((step) => step !== ".." && step !== "..." && /[.,;:!()]/.test(step))).toEqual([]);
});

test.skipIf(!sharedIsHere)(`no sentence of the samples stands in the lists (${sharedMissing})`, () => {
  const { items } = JSON.parse(readFileSync(shared("samples/comments.json"), "utf8")) as {
    items: { text: string }[];
  };
  const programs = readdirSync(import.meta.dirname)
    .filter((file) => !file.endsWith(".test.ts"))
    .map((file) => readFileSync(path.join(import.meta.dirname, file), "utf8").toLowerCase())
    .join("\n");
  const long = items.map(({ text }) => text.toLowerCase()).filter((text) => text.length > 20);
  expect(long.filter((text) => programs.includes(text))).toEqual([]);
});
