// An independent witness: a walker that knows nothing of the code beside it, with its own list of holidays, its own
// Easter and its own clock, goes day by day through twenty years of each of two hundred random calendars.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerDeadline } from "./answer-deadline.ts";
import { localDate, weekdays } from "./local-date.ts";
import { openMsBetween } from "./opening.ts";
import { office } from "./pretend-offices.ts";
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "./working-day.ts";

const firstYear = 2015;
const years = 20;
const calendars = 200;
const dayMs = 86_400_000;
const start = Date.UTC(firstYear, 0, 1);
const length = (Date.UTC(firstYear + years, 0, 1) - start) / dayMs;
const dates = Array.from({ length }, (_, index) =>
  localDate(new Date(start + index * dayMs).toISOString().slice(0, 10)),
);

interface RandomCalendar {
  weekdays: number[];
  patrons: { month: number; day: number; from: number; until: number }[];
  closures: { from: number; days: number }[];
}

const randomCalendar: fc.Arbitrary<RandomCalendar> = fc.record({
  weekdays: fc.oneof(
    { weight: 4, arbitrary: fc.constant<number[]>([1, 2, 3, 4, 5]) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 }) },
  ),
  patrons: fc.array(
    fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 29 }),
      from: fc.integer({ min: 0, max: length - 1 }),
      until: fc.integer({ min: 0, max: length - 1 }),
    }),
    { maxLength: 3 },
  ),
  closures: fc.array(
    fc.record({ from: fc.integer({ min: 0, max: length - 1 }), days: fc.integer({ min: 1, max: 40 }) }),
    { maxLength: 40 },
  ),
});

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function asOffice(random: RandomCalendar) {
  return office({
    workingWeekdays: random.weekdays.map((index) => weekdays[(index + 6) % 7]),
    patrons: random.patrons.map(({ month, day, from, until }) => ({
      name: "patrono",
      day: `${day} ${monthNames[month - 1]}`,
      from: dates[Math.min(from, until)],
      until: dates[Math.max(from, until)],
    })),
    closures: random.closures.map(({ from, days }) => ({
      reason: "chiusura",
      from: dates[from],
      to: dates[Math.min(from + days, length) - 1],
    })),
  });
}

/** Easter Sunday by looking for it: the first Sunday after the full moon of the church's tables. */
function easterByTable(year: number): number {
  // The full moons of 1900 to 2199 by golden number, in days after 21 March.
  const moons = [24, 13, 2, 21, 10, 29, 18, 7, 26, 15, 4, 23, 12, 1, 20, 9, 28, 17, 6];
  let day = Date.UTC(year, 2, 21) + (moons[year % 19] as number) * dayMs;
  do day += dayMs;
  while (new Date(day).getUTCDay() !== 0);
  return day;
}

/** Each day as a wall calendar shows it, red or not. */
const wall = dates.map((_, index) => {
  const date = new Date(start + index * dayMs);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const fixed = ["1/1", "6/1", "25/4", "1/5", "2/6", "15/8", "1/11", "8/12", "25/12", "26/12"];
  const isRed =
    fixed.includes(`${day}/${month}`) ||
    (year >= 2026 && day === 4 && month === 10) ||
    [easterByTable(year), easterByTable(year) + dayMs].includes(date.getTime());
  return { month, day, weekday: date.getUTCDay(), isRed };
});

function walk(random: RandomCalendar): boolean[] {
  const works = wall.map(({ isRed, weekday }) => !isRed && random.weekdays.includes(weekday));
  for (const { from, days } of random.closures) works.fill(false, from, from + days);
  for (const patron of random.patrons) {
    const [first, last] = [Math.min(patron.from, patron.until), Math.max(patron.from, patron.until)];
    for (let index = first; index <= last; index += 1) {
      if (wall[index]?.day === patron.day && wall[index]?.month === patron.month) works[index] = false;
    }
  }
  return works;
}

/** Where the n-th working day after a day is; undefined beyond the years walked. */
function nth(works: readonly boolean[], after: number, count: number): number | undefined {
  let left = count;
  for (let index = after + 1; index < works.length; index += 1) {
    if (works[index]) left -= 1;
    if (left === 0) return index;
  }
  return undefined;
}

