import fc from "fast-check";
import { expect, test } from "vitest";
import { parseExactly, storable } from "./exact-json.ts";

test.each([
  ['{"app_id":1517776481860111}', { app_id: "1517776481860111" }],
  ['{"app_id":-12345678901234567890}', { app_id: "-12345678901234567890" }],
  ["[ 10218471000000000001 ,1]", ["10218471000000000001", 1]],
  [
    '{"a":12345678901234567890,"b":"12345678901234567890"}',
    { a: "12345678901234567890", b: "12345678901234567890" },
  ],
  [
    '{"text":"id: 1517776481860111, \\"x\\": 1517776481860111","n":1767225600123}',
    { text: 'id: 1517776481860111, "x": 1517776481860111', n: 1767225600123 },
  ],
  ['{"half":"\\\\","n":1517776481860111}', { half: "\\", n: "1517776481860111" }],
  ['{"n":1.5176481860111234e20}', { n: 1.5176481860111234e20 }],
  ['"1517776481860111"', "1517776481860111"],
])("%s keeps every digit", (text, expected) => {
  expect(parseExactly(text)).toEqual(expected);
});

test.each(["", "{", "niente", '{"a":}', '{"a":1517776481860111'])("%j is no JSON", (text) => {
  expect(parseExactly(text)).toBeUndefined();
});

test("JSON without such numbers is read as it is, whatever its texts hold", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (text) => {
      const plain: unknown = JSON.parse(text);
      const hasLong = /\d{16}/.test(text);
      if (!hasLong) expect(parseExactly(text)).toEqual(plain);
      else expect(parseExactly(text)).toBeDefined();
    }),
  );
});

test("what a database cannot keep is left out, and what is too deep is not kept at all", () => {
  expect(storable({ "a\u0000": ["b\u0000c", "\ud800", 1, null, true] })).toEqual({
    a: ["bc", "\ufffd", 1, null, true],
  });
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
  expect(storable(nested(40))).toEqual(nested(40));
  expect(storable(nested(41))).toBeUndefined();
});
