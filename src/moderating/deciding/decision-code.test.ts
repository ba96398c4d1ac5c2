import fc from "fast-check";
import { expect, test } from "vitest";
import { newDecisionCode, readDecisionCode, showDecisionCode } from "./decision-code.ts";

const code = fc.constant(0).map(() => newDecisionCode());

test("a code is read back however it is typed", () => {
  fc.assert(
    fc.property(code, (one) => {
      expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/);
      expect(readDecisionCode(showDecisionCode(one))).toBe(one);
      expect(readDecisionCode(` ${one.toLowerCase().replaceAll("0", "o").replaceAll("1", "l")} `)).toBe(one);
    }),
  );
});

test("one wrong sign is always noticed", () => {
  const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  fc.assert(
    fc.property(code, fc.nat(12), fc.constantFrom(...signs), (one, at, sign) => {
      fc.pre(one[at] !== sign);
      expect(readDecisionCode(one.slice(0, at) + sign + one.slice(at + 1))).toBeUndefined();
    }),
  );
});

test("two signs that were exchanged are always noticed", () => {
  fc.assert(
    fc.property(code, fc.nat(12), fc.nat(12), (one, a, b) => {
      fc.pre(one[a] !== one[b]);
      const signs = [...one];
      [signs[a], signs[b]] = [one[b] ?? "", one[a] ?? ""];
      expect(readDecisionCode(signs.join(""))).toBeUndefined();
    }),
  );
});

test("what is no code is none", () => {
  for (const typed of ["", "7K3M", "-".repeat(10_000), "7K3M-Q9TW-2XC4!"]) {
    expect(readDecisionCode(typed)).toBeUndefined();
  }
});