describe("the calendar against somebody who walks day by day", () => {
  it(`says the same of every day of ${years} years, in ${calendars} random calendars`, {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(randomCalendar, (random) => {
        const calendar = asOffice(random);
        const works = walk(random);
        const wrong = dates.filter((date, index) => isWorkingDay(calendar, date) !== works[index]);
        expect(wrong).toEqual([]);
      }),
      { numRuns: calendars },
    );
  });

  it("gives the same deadline from days all over them, at any hour", { timeout: 60_000 }, () => {
    const hour = fc.integer({ min: 0, max: 23 });
    const promised = fc.integer({ min: 1, max: 10 });
    fc.assert(
      fc.property(randomCalendar, promised, hour, (random, workingDays, clock) => {
        const calendar = { ...asOffice(random), timeZone: "UTC" };
        const works = walk(random);
        const wrong: unknown[] = [];
        for (let index = 0; index < length; index += 29) {
          const expected = nth(works, index, workingDays);
          // Further away, or beyond the years walked: it may as well be none.
          if (expected === undefined || expected - index > 400) continue;
          const received = new Date(start + index * dayMs + clock * 3_600_000);
          const deadline = answerDeadline(calendar, received, { workingDays, ends: "day", warnings: [] });
          const endsAt = start + (expected + 1) * dayMs;
          const isRight = deadline.kind === "due" && deadline.dueOn === dates[expected];
          if (!isRight || deadline.endsAt.getTime() !== endsAt) wrong.push([dates[expected], deadline]);
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: calendars },
    );
  });

  it("adds and counts days the other way round", () => {
    fc.assert(
      fc.property(
        randomCalendar,
        fc.integer({ min: 0, max: length - 2_000 }),
        fc.integer({ min: 1, max: 60 }),
        (random, from, days) => {
          const calendar = asOffice(random);
          const after = dates[from] as (typeof dates)[number];
          const to = addWorkingDays(calendar, after, days);
          if (to !== null) expect(workingDaysBetween(calendar, after, to)).toBe(days);
        },
      ),
      { numRuns: calendars },
    );
  });
});

describe("the hours of an office against somebody who looks at the clock every minute", () => {
  const minuteMs = 60_000;
  // Weeks in which clocks change, and one with Christmas.
  const starts = fc.constantFrom("2026-03-27T09:17:00Z", "2026-10-23T15:40:00Z", "2026-12-23T06:00:00Z");
  const clock = (minute: number) => new Date(minute * minuteMs).toISOString().slice(11, 16);
  // From five in the morning on: what is told twice or never in the nights of the change has its own tests.
  const slots = fc
    .uniqueArray(fc.integer({ min: 5 * 60, max: 24 * 60 - 1 }), { minLength: 2, maxLength: 6 })
    .map((minutes) => minutes.sort((a, b) => a - b))
    .map((minutes) =>
      Array.from({ length: Math.floor(minutes.length / 2) }, (_, i) => minutes.slice(2 * i, 2 * i + 2)),
    );
  const wallClock = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Rome",
    weekday: "long",
    day: "numeric",
    month: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });

  function isOpenAt(moment: number, hours: readonly number[][]): boolean {
    const parts = Object.fromEntries(wallClock.formatToParts(moment).map(({ type, value }) => [type, value]));
    const minute = Number(parts.hour) * 60 + Number(parts.minute);
    const isFestive =
      ["25/12", "26/12"].includes(`${parts.day}/${parts.month}`) || parts.weekday === "Wednesday";
    return !isFestive && hours.some(([from = 0, to = 0]) => from <= minute && minute < to);
  }

  it("finds the same minutes open", () => {
    fc.assert(
      fc.property(starts, slots, fc.integer({ min: 0, max: 4 * 1440 }), (start, hours, minutes) => {
        const written = hours.map(([from = 0, to = 0]) => `${clock(from)}-${clock(to)}`);
        const days = weekdays.filter((weekday) => weekday !== "wednesday");
        const timetable = { hours: Object.fromEntries(days.map((weekday) => [weekday, written])) };
        const from = Date.parse(start);
        let open = 0;
        for (let minute = 0; minute < minutes; minute += 1) {
          if (isOpenAt(from + minute * minuteMs, hours)) open += 1;
        }
        const calendar = office({ timetables: [timetable] });
        expect(openMsBetween(calendar, new Date(from), new Date(from + minutes * minuteMs))).toBe(
          open * minuteMs,
        );
      }),
      { numRuns: 60 },
    );
  });
});
