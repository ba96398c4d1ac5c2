import { describe, expect, it } from "vitest";
import type { Staging } from "../channels/channel.ts";
import { defaultPolicy } from "./policy.ts";
import { afterStaging, isPrepared, toPrepare } from "./preparation.ts";
import { claim, ImpossibleStep, type Publication, plan, settle } from "./publication.ts";

const now = new Date("2026-11-23T09:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const hour = 3_600_000;
const preparing = () => toPrepare(plan({ now }), now);
const settled = (staging: Staging, publication: Publication = preparing(), at = now) =>
  afterStaging(publication, staging, at, defaultPolicy, 0.5);
const staged: Staging = { kind: "staged", staged: { film: "1" }, goodUntil: later(23 * hour) };
const trouble = { reason: "facebook-unsure", detail: "HTTP 500" };

describe("what is to be brought to the network first", () => {
  it("leaves the line, and what was kept before is not used again", () => {
    const old = { ...plan({ now }), staged: { film: "0" }, stagedUntil: later(60_000) };
    expect(toPrepare(old, now)).toMatchObject({ state: "preparing", nextStepAt: now, staged: null });
  });

  it.each<Publication["state"]>(["preparing", "sending", "unknown", "published", "held", "refused"])(
    "cannot be taken from %s",
    (state) => {
      expect(() => toPrepare({ ...plan({ now }), state, attempts: 1 }, now)).toThrow(ImpossibleStep);
    },
  );

  it("is prepared while the network keeps it for longer than sending and looking for it take", () => {
    const ready = settled(staged);
    expect(ready).toMatchObject({ state: "due", nextStepAt: now, staged: { film: "1" } });
    expect(isPrepared(ready, now)).toBe(true);
    expect(isPrepared(ready, later(23 * hour - 60_000))).toBe(false);
    expect(isPrepared(plan({ now }), now)).toBe(false);
  });

  it("is tried later where the network keeps it too short a time, so that it does not go round without end", () => {
    const short: Staging = { ...staged, goodUntil: later(60_000) };
    expect(settled(short)).toMatchObject({ state: "preparing", reason: "unexplained", retries: 1 });
    expect(settled(short).nextStepAt?.getTime()).toBeGreaterThan(now.getTime());
  });

  it("is tried again after growing pauses, and given to a person at last", () => {
    const retry: Staging = { kind: "retry", ...trouble, scope: "publication" };
    const once = settled(retry);
    expect(once).toMatchObject({
      state: "preparing",
      reason: "facebook-unsure",
      retries: 1,
      firstTriedAt: now,
    });
    expect(settled(retry, once).nextStepAt?.getTime()).toBeGreaterThan(once.nextStepAt?.getTime() ?? 0);
    const late = settled(retry, once, later(defaultPolicy.giveUpAfterMs + 1));
    expect(late).toMatchObject({ state: "refused", reason: "gave-up" });
  });

  it.each<[string, Staging]>([
    ["a limit", { kind: "retry", ...trouble, scope: "account" }],
    ["a lost permission", { kind: "reconnect", ...trouble }],
  ])("waits for the account at %s, without counting that as trying", (_what, staging) => {
    expect(settled(staging)).toMatchObject({ state: "preparing", retries: 0, firstTriedAt: null });
    expect(settled(staging).nextStepAt).toEqual(later(defaultPolicy.retryFirstMs));
  });

  it("is stopped where the network refuses it", () => {
    expect(settled({ kind: "refused", ...trouble })).toMatchObject({ state: "refused", nextStepAt: null });
  });

  it("starts its time of trying anew once it is prepared, unless it was sent before", () => {
    const retry: Staging = { kind: "retry", ...trouble, scope: "publication" };
    expect(settled(staged, settled(retry))).toMatchObject({ retries: 0, firstTriedAt: null });
    const sent = settle(
      claim(settled(staged), "a", now),
      { kind: "retry", ...trouble, scope: "publication" },
      now,
      defaultPolicy,
      0.5,
    );
    const anew = toPrepare({ ...sent, nextStepAt: now, stagedUntil: now }, now);
    expect(settled(staged, anew)).toMatchObject({ state: "due", retries: 1, firstTriedAt: now });
  });

  it("counts nothing that somebody else has meanwhile", () => {
    expect(() => settled(staged, plan({ now }))).toThrow(ImpossibleStep);
  });
});
