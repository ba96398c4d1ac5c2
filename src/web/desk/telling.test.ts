import { describe, expect, test } from "vitest";
import { wordsOf } from "../words/index.ts";
import { type Reading, tellClock, tellDistance, tellMoment, tellNext } from "./moments.ts";
import { explain, explainPublication, tellPublication, tellStep, tellWish } from "./telling.ts";
import type { TodayAttempt, TodayPublication } from "./today.ts";

const now = new Date("2026-03-29T01:30:00Z");
const rome: Reading = { now, timeZone: "Europe/Rome", words: wordsOf("it") };
const english: Reading = { ...rome, words: wordsOf("en") };
const at = (iso: string) => new Date(iso);

const explainers = {
  "facebook-page": { explain: (reason: string) => ({ happened: `perché ${reason}`, toDo: "fare" }) },
};

const publication: TodayPublication = {
  id: "p",
  accountId: "a",
  accountName: "Pagina",
  accountState: "active",
  channel: "facebook-page",
  format: "link-post",
  state: "due",
  reason: null,
  detail: null,
  attempts: 0,
  looks: 0,
  nextStepAt: null,
  settledAt: null,
  uncertainSince: null,
  firstTriedAt: null,
  url: null,
  removedAt: null,
  wish: null,
};

describe("moments, on the night the clocks go forward", () => {
  test.each([
    ["2026-03-29T00:59:00Z", "alle 01:59"],
    ["2026-03-29T01:00:00Z", "alle 03:00"],
    ["2026-03-28T22:59:00Z", "ieri alle 23:59"],
    ["2026-03-29T22:00:00Z", "domani alle 00:00"],
    ["2026-01-02T08:00:00Z", "il 2 gennaio alle 09:00"],
  ])("%s is told as %s", (iso, told) => {
    expect(tellMoment(at(iso), rome)).toBe(told);
  });

  test.each([
    ["2026-03-29T01:29:58Z", "adesso", "now"],
    ["2026-03-29T01:30:20Z", "tra 20 secondi", "in 20 seconds"],
    ["2026-03-29T01:28:00Z", "2 minuti fa", "2 minutes ago"],
    ["2026-03-28T23:30:00Z", "2 ore fa", "2 hours ago"],
    ["2026-03-25T01:30:00Z", "4 giorni fa", "4 days ago"],
  ])("%s is %s", (iso, it, en) => {
    expect([tellDistance(at(iso), rome), tellDistance(at(iso), english)]).toEqual([it, en]);
  });

  test("what is overdue is now, what is far has its hour", () => {
    expect(tellNext(at("2026-03-29T01:00:00Z"), rome)).toBe("adesso");
    expect(tellNext(null, rome)).toBe("adesso");
    expect(tellNext(at("2026-03-29T05:00:00Z"), rome)).toBe("alle 07:00");
    expect(tellClock(at("2026-03-28T10:00:01Z"), english)).toBe("28 March, 11:00:01");
  });
});

