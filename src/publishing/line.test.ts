import { describe, expect, it } from "vitest";
import { goodStanding, type Standing } from "./account.ts";
import { nextStep } from "./line.ts";
import { defaultPolicy } from "./policy.ts";
import { claim, type Publication, plan, settle } from "./publication.ts";

const now = new Date("2026-11-23T09:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const calm = {
  standing: goodStanding,
  pacing: {},
  spoken: { lastPublishedAt: null as Date | null, publishedToday: 0 },
  timeZone: "Europe/Rome",
};
const due = () => plan({ now });
const lost = () =>
  settle(claim(due(), "a", now), { kind: "unknown", reason: "no-answer", detail: "" }, now, defaultPolicy, 0);
const retrying = () => {
  const outcome = { kind: "retry", reason: "link", detail: "", scope: "publication" } as const;
  return settle(claim(due(), "a", now), outcome, now, defaultPolicy, 0);
};
const step = (line: Publication[], account = calm, at = now) => nextStep(line, account, at, defaultPolicy);

describe("the line of an account", () => {
  it("sends the first of those that are due", () => {
    const [a, b] = [due(), due()];
    expect(step([a, b])).toEqual({ kind: "send", publication: a });
  });

  it("is held by an uncertain publication, before and behind it", () => {
    expect(step([lost(), due()]).kind).toBe("nothing");
    expect(step([due(), lost()]).kind).toBe("nothing");
  });

  it("looks for the uncertain one when its moment has come", () => {
    const uncertain = lost();
    expect(step([uncertain, due()], calm, later(2_000))).toEqual({ kind: "look", publication: uncertain });
  });

  it("is held for a bounded time only", () => {
    const uncertain = { ...lost(), nextStepAt: later(3_600_000) };
    const next = due();
    expect(step([uncertain, next], calm, later(defaultPolicy.holdLineMs))).toEqual({
      kind: "send",
      publication: next,
    });
  });

  it("is not held by one that waits for its own retry", () => {
    const next = due();
    expect(step([retrying(), next])).toEqual({ kind: "send", publication: next });
  });

  it("does nothing while the account rests or is disconnected", () => {
    const resting: Standing = {
      ...goodStanding,
      state: "resting",
      restUntil: later(1000),
      reason: "rate-limit",
    };
    const dead: Standing = {
      ...goodStanding,
      state: "disconnected",
      restUntil: null,
      reason: "token-expired",
    };
    expect(step([due()], { ...calm, standing: resting }).kind).toBe("nothing");
    expect(step([due()], { ...calm, standing: dead }).kind).toBe("nothing");
    expect(step([due()], { ...calm, standing: resting }, later(1000)).kind).toBe("send");
  });

  it("says until when nothing can be done, so that nobody looks in vain", () => {
    expect(step([lost(), due()])).toEqual({ kind: "nothing", until: later(2_000) });
    const pacing = { minimumGapSeconds: 60 };
    const spoken = { lastPublishedAt: now, publishedToday: 1 };
    expect(step([due()], { ...calm, pacing, spoken })).toEqual({ kind: "nothing", until: later(60_000) });
    expect(step([])).toEqual({ kind: "nothing", until: null });
  });

  it("does not sleep through the next look at what is open when its pace bids it wait longer", () => {
    const quiet = { ...calm, pacing: { quietHours: { from: "09:00", to: "18:00" } } };
    const uncertain = { ...lost(), nextStepAt: later(defaultPolicy.holdLineMs + 60_000) };
    expect(step([uncertain, due()], quiet, later(defaultPolicy.holdLineMs))).toEqual({
      kind: "nothing",
      until: later(defaultPolicy.holdLineMs + 60_000),
    });
    const outcome = { kind: "processing", askWith: "7", askAfter: later(30_000) } as const;
    const processing = settle(claim(due(), "a", now), outcome, now, defaultPolicy, 0);
    expect(step([processing, due()], quiet)).toEqual({ kind: "nothing", until: later(30_000) });
    expect(step([processing, due()]).kind).toBe("send");
  });

  it("sends what was due at once even when the clock was set back since", () => {
    expect(step([due()], calm, later(-3_600_000)).kind).toBe("send");
  });

  it("keeps its pace", () => {
    const pacing = { minimumGapSeconds: 60 };
    const spoken = { lastPublishedAt: later(-30_000), publishedToday: 1 };
    expect(step([due()], { ...calm, pacing, spoken }).kind).toBe("nothing");
    expect(step([due()], { ...calm, pacing, spoken }, later(30_000)).kind).toBe("send");
  });
});
