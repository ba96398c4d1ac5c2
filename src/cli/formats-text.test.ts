import { expect, test } from "vitest";
import type { FormatChoice } from "../publishing/format-choice.ts";
import { formatsText } from "./formats-text.ts";

test.each<[FormatChoice, string]>([
  [["link-post"], "link-post"],
  [["link-post", "photo-story"], "link-post, photo-story"],
  [
    { others: ["link-post"], notice: [], offer: ["link-post", "reel"] },
    "offer: link-post, reel; notice: (niente); others: link-post",
  ],
])("formats are told as people write them: %j", (choice, text) => {
  expect(formatsText(choice, "(niente)")).toBe(text);
});
