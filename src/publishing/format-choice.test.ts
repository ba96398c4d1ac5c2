import { describe, expect, test } from "vitest";
import type { Format } from "../channels/channel.ts";
import type { ItemKind } from "../watching/found-item.ts";
import { chosenFormats, type FormatChoice, formatsFor, listsOf } from "./format-choice.ts";

const forAll: FormatChoice = ["link-post", "photo-story"];
const byKind: FormatChoice = { others: ["link-post"], course: ["album", "link-post"], notice: [] };
const offersOnly: FormatChoice = { offer: ["photo-post"] };

describe("the formats of an account", () => {
  test.each<[FormatChoice, ItemKind, Format[]]>([
    [forAll, "offer", ["link-post", "photo-story"]],
    [byKind, "course", ["album", "link-post"]],
    [byKind, "event", ["link-post"]],
    [byKind, "notice", []],
    [offersOnly, "offer", ["photo-post"]],
    [offersOnly, "event", []],
  ])("of %j, a %s goes out as %j", (choice, kind, formats) => {
    expect(formatsFor(choice, kind)).toEqual(formats);
  });

  test.each<[FormatChoice, Format[]]>([
    [forAll, ["link-post", "photo-story"]],
    [byKind, ["link-post", "album"]],
  ])("of %j are, each once, %j", (choice, formats) => {
    expect(chosenFormats(choice)).toEqual(formats);
  });

  test("are told in the order of the kinds, the others last", () => {
    expect(listsOf(byKind).map(({ kind }) => kind)).toEqual(["course", "notice", "others"]);
    expect(listsOf(forAll)).toEqual([{ formats: forAll }]);
  });
});
