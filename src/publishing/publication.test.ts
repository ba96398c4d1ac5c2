import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding, Outcome } from "../channels/channel.ts";
import {
  discard,
  hasten,
  hold,
  isDiscardable,
  isHastenable,
  isHoldable,
  isSendableAgain,
  release,
  sendAgain,
} from "./in-a-persons-hands.ts";
import { defaultPolicy, hurried } from "./policy.ts";
import {
  claim,
  conclude,
  ImpossibleStep,
  interrupt,
  isSendable,
  type Publication,
  plan,
  settle,
} from "./publication.ts";

const start = new Date("2026-11-23T09:00:00Z");
const plus = (ms: number) => new Date(start.getTime() + ms);
const sending = () => claim(plan({ now: start }), "a1", start);
const unknown: Outcome = { kind: "unknown", reason: "no-answer", detail: "cut off" };
const found: Finding = { kind: "found", externalId: "1_2", url: "https://example/1_2" };

describe("the life of a publication", () => {
  it("begins due, planned for later, or held with its reason", () => {
    expect(plan({ now: start })).toMatchObject({ state: "due", nextStepAt: start });
    expect(plan({ now: start, dueAt: plus(60_000) })).toMatchObject({
      state: "planned",
      nextStepAt: plus(60_000),
    });
    expect(plan({ now: start, heldFor: "flood" })).toMatchObject({
      state: "held",
      reason: "flood",
      nextStepAt: null,
    });
  });

  it("is published when the network says so", () => {
    const outcome: Outcome = { kind: "published", externalId: "1_2", url: "https://example/1_2" };
    expect(settle(sending(), outcome, plus(500), defaultPolicy, 0)).toMatchObject({
      state: "published",
      externalId: "1_2",
      settledAt: plus(500),
      nextStepAt: null,
    });
  });

  it("is looked for, not sent again, when the answer never came", () => {
    const lost = settle(sending(), unknown, plus(20_000), defaultPolicy, 0);
    expect(lost).toMatchObject({ state: "unknown", reason: "no-answer", nextStepAt: plus(22_000) });
    expect(isSendable(lost, plus(3_600_000))).toBe(false);
    expect(() => claim(lost, "a2", plus(3_600_000))).toThrow(ImpossibleStep);
  });

  it("is sent again only after every look came back empty", () => {
    let lost = settle(sending(), unknown, start, defaultPolicy, 0);
    let now = start;
    for (const [index, pause] of defaultPolicy.lookAfterMs.entries()) {
      expect(lost.state).toBe("unknown");
      expect(lost.looks).toBe(index);
      now = new Date(now.getTime() + pause);
      expect(lost.nextStepAt).toEqual(now);
      lost = conclude(lost, { kind: "absent" }, now, defaultPolicy, 0.5);
    }
    expect(lost).toMatchObject({ state: "due", nextStepAt: now, uncertainSince: null });
  });

  it("does not count a look that got no answer", () => {
    const lost = settle(sending(), unknown, start, defaultPolicy, 0);
    const noAnswer: Finding = { kind: "no-answer", reason: "unreachable", detail: "", reconnect: false };
    const again = conclude(lost, noAnswer, plus(2_000), defaultPolicy, 0.5);
    expect(again).toMatchObject({ state: "unknown", looks: 0 });
    expect(again.nextStepAt?.getTime()).toBeGreaterThanOrEqual(plus(7_000).getTime());
  });

  it("waits with its looks as long as the network asks", () => {
    const lost = settle(sending(), unknown, start, defaultPolicy, 0);
    const notBefore = plus(3_600_000);
    const finding: Finding = {
      kind: "no-answer",
      reason: "rate-limit",
      detail: "",
      reconnect: false,
      notBefore,
    };
    expect(conclude(lost, finding, plus(2_000), defaultPolicy, 0.5).nextStepAt).toEqual(notBefore);
  });

  it("goes to a person when the network says it is there and never shows it", () => {
    const claimed = sending();
    let lost = settle(claimed, { ...unknown, reason: "already-there" }, start, defaultPolicy, 0);
    for (let i = 0; i < defaultPolicy.lookAfterMs.length; i += 1) {
      lost = conclude(lost, { kind: "absent" }, start, defaultPolicy, 0);
    }
    expect(lost).toMatchObject({ state: "refused", reason: "already-there-not-found" });
  });

  it("steps back behind the others when its end is uncertain again and again, and asks a person in the end", () => {
    // Seen as a line that stood still for ever: the first of it was lost and sent again without a pause, each time
    // holding back all the others.
    let lost = plan({ now: start });
    let now = start;
    const pauses: number[] = [];
    while (lost.state !== "refused" && pauses.length < 2000) {
      lost = settle(claim(lost, "a", now), unknown, now, defaultPolicy, 0.5);
      while (lost.state === "unknown" && lost.nextStepAt) {
        now = lost.nextStepAt;
        lost = conclude(lost, { kind: "absent" }, now, defaultPolicy, 0.5);
      }
      pauses.push((lost.nextStepAt ?? now).getTime() - now.getTime());
      now = lost.nextStepAt ?? now;
    }
    expect(pauses.slice(0, 4)).toEqual([0, 5_000, 10_000, 20_000]);
    expect(Math.max(...pauses)).toBe(defaultPolicy.retryMaxMs);
    expect(lost).toMatchObject({ state: "refused", reason: "gave-up" });
    expect(now.getTime() - start.getTime()).toBeLessThan(defaultPolicy.giveUpAfterMs + 3_600_000);
  });

  it("is asked for while the network works on it, and given to a person when that never ends", () => {
    const outcome: Outcome = { kind: "processing", askWith: "7", askAfter: plus(30_000) };
    const working = settle(sending(), outcome, plus(1_000), defaultPolicy, 0);
    const asked = conclude(working, { kind: "absent" }, plus(30_000), defaultPolicy, 0);
    expect(asked).toMatchObject({ state: "processing", askWith: "7" });
    expect(asked.nextStepAt?.getTime()).toBeGreaterThan(plus(30_000).getTime());
    expect(conclude(asked, found, plus(60_000), defaultPolicy, 0)).toMatchObject({ state: "published" });
    const late = plus(defaultPolicy.giveUpAfterMs + 1);
    expect(conclude(asked, { kind: "absent" }, late, defaultPolicy, 0).state).toBe("refused");
  });

  it("does not count the time its account was disconnected as time of trying", () => {
    const dead: Outcome = { kind: "reconnect", reason: "token-expired", detail: "" };
    const waiting = settle(sending(), dead, plus(1), defaultPolicy, 0);
    const back = plus(defaultPolicy.giveUpAfterMs * 2);
    const outcome: Outcome = { kind: "retry", reason: "link", detail: "", scope: "publication" };
    expect(settle(claim(waiting, "a2", back), outcome, back, defaultPolicy, 0).state).toBe("due");
  });

  it("waits for the account when the obstacle is the account's", () => {
    const outcome: Outcome = { kind: "retry", reason: "rate-limit", detail: "", scope: "account" };
    expect(settle(sending(), outcome, plus(1), defaultPolicy, 0).state).toBe("waiting");
    const dead: Outcome = { kind: "reconnect", reason: "token-expired", detail: "" };
    expect(settle(sending(), dead, plus(1), defaultPolicy, 0).state).toBe("waiting");
  });

  it("is retried with growing pauses, and never past the bound without a person", () => {
    const outcome: Outcome = { kind: "retry", reason: "link-not-read", detail: "", scope: "publication" };
    let publication = settle(sending(), outcome, start, defaultPolicy, 0.5);
    expect(publication.nextStepAt).toEqual(plus(5_000));
    publication = settle(claim(publication, "a2", plus(5_000)), outcome, plus(5_000), defaultPolicy, 0.5);
    expect(publication.nextStepAt).toEqual(plus(15_000));
    const late = plus(defaultPolicy.giveUpAfterMs + 10_000);
    expect(settle(claim(publication, "a3", late), outcome, late, defaultPolicy, 0.5)).toMatchObject({
      state: "refused",
      reason: "gave-up",
    });
  });

  it("believes an answer that comes late more than a search", () => {
    const lost = interrupt(sending(), plus(30_000), defaultPolicy);
    const outcome: Outcome = { kind: "published", externalId: "1_2", url: "u" };
    expect(settle(lost, outcome, plus(31_000), defaultPolicy, 0).state).toBe("published");
  });

  it("can be let go by a person, and tried again by a person", () => {
    expect(release(plan({ now: start, heldFor: "flood" }), plus(1)).state).toBe("due");
    const refused = settle(
      sending(),
      { kind: "refused", reason: "invalid", detail: "" },
      start,
      defaultPolicy,
      0,
    );
    expect(sendAgain(refused, plus(1))).toMatchObject({ state: "due", settledAt: null });
    expect(() => sendAgain(plan({ now: start }), start)).toThrow(ImpossibleStep);
  });

  it("is held while it has not left, for a reason, with what it met before", () => {
    const outcome: Outcome = { kind: "retry", reason: "rate-limit", detail: "#4", scope: "account" };
    const waiting = settle(sending(), outcome, plus(1), defaultPolicy, 0);
    const held = hold(waiting, "restored");
    expect(held).toMatchObject({
      state: "held",
      reason: "restored",
      detail: "rate-limit: #4",
      nextStepAt: null,
    });
    expect(hold(plan({ now: start, heldFor: "flood" }), "restored")).toMatchObject({ detail: "flood: " });
    expect(hold(plan({ now: start }), "restored").detail).toBeNull();
  });

  it.each(["sending", "processing", "published", "unknown", "refused"] as const)(
    "is not held when %s",
    (state) => {
      expect(() => hold({ ...sending(), state }, "restored")).toThrow(ImpossibleStep);
    },
  );

  it("is not given up for the time it lay in a person's hands", () => {
    const outcome: Outcome = { kind: "retry", reason: "link", detail: "", scope: "publication" };
    const held = hold(settle(sending(), outcome, start, defaultPolicy, 0), "restored");
    const late = plus(defaultPolicy.giveUpAfterMs * 2);
    const released = release(held, late);
    expect(settle(claim(released, "a2", late), outcome, late, defaultPolicy, 0)).toMatchObject({
      state: "due",
      retries: 1,
    });
  });

  it("is dismissed by a person for good, and remembers why it had stopped", () => {
    const refusal: Outcome = { kind: "refused", reason: "invalid", detail: "#100" };
    const dismissed = discard(settle(sending(), refusal, start, defaultPolicy, 0), plus(9));
    expect(dismissed).toMatchObject({
      state: "refused",
      reason: "discarded",
      detail: "invalid: #100",
      settledAt: plus(9),
    });
    const held = discard(plan({ now: start, heldFor: "flood" }), plus(9));
    expect(held).toMatchObject({
      state: "refused",
      reason: "discarded",
      detail: "flood: ",
      nextStepAt: null,
    });
    for (const step of [discard, sendAgain, release])
      expect(() => step(dismissed, plus(10))).toThrow(ImpossibleStep);
    expect(() => discard(plan({ now: start }), start)).toThrow(ImpossibleStep);
  });
});

