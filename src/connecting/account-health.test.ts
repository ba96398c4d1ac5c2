import { describe, expect, test } from "vitest";
import type { HealthCheck } from "../channels/channel.ts";
import { goodStanding, notConnected, type Standing } from "../publishing/account.ts";
import { defaultPolicy } from "../publishing/policy.ts";
import {
  type AccountHealth,
  missingAfterLook,
  newHealth,
  readHealth,
  standingAfterLook,
  tellingOf,
} from "./account-health.ts";

const now = new Date("2026-11-27T09:00:00Z");
const well: HealthCheck = { name: "page", state: "ok", detail: "" };
const unheard: HealthCheck = { name: "page", state: "warning", reason: "unreachable", detail: "" };
const dead: HealthCheck = { name: "page", state: "fault", reason: "password-changed", detail: "190/460" };
const ends = (days: number): HealthCheck => ({
  name: "expiry",
  state: "warning",
  reason: `token-expires-within-${days}-days`,
  detail: "",
});
const standing = (more: Partial<Standing>): Standing => ({ ...goodStanding, ...more });
const gone = standing({ state: "disconnected", reason: "password-changed", since: now, failures: 1 });

describe("how an account stands after a look", () => {
  test.each<[string, Standing, HealthCheck[], Standing["state"] | "as before"]>([
    ["active and well", goodStanding, [well], "as before"],
    ["active, with a warning", goodStanding, [well, ends(10)], "as before"],
    ["active, with a dead token", goodStanding, [dead], "disconnected"],
    ["active, and the network away", goodStanding, [unheard], "as before"],
    ["disconnected and well again", gone, [well], "active"],
    ["disconnected, and the network away", gone, [unheard], "as before"],
    ["disconnected for the same reason", gone, [dead], "as before"],
    ["disconnected for another reason", { ...gone, reason: "token-expired" }, [dead], "disconnected"],
    [
      "resting and well",
      standing({ state: "resting", reason: "page-limit", restUntil: now }),
      [well],
      "as before",
    ],
    [
      "resting, with a dead token",
      standing({ state: "resting", reason: "page-limit" }),
      [dead],
      "disconnected",
    ],
    ["off", standing({ state: "off" }), [dead], "as before"],
    ["never connected", standing({ state: "disconnected", reason: notConnected }), [well], "as before"],
  ])("%s", (_what, before, checks, expected) => {
    const after = standingAfterLook(before, checks, now, defaultPolicy);
    expect(after?.state ?? "as before").toBe(expected);
    if (after?.state === "disconnected") expect(after.reason).toBe("password-changed");
  });
});

describe("what people are told", () => {
  test("once at each stage, once while it lasts, and again when it returns", () => {
    const looks = [[well], [ends(30)], [ends(30)], [ends(10)], [ends(3)], [ends(3)], [well], [ends(30)]];
    let told: string[] = [];
    const news = looks.map((checks) => {
      const telling = tellingOf(checks, told);
      told = telling.told;
      return telling.news.map(({ reason }) => reason?.match(/\d+/)?.[0]);
    });
    expect(news).toEqual([[], ["30"], [], ["10"], ["3"], [], [], ["30"]]);
  });

  test("is neither added to nor forgotten by a look that got no answer", () => {
    const { told } = tellingOf([ends(10)], []);
    expect(tellingOf([unheard], told)).toEqual({ news: [], told });
    expect(tellingOf([ends(10)], told).news).toEqual([]);
  });
});

describe("what is missing", () => {
  const right = (name: string) => ({ name, isEssential: false });
  const names = ({ missing, missingOfPerson }: Pick<AccountHealth, "missing" | "missingOfPerson">) => [
    missing.map(({ name }) => name),
    missingOfPerson.map(({ name }) => name),
  ];

  test("of the person is what the first look with the account's own token does not see", () => {
    const connected = newHealth([right("pages_messaging"), right("ANALYZE")]);
    const first = missingAfterLook(connected, true, [right("pages_messaging")]);
    expect(names(first)).toEqual([["pages_messaging"], ["ANALYZE"]]);
    const later = missingAfterLook({ checks: [], ...first }, false, []);
    expect(names(later)).toEqual([[], ["ANALYZE"]]);
  });

  test("stays as it was when it could not be asked", () => {
    const connected = newHealth([right("ANALYZE")]);
    expect(names(missingAfterLook(connected, true, undefined))).toEqual([["ANALYZE"], []]);
  });
});

test.each([null, 7, {}, { checks: [{ name: 1 }] }, { checks: "x", missing: [{}] }])(
  "a column that holds %j is read as far as it goes",
  (stored) => {
    expect(readHealth(stored)).toEqual(newHealth([]));
  },
);
