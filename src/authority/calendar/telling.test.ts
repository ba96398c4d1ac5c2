import { describe, expect, it } from "vitest";
import type { Language } from "../../channels/channel.ts";
import { answerDeadline, type DueAnswer } from "./answer-deadline.ts";
import type { AnswerPromise } from "./answer-promise.ts";
import { dataProtectionTerm, legalTerm } from "./legal-term.ts";
import { localDate } from "./local-date.ts";
import type { WorkingCalendar } from "./office-calendar.ts";
import { doorAt } from "./opening.ts";
import { hillOffice, lakeOffice, office } from "./pretend-offices.ts";
import type { RemainingTime } from "./remaining-time.ts";
import {
  explainDeadline,
  tellBy,
  tellDeadline,
  tellDoor,
  tellDue,
  tellRemaining,
  tellTerm,
} from "./telling.ts";

const twoDays: AnswerPromise = { workingDays: 2, ends: "day", warnings: [] };

function due(calendar: WorkingCalendar, receivedAt: string, promise = twoDays): DueAnswer {
  const deadline = answerDeadline(calendar, new Date(receivedAt), promise);
  if (deadline.kind !== "due") throw new Error(deadline.kind);
  return deadline;
}

const reading = (now: string, language: Language) => ({
  now: new Date(now),
  timeZone: "Europe/Rome",
  language,
});

const closed = office({
  patrons: [{ name: "Sant'Abbondio", day: "31 agosto" }],
  closures: [
    { reason: "ponte", from: "2026-12-07" },
    { reason: "ferie", from: "2026-08-10", to: "2026-08-28" },
  ],
});

describe("when an answer is due", () => {
  // Received on Thursday 4 December 2025, due on Tuesday 9.
  const deadline = due(lakeOffice, "2025-12-04T11:00:00+01:00");

  it.each([
    ["2025-12-04T12:00:00+01:00", "scade martedì 9", "entro martedì 9 dicembre", "due Tuesday 9"],
    ["2025-12-08T12:00:00+01:00", "scade domani", "entro domani", "due tomorrow"],
    ["2025-12-09T23:59:59+01:00", "scade oggi", "entro oggi", "due today"],
    ["2025-12-10T00:00:00+01:00", "scaduta ieri", "entro ieri", "was due yesterday"],
    ["2025-12-12T09:00:00+01:00", "scaduta martedì 9", "entro martedì 9 dicembre", "was due Tuesday 9"],
    [
      "2026-01-09T09:00:00+01:00",
      "scaduta martedì 9 dicembre",
      "entro martedì 9 dicembre",
      "was due Tuesday 9 December",
    ],
    [
      "2026-12-09T09:00:00+01:00",
      "scaduta martedì 9 dicembre 2025",
      "entro martedì 9 dicembre 2025",
      "was due Tuesday 9 December 2025",
    ],
  ])("is told at %s", (now, italian, by, english) => {
    expect(tellDue(deadline, reading(now, "it"))).toBe(italian);
    expect(tellBy(deadline, reading(now, "it"))).toBe(by);
    expect(tellDue(deadline, reading(now, "en"))).toBe(english);
  });

  it("is told with its hour where the promise ends as the office closes", () => {
    const early = due(lakeOffice, "2026-11-24T09:00:00+01:00", {
      workingDays: 2,
      ends: "closing",
      warnings: [],
    });
    expect(tellDue(early, reading("2026-11-24T10:00:00+01:00", "it"))).toBe("scade giovedì 26 alle 16:00");
    expect(tellDue(early, reading("2026-11-26T10:00:00+01:00", "it"))).toBe("scade oggi alle 16:00");
    expect(tellDue(early, reading("2026-11-26T16:00:00+01:00", "en"))).toBe("was due today at 16:00");
    const unknown = due(hillOffice, "2026-11-24T09:00:00+01:00", early.promise);
    expect(tellDue(unknown, reading("2026-11-26T10:00:00+01:00", "it"))).toBe("scade oggi");
  });
});

