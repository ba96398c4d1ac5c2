import { expect, test } from "vitest";
import { chooseLanguage } from "./language.ts";
import { isSameOrigin } from "./same-origin.ts";

test.each([
  [undefined, undefined, "it"],
  ["en", "it", "en"],
  ["fr", "en", "en"],
  [["en", "it"], "", "it"],
  [undefined, "de,fr", "it"],
  [undefined, "en-GB,it;q=0.5", "en"],
  [undefined, "en;q=0.2, it-IT;q=0.9", "it"],
  [undefined, "en;q=0", "it"],
  [undefined, "*", "it"],
] as const)("asked %j, accepting %j, the answer is in %s", (asked, accepted, language) => {
  expect(chooseLanguage(asked, accepted)).toBe(language);
});

test.each([
  [{ origin: "https://b.example", host: "b.example" }, true],
  [{ origin: "https://b.example", host: "127.0.0.1:8090", "sec-fetch-site": "same-origin" }, true],
  [{ origin: "http://c.example", host: "b.example" }, false],
  [{ origin: "null", host: "b.example" }, false],
  [{ host: "b.example" }, false],
  [{ host: "b.example", "sec-fetch-site": "same-origin" }, true],
  [{ origin: "https://b.example", host: "b.example", "sec-fetch-site": "cross-site" }, false],
])("a form with %j is our own: %s", (headers, isOurs) => {
  expect(isSameOrigin(headers, "https://b.example")).toBe(isOurs);
});
