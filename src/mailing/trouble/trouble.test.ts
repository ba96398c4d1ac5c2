import { describe, expect, test } from "vitest";
import {
  changeOf,
  type Standing,
  subjectOf,
  type ToldTrouble,
  type Trouble,
  type TroubleKind,
} from "./trouble.ts";

const now = new Date("2026-11-30T09:00:00Z");
const trouble = (kind: TroubleKind, id = "pagina", detail = ""): Trouble => ({ kind, id, detail, name: id });
const told = (one: Trouble, minutesAgo = 120): ToldTrouble => ({
  ...one,
  toldAt: new Date(now.getTime() - minutesAgo * 60_000),
});

function change(standing: Partial<Standing>, before: ToldTrouble[]) {
  const whole = { troubles: [], well: new Set<string>(), unclear: new Set<string>(), ...standing };
  const { begun, over, wellAgain } = changeOf(whole, before, now);
  return { begun: begun.map(subjectOf), over: over.map(subjectOf), wellAgain: wellAgain.map(subjectOf) };
}

const isWell = new Set(["account pagina", "source portale"]);
const gone = trouble("disconnected");

describe("what changed", () => {
  test.each<[string, Partial<Standing>, ToldTrouble[], ReturnType<typeof change>]>([
    [
      "a new trouble begins",
      { troubles: [gone] },
      [],
      { begun: ["disconnected:pagina"], over: [], wellAgain: [] },
    ],
    ["one that lasts is no news", { troubles: [gone] }, [told(gone)], { begun: [], over: [], wellAgain: [] }],
    [
      "an account that works again is well again",
      { well: isWell },
      [told(gone)],
      { begun: [], over: ["disconnected:pagina"], wellAgain: ["disconnected:pagina"] },
    ],
    [
      "one that people switched off is over without a word",
      {},
      [told(gone)],
      { begun: [], over: ["disconnected:pagina"], wellAgain: [] },
    ],
    [
      "a rest that becomes a disconnection is not well again",
      { troubles: [gone] },
      [told(trouble("resting"))],
      { begun: ["disconnected:pagina"], over: ["resting:pagina"], wellAgain: [] },
    ],
    [
      "two troubles of one account that end together are one word",
      { well: isWell },
      [told(trouble("health", "pagina", "token-expires")), told(trouble("health", "pagina", "page-rights"))],
      {
        begun: [],
        over: ["health:pagina:token-expires", "health:pagina:page-rights"],
        wellAgain: ["health:pagina:page-rights"],
      },
    ],
    [
      "an account whose network cannot be asked is no better",
      { well: isWell, unclear: new Set(["pagina"]) },
      [told(trouble("health", "pagina", "token-expires"))],
      { begun: [], over: [], wellAgain: [] },
    ],
    [
      "what is held is told once, and its end is a person's own act",
      { troubles: [trouble("held", "1")] },
      [told(trouble("held", "0"))],
      { begun: ["held:1"], over: ["held:0"], wellAgain: [] },
    ],
    [
      "what is held one after another waits for the next hour",
      { troubles: [trouble("held", "0"), trouble("held", "1")] },
      [told(trouble("held", "0"), 59)],
      { begun: [], over: [], wellAgain: [] },
    ],
  ])("%s", (_what, standing, before, expected) => {
    expect(change(standing, before)).toEqual(expected);
  });
});
