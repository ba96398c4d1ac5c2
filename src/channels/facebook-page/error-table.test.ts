import { expect, test } from "vitest";
import { errorKeys, meaningOf } from "./error-table.ts";

/** Section 16 of the fact sheet, copied row by row with its class letters; U/T reads as U, the careful one. */
const factSheet: Record<string, string> = {
  "1": "U",
  "1/99": "U",
  "1/1357046": "U",
  "1/2853006": "P",
  "2": "U",
  "2/2018344": "P",
  "3": "P",
  "4": "R",
  "10": "P",
  "10/2018278": "X",
  "10/2534022": "X",
  "10/2018065": "P",
  "10/2018108": "X",
  "10/1893063": "P",
  "17": "R",
  "32": "R",
  "33": "missing",
  "100/33": "missing",
  "100": "X",
  "100/36009": "A",
  "100/1609005": "T",
  "1609005": "T",
  "100/2018001": "X",
  "100/2018008": "X",
  "100/2018047": "X",
  "100/2018074": "X",
  "100/2018109": "X",
  "100/2018014": "X",
  "100/2018218": "X",
  "102": "A",
  "104": "P",
  "190": "A",
  "190/458": "A",
  "190/459": "A",
  "190/460": "A",
  "190/463": "A",
  "190/464": "A",
  "190/467": "A",
  "190/492": "A",
  "190/2069032": "P",
  "200": "P",
  "299": "P",
  "200/1545041": "X",
  "551/1545041": "X",
  "200/2018028": "P",
  "200/2069030": "P",
  "200/2069031": "P",
  "200/2069033": "P",
  "210": "P",
  "240": "P",
  "283": "P",
  "324": "X",
  "341": "R",
  "368": "R",
  "368/1390008": "R",
  "382": "X",
  "389": "X",
  "506": "duplicate",
  "551": "X",
  "613": "R",
  "613/1996": "R",
  "613/2018338": "R",
  "803": "X",
  "1363040": "X",
  "1363127": "X",
  "1363128": "X",
  "1363129": "X",
  "2018300": "X",
  "2022": "X",
  "9000001": "X",
  "2874008": "X",
  "2932001": "X",
  "2932010": "X",
  "3001/1504028": "X",
  "6000": "X",
  "6001": "X",
  "80001": "R",
  "80002": "R",
  "80006": "R",
};

const letters: Record<string, string> = {
  later: "T",
  limit: "R",
  login: "A",
  permission: "P",
  permanent: "X",
  uncertain: "U",
};

test.each(Object.entries(factSheet))("error %s has class %s", (key, expected) => {
  const [code, subcode] = key.split("/").map(Number);
  const meaning = meaningOf({ code: code ?? 0, subcode, type: "OAuthException" });
  expect(letters[meaning.class] ?? meaning.class).toBe(expected);
  expect(meaning.pauseMinutes === undefined).toBe(meaning.class !== "limit");
});

test("a known code keeps its meaning under a subcode nobody has seen", () => {
  expect(meaningOf({ code: 190, subcode: 999 })).toMatchObject({ class: "login" });
  expect(meaningOf({ code: 80001, subcode: 2446079 })).toMatchObject({ class: "limit" });
  expect(meaningOf({ code: 1, subcode: 42 })).toMatchObject({ class: "uncertain" });
  expect(meaningOf({ code: 100, subcode: 490, type: "GraphMethodException" })).toMatchObject({
    reason: "invalid-parameter",
  });
});

test("an unknown code is uncertain", () => {
  for (const code of [0, -1, 5, 300, 490, 4900]) expect(meaningOf({ code }).class).toBe("uncertain");
});

test("no key stands in the table twice", () => {
  expect(new Set(errorKeys).size).toBe(errorKeys.length);
});
