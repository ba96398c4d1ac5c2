import { describe, expect, test } from "vitest";
import { changedParts } from "./corrections.ts";

const offer = {
  title: "Cuoco",
  body: "Testo",
  link: "https://portale.example/1",
  facts: { deadline: "2026-12-01", place: "Castelmarmo" },
  attachments: [{ url: "https://portale.example/a.pdf", title: "Bando" }],
};

describe("what the portal changed", () => {
  test.each([
    ["nothing", offer, []],
    ["the title", { ...offer, title: "Cuoca/o" }, [{ part: "title", before: "Cuoco", after: "Cuoca/o" }]],
    [
      "a fact, and one that is gone",
      { ...offer, facts: { deadline: "2026-12-15" } },
      [
        { part: "place", before: "Castelmarmo", after: null },
        { part: "deadline", before: "2026-12-01", after: "2026-12-15" },
      ],
    ],
    [
      "the attachments, by their names",
      { ...offer, attachments: [...offer.attachments, { url: "https://portale.example/b.pdf" }] },
      [{ part: "attachments", before: "Bando", after: "Bando\nhttps://portale.example/b.pdf" }],
    ],
  ])("%s", (_name, after, changed) => {
    expect(changedParts(offer, after)).toEqual(changed);
  });

  test.each([null, undefined, "x", 3, [], { title: 3, facts: "x", attachments: {} }])(
    "a version of another shape, %j, says nothing of any part",
    (odd) => {
      expect(changedParts(odd, odd)).toEqual([]);
      expect(changedParts(odd, { title: "Cuoco" })).toEqual([
        { part: "title", before: null, after: "Cuoco" },
      ]);
    },
  );
});
