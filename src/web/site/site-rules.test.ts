import { describe, expect, test } from "vitest";
import { authoritySettings } from "../../authority/settings.ts";
import { contrast } from "../../publishing/cards/contrast.ts";
import { partOfStyle } from "../part-of-style.ts";
import { pagesShown } from "./board-pagination.ts";
import { lookStyle } from "./look-style.ts";

describe("links from page to page", () => {
  test.each([
    [1, 1, [1]],
    [1, 2, [1, 2]],
    [1, 10, [1, 2, 0, 10]],
    [3, 10, [1, 2, 3, 4, 0, 10]],
    [4, 10, [1, 2, 3, 4, 5, 0, 10]],
    [5, 10, [1, 0, 4, 5, 6, 0, 10]],
    [10, 10, [1, 0, 9, 10]],
  ])("of page %i of %i are %o", (page, pages, shown) => {
    expect(pagesShown(page, pages)).toEqual(shown);
  });
});

describe("an authority's colours", () => {
  test.each(["#0066CC", "#ffcc00", "#ffffff", "#000", "#777777", "#00ff00", "#c0392b"])(
    "made of %s can be read in light and in dark",
    (primary) => {
      const css = lookStyle(authoritySettings.parse({ look: { primary } }).look);
      const [light = "", dark = ""] = css.split("@media");
      for (const [part, grounds] of [
        [light, ["#ffffff", "#f3f6f9"]],
        [dark, ["#18242f", "#0f1820"]],
      ] as const) {
        const colour = (name: string) => new RegExp(`${name}:(#[0-9a-f]{6})`).exec(part)?.[1] ?? "";
        for (const ground of grounds) expect(contrast(colour("--link"), ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(colour("--on-link"), colour("--link"))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(colour("--head-ink"), colour("--head"))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(colour("--slim-ink"), colour("--slim"))).toBeGreaterThanOrEqual(4.5);
      }
    },
  );
});

describe("the part of a style sheet", () => {
  const used = new Set(["btn", "a"]);

  test.each([
    ["p,.btn{x:1}", "p,.btn{x:1}"],
    [".btn.big{x:1}.btn:not(.big) a{y:2}", ".btn:not(.big) a{y:2}"],
    ["/* .x{} */@charset 'utf-8';b{c:d}", "b{c:d}"],
    ["@media print{.no{a:b}.a{c:d}}@media screen{.no{a:b}}", "@media print{.a{c:d}}"],
    [`.a{content:"}{"}.no{x:1}`, `.a{content:"}{"}`],
    ["@keyframes spin{from{a:b}}@font-face{c:d}.a:is(.btn,.no){e:f}", ""],
    [":root{--x:1}.a-b{x:1}.sm\\:a{x:1}", ":root{--x:1}"],
  ])("%s leaves %s", (css, part) => {
    expect(partOfStyle(css, used)).toBe(part);
  });
});