describe("a deadline in one line", () => {
  it.each<[string, WorkingCalendar, string, string, string]>([
    ["over a plain weekend", lakeOffice, "2026-11-20T10:00:00+01:00", "scade martedì 24", "due Tuesday 24"],
    [
      "over a holiday",
      lakeOffice,
      "2026-12-04T12:00:00+01:00",
      "scade mercoledì 9: martedì 8 è festivo",
      "due Wednesday 9: Tuesday 8 is a public holiday",
    ],
    [
      "over a bridge",
      closed,
      "2026-12-04T12:00:00+01:00",
      "scade giovedì 10: lunedì 7 l'ufficio è chiuso (ponte) e martedì 8 è festivo",
      "due Thursday 10: the office is closed Monday 7 (ponte) and Tuesday 8 is a public holiday",
    ],
    [
      "over the patron",
      lakeOffice,
      "2026-08-28T09:00:00+02:00",
      "scade mercoledì 2 settembre: lunedì 31 agosto è la festa del patrono (Sant'Abbondio)",
      "due Wednesday 2 September: Monday 31 August is the feast of the patron saint (Sant'Abbondio)",
    ],
    [
      "over two holidays in a row",
      lakeOffice,
      "2025-12-24T09:00:00+01:00",
      "scade martedì 30: giovedì 25 e venerdì 26 sono festivi",
      "due Tuesday 30: Thursday 25 and Friday 26 are public holidays",
    ],
    [
      "over the summer, weekends within and all",
      closed,
      "2026-08-07T09:00:00+02:00",
      "scade mercoledì 2 settembre: da lunedì 10 a venerdì 28 agosto l'ufficio è chiuso (ferie) e lunedì 31 agosto è la festa del patrono (Sant'Abbondio)",
      "due Wednesday 2 September: the office is closed from Monday 10 to Friday 28 August (ferie) and Monday 31 August is the feast of the patron saint (Sant'Abbondio)",
    ],
    [
      "over two bridges with work between them",
      office({
        workingWeekdays: ["monday", "friday", "saturday"],
        closures: ["2026-11-20", "2026-11-23"].map((from) => ({ reason: "ponte", from })),
      }),
      "2026-11-19T09:00:00+01:00",
      "scade venerdì 27: venerdì 20 l'ufficio è chiuso (ponte), lunedì 23 l'ufficio è chiuso (ponte) e da martedì 24 a giovedì 26 non sono lavorativi",
      "due Friday 27: the office is closed Friday 20 (ponte), the office is closed Monday 23 (ponte) and from Tuesday 24 to Thursday 26 are no working days",
    ],
    [
      "into the new year",
      lakeOffice,
      "2026-12-31T09:00:00+01:00",
      "scade martedì 5 gennaio: venerdì 1º è festivo",
      "due Tuesday 5 January: Friday 1 is a public holiday",
    ],
    [
      "over a weekday on which the office never works",
      office({ workingWeekdays: ["monday", "wednesday", "friday"] }),
      "2026-11-16T09:00:00+01:00",
      "scade venerdì 20: martedì 17 non è lavorativo e giovedì 19 non è lavorativo",
      "due Friday 20: Tuesday 17 is no working day and Thursday 19 is no working day",
    ],
  ])("%s", (_, calendar, receivedAt, italian, english) => {
    const deadline = due(calendar, receivedAt);
    expect(tellDeadline(deadline, reading(receivedAt, "it"))).toBe(italian);
    expect(tellDeadline(deadline, reading(receivedAt, "en"))).toBe(english);
  });

  it("that cannot be told says what to do", () => {
    const never = office({ workingWeekdays: [] });
    const deadline = answerDeadline(never, new Date("2026-11-18T09:00:00Z"), twoDays);
    const told = (["it", "en"] as const).map((language) =>
      tellDeadline(deadline, reading("2026-11-18T09:00:00Z", language)),
    );
    expect(told[0]).toContain("Controllate giorni lavorativi e chiusure");
    expect(told[1]).toContain("Check its working days and closures");
  });
});

describe("a deadline explained", () => {
  it("says how it was counted and names each day that was not", () => {
    const deadline = due(closed, "2026-12-04T12:00:00+01:00");
    expect(explainDeadline(deadline, reading("2026-12-04T12:00:00+01:00", "it"))).toBe(
      "Risposta entro giovedì 10 dicembre: 2 giorni lavorativi dopo venerdì 4 dicembre, giorno di arrivo, che non si conta. " +
        "Non si contano nemmeno sabato 5 e domenica 6 (fine settimana), lunedì 7 (ufficio chiuso: ponte) e martedì 8 (festivo: Immacolata Concezione).",
    );
    expect(explainDeadline(deadline, reading("2026-12-04T12:00:00+01:00", "en"))).toBe(
      "Answer by Thursday 10 December: 2 working days after Friday 4 December, the day it arrived, which does not count. " +
        "Nor do Saturday 5 and Sunday 6 (weekend), Monday 7 (office closed: ponte) and Tuesday 8 (public holiday: Immaculate Conception).",
    );
  });

  it("names two holidays each by its name", () => {
    const deadline = due(lakeOffice, "2025-12-24T09:00:00+01:00", {
      workingDays: 1,
      ends: "day",
      warnings: [],
    });
    expect(explainDeadline(deadline, reading("2025-12-24T09:00:00+01:00", "it"))).toBe(
      "Risposta entro lunedì 29 dicembre: 1 giorno lavorativo dopo mercoledì 24 dicembre, giorno di arrivo, che non si conta. " +
        "Non si contano nemmeno giovedì 25 (festivo: Natale), venerdì 26 (festivo: Santo Stefano) e sabato 27 e domenica 28 (fine settimana).",
    );
  });

  it("says it of one day alone", () => {
    const deadline = due(lakeOffice, "2026-06-01T09:00:00+02:00");
    expect(explainDeadline(deadline, reading("2026-06-01T09:00:00+02:00", "it"))).toMatch(
      /Non si conta nemmeno martedì 2 \(festivo: Festa della Repubblica\)\.$/,
    );
    expect(explainDeadline(deadline, reading("2026-06-01T09:00:00+02:00", "en"))).toMatch(
      /Nor does Tuesday 2 \(public holiday: Republic Day\)\.$/,
    );
  });

  it("is short where nothing was left out", () => {
    const deadline = due(lakeOffice, "2026-11-17T09:00:00+01:00");
    expect(explainDeadline(deadline, reading("2026-11-17T09:00:00+01:00", "it"))).toBe(
      "Risposta entro giovedì 19 novembre: 2 giorni lavorativi dopo martedì 17 novembre, giorno di arrivo, che non si conta.",
    );
  });
});