describe("a publication in one sentence", () => {
  test.each<[Partial<TodayPublication>, string]>([
    [{ state: "due" }, "parte appena è il suo turno"],
    [{ state: "planned", nextStepAt: at("2026-03-29T05:00:00Z") }, "partirà alle 07:00"],
    [
      { state: "due", attempts: 1, nextStepAt: at("2026-03-29T01:31:00Z") },
      "non partito (1 tentativo); riprovo tra 1 minuto",
    ],
    [{ state: "sending" }, "in invio proprio adesso"],
    [
      { state: "published", attempts: 3, settledAt: at("2026-03-29T01:00:00Z") },
      "pubblicato alle 03:00 dopo 3 tentativi",
    ],
    [
      { state: "unknown", looks: 1, nextStepAt: at("2026-03-29T01:30:20Z") },
      "esito incerto: lo cerco sulla Pagina, 1 ricerca fatta, prossima tra 20 secondi",
    ],
    [{ state: "due", accountState: "disconnected" }, "pronto; aspetta che il profilo possa pubblicare"],
    [
      { state: "unknown", accountState: "resting", looks: 1 },
      "esito incerto: lo cercherò sulla Pagina appena il profilo può lavorare di nuovo",
    ],
    [{ state: "waiting" }, "pronto; aspetta che il profilo possa pubblicare"],
    [{ state: "held" }, "trattenuto: aspetta un sì"],
    [{ state: "preparing" }, "si preparano le immagini o il video; parte appena sono pronti"],
    [
      { state: "preparing", reason: "machine-busy", nextStepAt: at("2026-03-29T01:31:00Z") },
      "immagini o video non ancora pronti; prossimo tentativo tra 1 minuto",
    ],
    [{ state: "processing" }, "accettato, non ancora visibile sulla Pagina"],
    [{ state: "removed", removedAt: at("2026-03-29T01:00:00Z") }, "tolto dalla Pagina alle 03:00"],
    [{ state: "refused", settledAt: at("2026-03-29T01:00:00Z") }, "rifiutato alle 03:00"],
  ])("%j", (more, sentence) => {
    expect(tellPublication({ ...publication, ...more }, rome)).toBe(sentence);
  });

  const wish = { kind: "remove" as const, wantedAt: now, nextAt: now, reason: null, detail: null };
  test.each<[Partial<TodayPublication>, string]>([
    [{}, ""],
    [{ wish }, "Viene tolto appena è il suo turno."],
    [{ wish: { ...wish, kind: "edit", text: "T" } }, "Il testo nuovo arriva appena è il suo turno."],
    [
      { wish: { ...wish, reason: "still-there", nextAt: at("2026-03-29T01:34:00Z") } },
      "È da togliere, e c'è ancora. Facebook dice che il post non c'è, ma sulla Pagina si vede ancora. Riprovo tra 4 minuti.",
    ],
    [{ wish, accountState: "disconnected" }, "È da togliere: aspetta che il profilo possa lavorare."],
    [
      { wish: { ...wish, nextAt: null, reason: "object-missing" } },
      "Era da togliere, e c'è ancora: aspetta una persona.",
    ],
  ])("with what its post is to become: %j", (more, sentence) => {
    expect(tellWish({ ...publication, state: "published", ...more }, rome, explainers)).toBe(sentence);
  });

  test.each<[TodayAttempt["kind"], string | null, string]>([
    ["edit", "done", "testo nuovo inviato: aggiornato"],
    ["remove", "gone", "chiesto di toglierlo: non c'era già più"],
    ["remove", "retry", "non tolto, si riprova"],
    ["remove", null, "chiesto di toglierlo: in corso"],
    ["find", "processing", "cercato sulla Pagina: Facebook ci lavora ancora"],
  ])("a step of kind %s that came to %s", (kind, outcome, sentence) => {
    const step = { kind, outcome, startedAt: now, reason: null, detail: null };
    expect(tellStep(step, "facebook-page", rome, explainers)).toBe(sentence);
  });

  test("a step says what was done, what came back and why", () => {
    const step = {
      kind: "publish" as const,
      startedAt: now,
      outcome: "retry",
      reason: "unreachable",
      detail: null,
    };
    expect(tellStep(step, "facebook-page", rome, explainers)).toBe(
      "non pubblicato, si riprova. perché unreachable",
    );
    const open = { ...step, outcome: null, reason: null };
    expect(tellStep(open, "facebook-page", rome, explainers)).toBe("invio: in corso");
  });

  test("publishing's own reasons come before the channel's, and an unknown channel is met with a sentence", () => {
    expect(explain("flood", "facebook-page", rome, explainers).happened).toContain("tutte insieme");
    expect(explain("toString", "facebook-page", rome, explainers).happened).toBe("perché toString");
    expect(explain("x", "semaphore", rome, explainers).happened).toContain("non conosce");
  });

  test("one we gave up on tells the last obstacle", () => {
    const given = { reason: "gave-up", detail: "unreachable: ECONNREFUSED", channel: "facebook-page" };
    expect(explainPublication(given, rome, explainers).happened).toBe(
      "Dopo giorni di tentativi il post non è partito. perché unreachable",
    );
  });
});
