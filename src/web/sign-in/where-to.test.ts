import { expect, test } from "vitest";
import { whereTo } from "./where-to.ts";

test.each<[unknown, string | undefined]>([
  ["/desk", "/desk"],
  ["/desk?authority=valdilago", "/desk?authority=valdilago"],
  ["/desk/accounts/valdilago/logins/1?lang=en", "/desk/accounts/valdilago/logins/1?lang=en"],
  ["/desktop", undefined],
  ["/desk.evil.example", undefined],
  ["//evil.example/desk", undefined],
  ["/\\evil.example", undefined],
  ["/desk\\@evil.example", undefined],
  ["https://evil.example/desk", undefined],
  ["/desk/\t/evil", undefined],
  ["/desk/sign-out", undefined],
  ["/metrics", undefined],
  [["/desk"], undefined],
  [undefined, undefined],
])("from %j one goes to %s", (wanted, to) => {
  expect(whereTo(wanted)).toBe(to);
});
