import { describe, expect, test } from "vitest";
import {
  type Act,
  belongsTo,
  may,
  mayAnywhere,
  mayHoldKeysOf,
  mustHaveSecondFactor,
  type Role,
  roles,
  type Staff,
} from "./rights.ts";

const one = (own: Record<string, Role[]>, isInstallationAdministrator = false): Staff => ({
  id: "m",
  name: "Marco",
  email: "marco@valdilago.example",
  language: null,
  isInstallationAdministrator,
  hasSecondFactor: false,
  roles: new Map(Object.entries(own)),
});

describe("who may do what in an authority", () => {
  test.each<[Act, string]>([
    ["see-desk", "editor moderator head administrator"],
    ["publish", "editor head administrator"],
    ["answer", "moderator head"],
    ["moderate", "moderator head"],
    ["see-reports", "head administrator"],
    ["change-settings", "head administrator"],
    ["connect-accounts", "head administrator"],
    ["manage-people", "administrator"],
  ])("%s: %s", (act, allowed) => {
    const those = roles.filter((role) => may(one({ valdilago: [role] }), act, "valdilago"));
    expect(those.join(" ")).toBe(allowed);
  });

  test("a role counts in its own authority only", () => {
    const head = one({ valdilago: ["head"], pietrachiara: ["moderator"] });
    expect(may(head, "publish", "valdilago")).toBe(true);
    expect(may(head, "publish", "pietrachiara")).toBe(false);
    expect(may(head, "see-desk", "altocolle")).toBe(false);
    expect(belongsTo(head, "pietrachiara")).toBe(true);
    expect(belongsTo(head, "altocolle")).toBe(false);
  });

  test("several roles add up", () => {
    const both = one({ valdilago: ["editor", "moderator"] });
    expect(may(both, "publish", "valdilago") && may(both, "answer", "valdilago")).toBe(true);
  });

  test("who administers the installation administers everywhere, and reads nobody's messages", () => {
    const sara = one({}, true);
    expect(may(sara, "manage-people", "altocolle")).toBe(true);
    expect(may(sara, "answer", "altocolle")).toBe(false);
    expect(mayAnywhere(sara, "publish")).toBe(true);
    expect(mayAnywhere(sara, "moderate")).toBe(false);
    expect(may(one({ altocolle: ["moderator"] }, true), "answer", "altocolle")).toBe(true);
  });
});

test.each<[string, Staff, boolean]>([
  ["an editor", one({ valdilago: ["editor"] }), false],
  ["a moderator", one({ valdilago: ["moderator"] }), false],
  ["a head in one of two authorities", one({ valdilago: ["editor"], pietrachiara: ["head"] }), true],
  ["an administrator", one({ valdilago: ["administrator"] }), true],
  ["who administers the installation", one({}, true), true],
])("a second factor: %s", (_who, staff, isObliged) => {
  expect(mustHaveSecondFactor(staff)).toBe(isObliged);
});

test.each<[string, Staff, Staff, boolean]>([
  ["a colleague", one({ valdilago: ["administrator"] }), one({ valdilago: ["editor"] }), true],
  [
    "somebody who works for another authority too",
    one({ valdilago: ["administrator"] }),
    one({ valdilago: ["editor"], pietrachiara: ["editor"] }),
    false,
  ],
  ["who administers the installation", one({ valdilago: ["administrator"] }), one({}, true), false],
  ["somebody of no authority", one({ valdilago: ["administrator"] }), one({}), false],
  ["anybody, for who administers the installation", one({}, true), one({}), true],
  ["a colleague, for a head", one({ valdilago: ["head"] }), one({ valdilago: ["editor"] }), false],
])("holding the keys of %s", (_whose, staff, other, isAllowed) => {
  expect(mayHoldKeysOf(staff, other)).toBe(isAllowed);
});
