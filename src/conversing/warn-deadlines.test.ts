import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { enginesUnderTest } from "../../test/databases.ts";
import {
  commentBy,
  echoTo,
  type InboxWorld,
  messageBy,
  openInboxWorld,
  settle,
} from "../../test/inbox-world.ts";
import { officeCalendar } from "../authority/calendar/office-calendar.ts";
import { writeOffice } from "../authority/office-store.ts";
import { warnDeadlines } from "./warn-deadlines.ts";

let world: InboxWorld;

const rome = (text: string) => new Date(`${text}+01:00`);
const told = async () =>
  (await world.database.db.selectFrom("warning_told").selectAll().orderBy("told_at").execute()).map(
    ({ warning, told_to, told_at }) => `${told_at.toISOString().slice(5, 16)} ${warning} ${told_to}`,
  );

/** Looks at every half hour between two moments, as a clock that runs would. */
async function live(from: Date, to: Date): Promise<void> {
  for (let ms = from.getTime(); ms <= to.getTime(); ms += 1_800_000) {
    const clock = { now: () => new Date(ms) };
    await warnDeadlines({ ...world.converse, clock });
  }
}

describe.each(enginesUnderTest())("warnings, on the engine %s", (engine) => {
  beforeAll(async () => {
    world = await openInboxWorld({ engine });
    await settle(world, {
      notice: { messages: false },
      promise: { warnings: ["last-day", { openHoursLeft: 2 }] },
    });
    await writeOffice(world.database.db, "valdilago", {
      id: "como",
      name: "CPI di Como",
      isDefault: true,
      calendar: officeCalendar.parse({
        timetables: [
          {
            hours: Object.fromEntries(
              ["monday", "tuesday", "wednesday", "thursday", "friday"].map((one) => [one, ["09:00-12:00"]]),
            ),
          },
        ],
      }),
      contacts: {},
    });
  });
  beforeEach(async () => {
    for (const table of ["event", "conversation"] as const) {
      await world.database.db.deleteFrom(table).execute();
    }
  });
  afterAll(() => world.close());

  it("come before the end, each once, and after it to the head", async () => {
    // Friday afternoon before the bridge: Monday is worked, Tuesday 8 December is a holiday.
    await world.hear(commentBy("anna", "c1", "Scade quando?", rome("2026-12-04T17:00:00")));
    await live(rome("2026-12-04T17:00:00"), rome("2026-12-12T00:00:00"));
    await live(rome("2026-12-10T00:00:00"), rome("2026-12-12T00:00:00"));
    expect(await told()).toEqual([
      "12-09T08:00 last-day staff",
      "12-09T09:00 open-hours-2 staff",
      "12-09T23:00 late head",
    ]);
  });

  it("of a message tell of the network's window when it closes before the promise ends", async () => {
    await world.hear(messageBy("anna", "m1", "Serve la patente?", rome("2026-12-04T17:00:00")));
    await live(rome("2026-12-04T17:00:00"), rome("2026-12-05T23:00:00"));
    // Nobody is there any more before Saturday at five: it is said at once.
    expect(await told()).toEqual(["12-04T16:00 window staff", "12-05T16:00 window-lost head"]);
  });

  it("end with the answer, and begin anew with the next words", async () => {
    await world.hear(commentBy("anna", "c1", "Scade quando?", rome("2026-12-01T08:00:00")));
    await world.hear(commentBy("page", "c2", "Il 9", rome("2026-12-01T09:00:00"), { parentId: "c1" }));
    await live(rome("2026-12-01T08:00:00"), rome("2026-12-05T00:00:00"));
    expect(await told()).toEqual([]);
    await world.hear(commentBy("anna", "c3", "Di mattina?", rome("2026-12-02T08:00:00"), { parentId: "c1" }));
    await live(rome("2026-12-02T08:00:00"), rome("2026-12-05T00:00:00"));
    expect(await told()).toHaveLength(3);
  });

  it("told to nobody twice when several processes look at once", async () => {
    await world.hear(commentBy("anna", "c1", "Scade quando?", rome("2026-12-01T08:00:00")));
    const clock = { now: () => rome("2026-12-03T09:30:00") };
    await Promise.all([1, 2, 3].map(() => warnDeadlines({ ...world.converse, clock })));
    expect(await told()).toHaveLength(1);
  });

  it("of what a colleague answered elsewhere are none", async () => {
    await world.hear(messageBy("anna", "m1", "Serve?", rome("2026-12-01T08:00:00")));
    await world.hear(echoTo("anna", "e1", "No", rome("2026-12-01T08:30:00")));
    expect(await world.conversations()).toMatchObject([{ next_warning_at: null }]);
  });
});
