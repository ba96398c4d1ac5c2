import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shared, sharedIsHere, sharedMissing } from "../../../test/shared.ts";
import { answerDeadline } from "./answer-deadline.ts";
import { answerPromise } from "./answer-promise.ts";
import { legalTerm } from "./legal-term.ts";
import { addDays, dateOf, localDate } from "./local-date.ts";
import { nationalHolidayOn } from "./national-holidays.ts";
import { hillOffice, lakeOffice, office } from "./pretend-offices.ts";

interface Vectors {
  nationalHolidays: Record<string, string[]>;
  answerDue: { receivedAt: string; tenant: string; extraClosures: string[]; dueDate: string; why: string }[];
  legalTerms: { cases: { start: string; days: number; nominal: string; cc2963: string; cpc155_5: string }[] };
}

const there = describe.skipIf(!sharedIsHere);
const title = (what: string) => (sharedIsHere ? what : `${what} (skipped: ${sharedMissing})`);
const offices: Record<string, typeof lakeOffice> = { valdilago: lakeOffice, calanchi: hillOffice };

there(title("the shared working days"), () => {
  const vectors: Vectors = sharedIsHere
    ? JSON.parse(readFileSync(shared("samples/working-days.json"), "utf8"))
    : { nationalHolidays: {}, answerDue: [], legalTerms: { cases: [] } };

  it.each(Object.entries(vectors.nationalHolidays))("have these holidays in %s", (year, holidays) => {
    const days = Array.from({ length: 366 }, (_, index) => addDays(dateOf(Number(year), 1, 1), index));
    const found = days.filter((date) => date.startsWith(year) && nationalHolidayOn(date) !== null);
    expect(found).toEqual(holidays);
  });

  it.each(vectors.answerDue)("$receivedAt at $tenant is due $dueDate: $why", (vector) => {
    const own = offices[vector.tenant];
    if (!own) throw new Error(vector.tenant);
    const { closures } = office({
      closures: vector.extraClosures.map((from) => ({ reason: "chiusura", from })),
    });
    const deadline = answerDeadline(
      { ...own, closures },
      new Date(vector.receivedAt),
      answerPromise.parse({}),
    );
    expect(deadline).toMatchObject({ kind: "due", dueOn: vector.dueDate });
  });

  it.each(vectors.legalTerms.cases)("$start and $days days end on $cc2963", (vector) => {
    const civil = legalTerm(localDate(vector.start), { days: vector.days });
    const trial = legalTerm(localDate(vector.start), { days: vector.days }, "saturday-moves");
    expect([civil.nominalOn, civil.expiresOn, trial.expiresOn]).toEqual([
      vector.nominal,
      vector.cc2963,
      vector.cpc155_5,
    ]);
  });
});
