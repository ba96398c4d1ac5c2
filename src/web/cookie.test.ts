import { expect, test } from "vitest";
import { cookieHeader, readCookie } from "./cookie.ts";

test("a cookie is for us alone, comes along from other sites' links, and is safe where the desk is", () => {
  const cookie = { name: "a", value: "b-_1", path: "/desk", maxAgeSeconds: 600 };
  expect(cookieHeader({ ...cookie, isSecure: true })).toBe(
    "a=b-_1; Path=/desk; Max-Age=600; HttpOnly; SameSite=Lax; Secure",
  );
  expect(cookieHeader({ ...cookie, isSecure: false })).not.toContain("Secure");
});

test.each([
  ["a=1; b=2", "b", "2"],
  ["ab=1", "b", undefined],
  ["b=", "b", undefined],
  ["b=x y", "b", undefined],
  [`b=${"x".repeat(201)}`, "b", undefined],
  [undefined, "b", undefined],
])("of %j, %s reads as %j", (header, name, value) => {
  expect(readCookie(header, name)).toBe(value);
});
