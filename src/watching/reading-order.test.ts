import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inReadingOrder } from "./reading-order.ts";

const item = (name: string, day?: number): { name: string; publishedAt?: Date } => ({
  name,
  publishedAt: day === undefined ? undefined : new Date(Date.UTC(2026, 10, day)),
});
const names = (items: { name: string; publishedAt?: Date }[]) =>
  inReadingOrder(items)
    .map(({ name }) => name)
    .join("");

describe("the order of the portal", () => {
  it("is oldest first in a feed that shows the newest first", () => {
    expect(names([item("c", 3), item("b", 2), item("a", 1)])).toBe("abc");
  });

  it("follows the document, from its end, where all items of a day share one date", () => {
    expect(names([item("d", 2), item("c", 1), item("b", 1), item("a", 1)])).toBe("abcd");
  });

  it("follows the document as it stands where that runs oldest first", () => {
    expect(names([item("a", 1), item("b", 1), item("c", 2)])).toBe("abc");
  });

  it("keeps items without a date beside their neighbours", () => {
    expect(names([item("c", 3), item("b"), item("a", 1)])).toBe("abc");
    expect(names([item("c"), item("b"), item("a")])).toBe("abc");
  });

  it("loses and invents nothing", () => {
    const days = fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(days), (dates) => {
        const items = dates.map((day, i) => item(String(i), day));
        expect(new Set(inReadingOrder(items))).toEqual(new Set(items));
      }),
    );
  });
});
