import { describe, expect, test } from "vitest";
import {
  codeAt,
  newRecoveryCodes,
  newTotpSecret,
  plainRecoveryCode,
  stepOfCode,
  totpAddress,
} from "./one-time-code.ts";

describe("codes of an authenticator", () => {
  // "12345678901234567890" of RFC 6238, appendix B; the RFC shows eight digits, of which these are the last six.
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  test.each([
    ["1970-01-01T00:00:59Z", "287082", 1],
    ["2005-03-18T01:58:29Z", "081804", 37037036],
    ["2009-02-13T23:31:30Z", "005924", 41152263],
    ["2033-05-18T03:33:20Z", "279037", 66666666],
  ])("at %s %s is right, as the RFC has it", (iso, code, step) => {
    expect(codeAt(secret, new Date(iso))).toBe(code);
    expect(stepOfCode(secret, code, new Date(iso))).toBe(step);
  });

  test.each([
    [-61, false],
    [-31, true],
    [-1, true],
    [29, true],
    [59, true],
    [60, false],
  ])("%i seconds after the beginning of its half minute: %s", (seconds, isRight) => {
    const beginning = new Date("2026-11-27T09:00:00Z");
    const asked = new Date(beginning.getTime() + seconds * 1000);
    const step = stepOfCode(secret, codeAt(secret, beginning), asked);
    // Whenever it is typed, it stays the code of its own half minute.
    expect(step).toBe(isRight && seconds >= -30 ? beginning.getTime() / 30_000 : undefined);
  });

  test.each(["", "12345", "1234567", "abcdef", "28708²"])("%j is no code", (typed) => {
    expect(stepOfCode(secret, typed, new Date("1970-01-01T00:00:59Z"))).toBeUndefined();
  });

  test("may be typed with the gap that authenticators show", () => {
    expect(stepOfCode(secret, " 287 082 ", new Date("1970-01-01T00:00:59Z"))).toBe(1);
  });

  test("the square says whose they are, and the secret has 160 bits", () => {
    const own = newTotpSecret();
    expect(own).toMatch(/^[A-Z2-7]{32}$/);
    const address = new URL(totpAddress(own, "marco@valdilago.example"));
    expect(address.protocol).toBe("otpauth:");
    expect(decodeURIComponent(address.pathname)).toContain("Bacheca:marco@valdilago.example");
    expect(address.searchParams.get("secret")).toBe(own);
  });
});

describe("codes for the day the telephone is lost", () => {
  test("are eight, all different, and nothing in them looks like something else", () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(8);
    for (const code of codes) expect(code).toMatch(/^[a-hj-km-np-z2-9]{5}-[a-hj-km-np-z2-9]{5}$/);
  });

  test.each([
    ["k7m2p-x9qrt", "k7m2px9qrt"],
    [" K7M2P x9qrt ", "k7m2px9qrt"],
    ["287082", undefined],
  ])("%j is compared as %s", (typed, plain) => {
    expect(plainRecoveryCode(typed)).toBe(plain);
  });
});