describe("the time that remains", () => {
  it.each<[RemainingTime, string, string]>([
    [{ kind: "working-days", days: 2 }, "restano 2 giorni lavorativi", "2 working days left"],
    [{ kind: "working-days", days: 1 }, "resta 1 giorno lavorativo", "1 working day left"],
    [{ kind: "open-minutes", minutes: 239 }, "restano 3 ore di apertura", "3 opening hours left"],
    [{ kind: "open-minutes", minutes: 60 }, "resta 1 ora di apertura", "1 opening hour left"],
    [{ kind: "open-minutes", minutes: 59 }, "restano 59 minuti di apertura", "59 minutes of opening left"],
    [{ kind: "open-minutes", minutes: 1 }, "resta 1 minuto di apertura", "1 minute of opening left"],
    [
      { kind: "open-minutes", minutes: 0 },
      "scade oggi, a ufficio già chiuso",
      "due today, and the office has closed",
    ],
    [{ kind: "last-day" }, "è l'ultimo giorno", "this is the last day"],
    [{ kind: "late-minutes", minutes: 90 }, "scaduta da 1 ora", "1 hour late"],
    [{ kind: "late-minutes", minutes: 5 }, "scaduta da 5 minuti", "5 minutes late"],
    [{ kind: "late-minutes", minutes: 0 }, "scaduta adesso", "late since just now"],
    [{ kind: "late-days", days: 1 }, "scaduta da 1 giorno", "1 day late"],
    [{ kind: "late-days", days: 3 }, "scaduta da 3 giorni", "3 days late"],
  ])("%j", (remaining, italian, english) => {
    expect(tellRemaining(remaining, { language: "it" })).toBe(italian);
    expect(tellRemaining(remaining, { language: "en" })).toBe(english);
  });
});

describe("the door", () => {
  it.each([
    ["2026-11-24T09:00:00+01:00", "aperto fino alle 12:30", "open until 12:30"],
    ["2026-11-24T13:00:00+01:00", "chiuso, riapre oggi alle 14:00", "closed, opens today at 14:00"],
    ["2026-11-24T20:00:00+01:00", "chiuso, riapre domani alle 8:30", "closed, opens tomorrow at 8:30"],
    ["2026-11-20T20:00:00+01:00", "chiuso, riapre lunedì 23 alle 8:30", "closed, opens Monday 23 at 8:30"],
    [
      "2026-10-30T20:00:00+01:00",
      "chiuso, riapre lunedì 2 novembre alle 8:30",
      "closed, opens Monday 2 November at 8:30",
    ],
  ])("at %s", (now, italian, english) => {
    const door = doorAt(lakeOffice, new Date(now));
    expect(tellDoor(door, reading(now, "it"))).toBe(italian);
    expect(tellDoor(door, reading(now, "en"))).toBe(english);
  });

  it("of an office without known hours tells none", () => {
    const now = "2026-11-24T09:00:00+01:00";
    expect(tellDoor(doorAt(hillOffice, new Date(now)), reading(now, "it"))).toBe("nessun orario di apertura");
  });
});

describe("a term of the law", () => {
  const now = "2026-11-18T09:00:00+01:00";

  it.each([
    ["2026-11-18", "entro venerdì 18 dicembre", "by Friday 18 December"],
    [
      "2026-11-08",
      "entro mercoledì 9 dicembre: martedì 8 è festivo",
      "by Wednesday 9 December: Tuesday 8 is a public holiday",
    ],
    [
      "2026-11-06",
      "entro lunedì 7 dicembre: domenica 6 è festiva",
      "by Monday 7 December: no term ends on Sunday 6",
    ],
  ])("of a data-protection request received on %s", (receivedOn, italian, english) => {
    const term = dataProtectionTerm(localDate(receivedOn), false);
    expect(tellTerm(term, reading(now, "it"))).toBe(italian);
    expect(tellTerm(term, reading(now, "en"))).toBe(english);
  });

  it("of a trial names the Saturday too", () => {
    const term = legalTerm(localDate("2026-11-19"), { days: 30 }, "saturday-moves");
    expect(tellTerm(term, reading(now, "it"))).toBe(
      "entro lunedì 21 dicembre: sabato 19 non conta per gli atti processuali e domenica 20 è festiva",
    );
  });
});
