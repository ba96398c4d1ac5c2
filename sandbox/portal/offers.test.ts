import { describe, expect, test } from "vitest";
import { kinds } from "./item.ts";
import { offerAt, offers } from "./offers.ts";

const now = new Date("2026-11-23T08:30:00Z");
const first = (count: number, seed: number) =>
  Array.from({ length: count }, (_, at) => offerAt(seed, at, now));
const many = first(400, 1);

describe("the pretend news", () => {
  test("the same seed, position and moment give the same words", () => {
    expect(first(50, 5)).toEqual(first(50, 5));
    expect(offers(5, now, 20).next().value).toEqual(offerAt(5, 20, now));
  });

  test("another seed tells another story", () => {
    expect(offerAt(6, 0, now).title + offerAt(6, 1, now).title).not.toBe(
      offerAt(5, 0, now).title + offerAt(5, 1, now).title,
    );
  });

  test("each has its own reference, in the year of its publication", () => {
    expect(new Set(many.map((draft) => draft.reference)).size).toBe(many.length);
    for (const draft of many) expect(draft.reference).toMatch(/^[A-Z0-9]+-2026-\d{4}$/);
  });

  test("holds every kind, offers above all", () => {
    const counts = new Map(kinds.map((kind) => [kind, many.filter((draft) => draft.kind === kind).length]));
    expect(Math.min(...counts.values())).toBeGreaterThan(0);
    expect(counts.get("offer")).toBeGreaterThan(200);
  });

  test("holds what breaks careless readers: accents, apostrophes, quotes, & and <, long titles", () => {
    const words = many.map((draft) => `${draft.title} ${draft.employer} ${draft.text}`).join("\n");
    for (const trap of ["ù", "'", '"', " & ", " < ", "–", "€", "º", "«"]) expect(words).toContain(trap);
    expect(Math.max(...many.map((draft) => draft.title.length))).toBeGreaterThan(110);
  });

  test("has last days that are still to come, on working days", () => {
    for (const { deadline } of many) {
      if (deadline === undefined) continue;
      expect(deadline > "2026-11-23").toBe(true);
      expect([1, 2, 3, 4, 5]).toContain(new Date(deadline).getUTCDay());
    }
  });

  test("never leaves a gap where a word should be", () => {
    for (const draft of many) expect(JSON.stringify(draft)).not.toMatch(/undefined|null|NaN| {2}/);
  });
});