describe("whatever happens to a publication", () => {
  const outcome: fc.Arbitrary<Outcome> = fc.oneof(
    fc.constant<Outcome>({ kind: "published", externalId: "1_2", url: "u" }),
    fc.constant<Outcome>(unknown),
    fc.constant<Outcome>({ ...unknown, reason: "already-there" }),
    fc.constant<Outcome>({ kind: "refused", reason: "invalid", detail: "" }),
    fc.constant<Outcome>({ kind: "reconnect", reason: "token-expired", detail: "" }),
    fc.constantFrom("publication", "account").map(
      (scope): Outcome => ({
        kind: "retry",
        reason: "busy",
        detail: "",
        scope: scope as "publication" | "account",
      }),
    ),
  );
  const finding: fc.Arbitrary<Finding> = fc.oneof(
    fc.constant<Finding>(found),
    fc.constant<Finding>({ kind: "absent" }),
    fc.constant<Finding>({ kind: "no-answer", reason: "unreachable", detail: "", reconnect: false }),
  );
  /** What a person, or a restored backup, does between two steps. */
  type Act = "hold" | "release" | "discard" | "send again" | "publish now";
  type Event = {
    wait: number;
    outcome: Outcome;
    finding: Finding;
    crashes: boolean;
    chance: number;
    act?: Act;
  };
  const event: fc.Arbitrary<Event> = fc.record({
    wait: fc.integer({ min: 0, max: 400_000 }),
    outcome,
    finding,
    crashes: fc.boolean(),
    chance: fc.double({ min: 0, max: 0.999, noNaN: true }),
    act: fc.option(fc.constantFrom<Act>("hold", "release", "discard", "send again", "publish now"), {
      nil: undefined,
      freq: 3,
    }),
  });

  function acted(publication: Publication, act: Act | undefined, now: Date): Publication {
    if (act === "hold" && isHoldable(publication)) return hold(publication, "restored");
    if (act === "release" && publication.state === "held") return release(publication, now);
    if (act === "discard" && isDiscardable(publication)) return discard(publication, now);
    if (act === "send again" && isSendableAgain(publication)) return sendAgain(publication, now);
    if (act === "publish now" && isHastenable(publication)) return hasten(publication, now);
    return publication;
  }

  /** Lives through the events as advance-account would, and notes what must never happen. */
  function live(events: Event[]): { publication: Publication; faults: string[] } {
    let publication = plan({ now: start });
    let now = start;
    let absentInARow = 0;
    let mayExist = false;
    const faults: string[] = [];
    for (const [index, it] of events.entries()) {
      now = new Date(now.getTime() + it.wait);
      const wasDiscarded = publication.reason === "discarded";
      publication = acted(publication, it.act, now);
      if (wasDiscarded && isSendable(publication, now)) faults.push("sent although it was dismissed");
      if (isSendable(publication, now)) {
        if (mayExist && absentInARow < defaultPolicy.lookAfterMs.length)
          faults.push("sent while it may exist");
        const claimed = claim(publication, `a${index}`, now);
        publication = it.crashes
          ? interrupt(claimed, now, defaultPolicy)
          : settle(claimed, it.outcome, now, defaultPolicy, it.chance);
        mayExist = publication.state === "unknown";
        absentInARow = 0;
      } else if (publication.state === "unknown" && publication.nextStepAt && publication.nextStepAt <= now) {
        if (it.finding.kind === "absent") absentInARow += 1;
        publication = conclude(publication, it.finding, now, defaultPolicy, 0.5);
      }
      if (hasContradiction(publication)) faults.push(`contradiction in ${publication.state}`);
      if (publication.state === "sending") faults.push("left in the middle");
    }
    return { publication, faults };
  }

  /** The same conditions the database checks (migrations/0001). */
  function hasContradiction(p: Publication): boolean {
    const isOpen = ["planned", "due", "waiting", "processing", "unknown"].includes(p.state);
    return (
      (p.state === "published") !== (p.externalId !== null) ||
      ["published", "refused"].includes(p.state) !== (p.settledAt !== null) ||
      isOpen !== (p.nextStepAt !== null) ||
      (["held", "refused", "waiting", "unknown"].includes(p.state) && p.reason === null) ||
      (p.state === "unknown" && p.uncertainSince === null) ||
      (p.attempts > 0 && p.firstTriedAt === null)
    );
  }

  it("never contradicts itself and is never sent while it may exist", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        expect(live(events).faults).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("ends published once the network is healthy, unless a person was asked", () => {
    const healthy: Event[] = Array.from({ length: 40 }, () => ({
      wait: 1_000_000,
      outcome: { kind: "published", externalId: "1_2", url: "u" },
      finding: { kind: "absent" },
      crashes: false,
      chance: 0.5,
    }));
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        expect(["published", "refused", "held"]).toContain(live([...events, ...healthy]).publication.state);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the policy", () => {
  it("outlives a request that was given up after 20 s and acted on late", () => {
    const total = defaultPolicy.lookAfterMs.reduce((sum, ms) => sum + ms, 0);
    expect(total).toBeGreaterThanOrEqual(180_000);
  });

  it("keeps its proportions when hurried", () => {
    expect(hurried(defaultPolicy, 10).lookAfterMs).toEqual(defaultPolicy.lookAfterMs.map((ms) => ms / 10));
    expect(hurried(defaultPolicy, 10).claimFreshMs).toBe(defaultPolicy.claimFreshMs);
  });
});
