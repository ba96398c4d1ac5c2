import { expect, test } from "vitest";
import type { Outcome } from "../channels/channel.ts";
import { afterOutcome, earlyTry, goodStanding, isProbeDue, mayPublish, notConnected } from "./account.ts";
import { defaultPolicy } from "./policy.ts";

const now = new Date("2026-11-23T09:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const trouble = { reason: "page-limit", detail: "(#32)" };
const ease = { until: later(60_000), reason: "page-limit-near", detail: "95 %" };
const published: Outcome = { kind: "published", externalId: "1", url: "u" };
const processing: Outcome = { kind: "processing", askWith: "1", askAfter: now };
const after = (outcome: Outcome, standing = goodStanding) =>
  afterOutcome(standing, outcome, now, defaultPolicy, 0.5);

test.each<[string, Outcome]>([
  ["appeared", published],
  ["was accepted", processing],
])("what %s near the network's limit makes the account pause before it is asked to", (_how, outcome) => {
  expect(after({ ...outcome, ease } as Outcome)).toMatchObject({
    state: "resting",
    restUntil: ease.until,
    reason: "page-limit-near",
    failures: 0,
  });
  expect(after({ ...outcome, ease: { ...ease, until: now } } as Outcome)).toEqual(goodStanding);
});

test("troubles in a row lengthen the rests, and one success ends them", () => {
  const retry: Outcome = { kind: "retry", ...trouble, scope: "account" };
  const once = after(retry);
  const twice = after(retry, once);
  expect(once).toMatchObject({ state: "resting", failures: 1, since: now });
  expect(twice.restUntil?.getTime()).toBeGreaterThan(once.restUntil?.getTime() ?? 0);
  expect(after({ ...retry, notBefore: later(3_600_000) }).restUntil).toEqual(later(3_600_000));
  expect(after(published, twice)).toEqual(goodStanding);
});

test.each<[string, Outcome]>([
  ["a publication's own retry", { kind: "retry", ...trouble, scope: "publication" }],
  ["a refusal", { kind: "refused", ...trouble }],
  ["an uncertain end", { kind: "unknown", ...trouble }],
])("%s leaves the account as it is", (_what, outcome) => {
  expect(after(outcome)).toEqual(goodStanding);
});

test("a lost permission disconnects, and the account is asked now and then whether it is back", () => {
  const lost = after({ kind: "reconnect", ...trouble });
  expect(lost).toMatchObject({ state: "disconnected", reason: "page-limit" });
  expect(mayPublish(lost, later(defaultPolicy.reconnectProbeMs))).toBe(false);
  expect(isProbeDue(lost, now)).toBe(false);
  expect(isProbeDue(lost, later(defaultPolicy.reconnectProbeMs))).toBe(true);
  expect(isProbeDue({ ...lost, reason: notConnected }, later(defaultPolicy.reconnectProbeMs))).toBe(false);
});

test("a person may lift a long rest at a risk, ask a disconnected account at any time, and wait out a short one", () => {
  const resting = { state: "resting", restUntil: later(60_000), reason: "page-limit" } as const;
  expect(earlyTry(resting, now)).toBeUndefined();
  expect(earlyTry({ ...resting, restUntil: later(24 * 3_600_000) }, now)).toBe("risky");
  expect(earlyTry({ state: "disconnected", restUntil: null }, now)).toBe("harmless");
  expect(earlyTry({ state: "disconnected", restUntil: null, reason: notConnected }, now)).toBeUndefined();
});
