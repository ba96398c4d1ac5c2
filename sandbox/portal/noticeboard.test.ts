import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openNoticeboard } from "./noticeboard.ts";
import { offerAt } from "./offers.ts";

const now = () => new Date("2026-11-23T08:30:00Z");
let folder: string;
let dataFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "portal-"));
  dataFile = join(folder, "data", "portal.jsonl");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a reopened noticeboard shows the same items in the same order, edits and withdrawals included", () => {
  const board = openNoticeboard({ dataFile, now });
  const [first, second] = [0, 1, 2].map((position) => board.publish(offerAt(1, position, now()), position));
  board.edit(first?.id ?? 0, { title: "Titolo rettificato", deadline: undefined });
  board.remove(second?.id ?? 0);
  const shown = structuredClone(board.items());
  board.close();
  const again = openNoticeboard({ dataFile, now });
  expect(JSON.parse(JSON.stringify(again.items()))).toEqual(JSON.parse(JSON.stringify(shown)));
  expect(again.wasRemoved(second?.id ?? 0)).toBe(true);
  expect(again.nextStreamPosition()).toBe(3);
  expect(again.publish({ kind: "notice", title: "Nuovo", text: "…" }).id).toBe(4);
  again.close();
});

test("a line torn by a crash is forgotten and does not spoil what is written after it", () => {
  const board = openNoticeboard({ dataFile, now });
  board.publish(offerAt(1, 0, now()));
  board.close();
  appendFileSync(dataFile, '{"event":"published","item":{"id":2,"ti');
  const again = openNoticeboard({ dataFile, now });
  expect(again.items()).toHaveLength(1);
  again.publish(offerAt(1, 1, now()));
  again.close();
  const third = openNoticeboard({ dataFile, now });
  expect(third.items()).toHaveLength(2);
  third.close();
});

test("a file that is something else is refused by name and left as it was", () => {
  const letter = join(folder, "lettera.txt");
  writeFileSync(letter, "Gentile direttore,\nle scrivo\n");
  expect(() => openNoticeboard({ dataFile: letter, now })).toThrow(/lettera\.txt, line 1/);
  expect(readFileSync(letter, "utf8")).toContain("Gentile direttore");
});

test("an item keeps its address when its title changes", () => {
  const board = openNoticeboard({ now });
  const item = board.publish({ kind: "offer", title: "Cuoca/o per la mensa di Cantù", text: "…" });
  expect(item.slug).toBe("cuoca-o-per-la-mensa-di-cantu-1");
  expect(board.edit(item.id, { title: "Altro" }).slug).toBe(item.slug);
});

test("the oldest items leave when there are more than two thousand", () => {
  const board = openNoticeboard({ now });
  for (let position = 0; position < 2005; position++)
    board.publish({ kind: "notice", title: `N. ${position}`, text: "…" });
  expect(board.items()).toHaveLength(2000);
  expect(board.items()[0]?.title).toBe("N. 2004");
});
