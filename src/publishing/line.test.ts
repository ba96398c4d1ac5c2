import { describe, expect, it } from "vitest";
import { goodStanding, type Standing } from "./account.ts";
import { type InLine, type LineAccount, nextStep } from "./line.ts";
import { defaultPolicy } from "./policy.ts";
import { claim, type Publication, plan, settle } from "./publication.ts";

const now = new Date("2026-11-23T09:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const needs = { isEditable: true, isRemovable: true };
const formats: LineAccount["formats"] = {
  "link-post": { media: "none", shape: "preview", picturesMax: 0, isStaged: false, ...needs },
  "photo-post": { media: "picture", shape: "square", picturesMax: 1, isStaged: false, ...needs },
  album: { media: "pictures", shape: "square", picturesMax: 10, isStaged: true, ...needs },
};
const calm = {
  standing: goodStanding,
  pacing: {},
  spoken: { lastPublishedAt: null as Date | null, publishedToday: 0 },
  timeZone: "Europe/Rome",
  formats,
  preparing: 0,
};
const asLink = (publication: Publication): InLine => ({ ...publication, format: "link-post" });
const due = () => asLink(plan({ now }));
const lost = () =>
  asLink(
    settle(
      claim(due(), "a", now),
      { kind: "unknown", reason: "no-answer", detail: "" },
      now,
      defaultPolicy,
      0,
    ),
  );
const retrying = () => {
  const outcome = { kind: "retry", reason: "link", detail: "", scope: "publication" } as const;
  return asLink(settle(claim(due(), "a", now), outcome, now, defaultPolicy, 0));
};
const step = (line: InLine[], account: LineAccount = calm, at = now) =>
  nextStep(line, account, at, defaultPolicy);

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
    const processing = asLink(settle(claim(due(), "a", now), outcome, now, defaultPolicy, 0));
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

  it("has prepared what must be brought first, and sends the others meanwhile", () => {
    const album: InLine = { ...due(), format: "album" };
    const next = due();
    expect(step([album, next])).toEqual({ kind: "prepare", publication: album });
    expect(step([next])).toEqual({ kind: "send", publication: next });
    const photo: InLine = { ...due(), format: "photo-post" };
    expect(step([photo])).toEqual({ kind: "send", publication: photo });
  });

  it("sends what is prepared, and prepares anew what is kept for us too short a time", () => {
    const staged = { photos: ["1"] };
    const album: InLine = { ...due(), format: "album", staged, stagedUntil: later(3_600_000) };
    expect(step([album])).toEqual({ kind: "send", publication: album });
    const old: InLine = { ...album, stagedUntil: later(60_000) };
    expect(step([old])).toEqual({ kind: "prepare", publication: old });
  });

  it("prepares a few ahead and no more, so that nothing waits at the network longer than it keeps it", () => {
    const album: InLine = { ...due(), format: "album" };
    const busy = { ...calm, preparing: defaultPolicy.preparedAheadMax };
    expect(step([album], busy)).toEqual({ kind: "nothing", until: later(defaultPolicy.retryFirstMs) });
    expect(step([album, due()], busy).kind).toBe("send");
  });

  it("amends what is on the Page before it sends what is new, whatever its pace", () => {
    const quiet = { ...calm, hasAmendment: true, pacing: { quietHours: { from: "09:00", to: "18:00" } } };
    expect(step([due()], quiet)).toEqual({ kind: "amend" });
    expect(step([], quiet)).toEqual({ kind: "amend" });
    expect(step([lost()], quiet, later(2_000)).kind).toBe("look");
  });
});
