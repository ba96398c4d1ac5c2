import { describe, expect, test } from "vitest";
import { isFiltering, itemLink, itemsLink, patternsOf, readFilter, readFrom } from "./item-filter.ts";

const none = {
  text: undefined,
  kind: undefined,
  state: undefined,
  authority: undefined,
  source: undefined,
  before: undefined,
  after: undefined,
};

describe("a filter", () => {
  test.each([
    [{}, {}],
    [{ q: "  cuoco   mensa " }, { text: "cuoco   mensa" }],
    [{ q: "" }, {}],
    [{ q: "a\u0000b" }, { text: "a b" }],
    [{ q: ["a", "b"] }, {}],
    [{ q: "\ud800" }, { text: "\ufffd" }],
    [
      { kind: "course", state: "held" },
      { kind: "course", state: "held" },
    ],
    [{ kind: "toString", state: "constructor" }, {}],
    [
      { authority: "valdilago", source: "portale" },
      { authority: "valdilago", source: "portale" },
    ],
    [{ authority: "../x", source: "" }, {}],
    [{ before: "12", after: "9" }, { before: "12" }],
    [{ after: "9" }, { after: "9" }],
    [{ before: "-1", after: "1e9" }, { before: undefined }],
    [{ before: "9999999999999999999999" }, {}],
  ])("is read from an address, and what is no filter is left out: %j", (query, filter) => {
    expect(readFilter(query)).toEqual({ ...none, ...filter });
  });

  test("is cut to what somebody types", () => {
    expect(readFilter({ q: "x".repeat(5_000) }).text).toHaveLength(200);
    expect(patternsOf("a ".repeat(100))).toHaveLength(8);
  });

  test("survives the way through an address", () => {
    const filter = { ...none, text: "50% & più", kind: "course", state: "held", before: "12" } as const;
    const query = Object.fromEntries(new URL(itemsLink(filter, "en"), "http://desk.example").searchParams);
    expect(readFilter(query)).toEqual(filter);
  });

  test.each([
    ["%", ["%\\%%"]],
    ["a_b", ["%a\\_b%"]],
    ["c:\\temp", ["%c:\\\\temp%"]],
    ["VDL-2026 saldatore", ["%VDL-2026%", "%saldatore%"]],
  ])("looks for %s as it is written", (text, patterns) => {
    expect(patternsOf(text)).toEqual(patterns);
  });

  test("leaves something out by what was chosen, not by the page of the list", () => {
    expect(isFiltering({ ...none, before: "5" })).toBe(false);
    expect(isFiltering({ ...none, state: "held" })).toBe(true);
  });
});

describe("the list an item was opened from", () => {
  test.each([
    ["/desk/items?state=held", "/desk/items?state=held"],
    ["/desk/items", "/desk/items"],
    ["/desk/items/valdilago/1", undefined],
    ["/desk", undefined],
    ["/desk/itemsx", undefined],
    ["//evil.example/desk/items", undefined],
    ["https://evil.example/desk/items", undefined],
    [undefined, undefined],
  ])("%s is %s", (value, from) => {
    expect(readFrom(value)).toBe(from);
  });

  test("stands in the address of the item", () => {
    const item = { authorityId: "valdilago", id: "x" };
    expect(itemLink(item, { lang: undefined, from: "/desk/items?q=a" })).toBe(
      "/desk/items/valdilago/x?from=%2Fdesk%2Fitems%3Fq%3Da",
    );
  });
});
