import { describe, expect, it } from "vitest";
import { addDays, localDate } from "./local-date.ts";
import { nationalHolidayOn } from "./national-holidays.ts";

const on = (date: string) => nationalHolidayOn(localDate(date));

describe("national holidays", () => {
  it("of 2026 are these thirteen and no others", () => {
    const found: string[] = [];
    for (let date = localDate("2026-01-01"); date <= "2026-12-31"; date = addDays(date, 1)) {
      const holiday = nationalHolidayOn(date);
      if (holiday) found.push(`${date} ${holiday}`);
    }
    expect(found).toEqual([
      "2026-01-01 new-year",
      "2026-01-06 epiphany",
      "2026-04-05 easter",
      "2026-04-06 easter-monday",
      "2026-04-25 liberation",
      "2026-05-01 labour",
      "2026-06-02 republic",
      "2026-08-15 assumption",
      "2026-10-04 saint-francis",
      "2026-11-01 all-saints",
      "2026-12-08 immaculate-conception",
      "2026-12-25 christmas",
      "2026-12-26 saint-stephen",
    ]);
  });

  it.each([
    ["Saint Francis before the law", "2025-10-04", null],
    ["Saint Francis since the law (L. 151/2025)", "2026-10-04", "saint-francis"],
    ["the first Saint Francis on a weekday", "2027-10-04", "saint-francis"],
    ["the one day off for Italy's unity (D.L. 5/2011)", "2011-03-17", "unity"],
    ["the year after it", "2012-03-17", null],
    ["Republic Day while it was moved to a Sunday", "2000-06-02", null],
    ["Republic Day since it came back (L. 336/2000)", "2001-06-02", "republic"],
    ["Epiphany while it was suspended", "1985-01-06", null],
    ["Epiphany since it came back (D.P.R. 792/1985)", "1986-01-06", "epiphany"],
    ["Good Friday", "2026-04-03", null],
    ["Mother's Day, which is only observed", "2026-05-10", null],
    ["Saint Joseph, abolished in 1977", "2026-03-19", null],
    ["Whit Monday, which is one only in Alto Adige", "2026-05-25", null],
    ["Armed Forces Day", "2026-11-04", null],
    ["New Year's Eve", "2026-12-31", null],
  ])("%s", (_, date, holiday) => {
    expect(on(date)).toBe(holiday);
  });

  it("are one where two fall on one day", () => {
    expect(on("2011-04-25")).toBe("easter-monday");
  });
});
