import { afterEach, describe, expect, it, test } from "vitest";
import { commentBy, type InboxWorld, openInboxWorld, settle } from "../../../test/inbox-world.ts";
import { authorityId } from "../../../test/publishing-world.ts";
import { findAuthority } from "../../authority/authority-store.ts";
import { raidChange, raidSteps } from "./raid.ts";
import { isRaidChanging } from "./raid-store.ts";
import { readRaid } from "./read-raid.ts";
import { watchRaids } from "./watch-raids.ts";

const minute = 60_000;

let world: InboxWorld | undefined;
afterEach(async () => await world?.close());

const insults = ["siete dei coglioni", "siete degli idioti", "fate schifo, bastardi", "siete delle merde"];

/** So many comments of so many people, spread over a time that ends now; `text` says what each writes. */
async function comment(
  there: InboxWorld,
  count: number,
  overMs: number,
  text = (index: number) => `${insults[index % insults.length]} ${index}`,
) {
  const now = there.clock.now().getTime();
  const all = Array.from({ length: count }, (_, index) =>
    commentBy(
      `p${index % 40}`,
      `c${now}_${index}`,
      text(index),
      new Date(now - overMs + (index * overMs) / count),
    ),
  );
  await there.hear(...all);
}

/** As the clock of the product does, many times. */
async function sweep({ database: { db }, tools, clock }: InboxWorld): Promise<void> {
  for (let time = 0; time < 3; time++) {
    if (await isRaidChanging(db, clock.now())) await watchRaids({ ...tools, log: tools.log });
  }
}

const alerts = ({ database: { db } }: InboxWorld) =>
  db.selectFrom("alert").selectAll().where("kind", "=", "raid").orderBy("raised_at").execute();
const raids = ({ database: { db } }: InboxWorld) =>
  db.selectFrom("raid").selectAll().orderBy("began_at").execute();

test("a raid begins with as many breaches as the authority says and ends below half of them", () => {
  const at = (raidId: string | null, breaches: number) => raidChange({ raidId, breaches, threshold: 10 });
  expect([9, 10, 200].map((breaches) => at(null, breaches))).toEqual([undefined, "begins", "begins"]);
  expect([200, 10, 5, 4, 0].map((breaches) => at("r", breaches))).toEqual([
    undefined,
    undefined,
    undefined,
    "ends",
    "ends",
  ]);
});

test("threats come before all else, and the steps that always help are always offered", () => {
  const none = { breaches: 10, people: 10, repeaters: 0, certain: 0, threats: 0, switchable: [] };
  expect(raidSteps(none).map(({ kind }) => kind)).toEqual(["remind-publicly", "limit-on-network"]);
  const all = { breaches: 200, people: 40, repeaters: 40, certain: 150, threats: 2, switchable: [6, 7] };
  expect(raidSteps(all)).toEqual([
    { kind: "report-threats", messages: 2 },
    { kind: "hide-certain", messages: 150 },
    { kind: "let-act", rules: [6, 7] },
    { kind: "warn-repeaters", people: 40 },
    { kind: "remind-publicly" },
    { kind: "call-colleagues" },
    { kind: "limit-on-network" },
  ]);
});

describe("200 comments in two minutes", () => {
  it("raise one alert, offer stronger steps and take none; calm ends the raid, and the next one is told anew", async () => {
    world = await openInboxWorld();
    const { db } = world.database;
    await comment(world, 100, 2 * minute);
    await sweep(world);
    await comment(world, 100, minute);
    await sweep(world);
    expect(await alerts(world)).toHaveLength(1);
    const authority = await findAuthority(db, authorityId);
    if (!authority) throw new Error("the authority is gone");
    const raid = await readRaid(db, authority, world.clock.now());
    expect(raid?.counts).toMatchObject({ people: 40, repeaters: 40, switchable: [6] });
    expect(raid?.counts.breaches).toBeGreaterThan(150);
    expect((await raids(world))[0]?.breaches).toBe(raid?.counts.breaches);
    expect(raid?.steps.map(({ kind }) => kind)).toContain("let-act");
    expect(await db.selectFrom("decision").selectAll().execute()).toEqual([]);

    world.clock.moveBy(5 * minute);
    await sweep(world);
    expect((await raids(world))[0]?.ended_at).toBeNull();
    world.clock.moveBy(6 * minute);
    await sweep(world);
    expect((await raids(world))[0]?.ended_at).toBeInstanceOf(Date);
    expect(await readRaid(db, authority, world.clock.now())).toBeUndefined();

    await comment(world, 30, minute);
    await sweep(world);
    expect(await alerts(world)).toHaveLength(2);
    const acts = await db
      .selectFrom("audit_entry")
      .select("act")
      .where("act", "like", "raid-%")
      .orderBy("seq")
      .execute();
    expect(acts.map(({ act }) => act)).toEqual(["raid-begun", "raid-ended", "raid-begun"]);
  });

  it("of questions and criticism are no raid", async () => {
    world = await openInboxWorld();
    await comment(
      world,
      200,
      2 * minute,
      (index) => `Siete lenti e nessuno risponde, vergogna! Quando riaprite? ${index}`,
    );
    await sweep(world);
    expect(await alerts(world)).toEqual([]);
  });

  it("that were written over days and heard at once are no raid", async () => {
    world = await openInboxWorld();
    await comment(world, 200, 3 * 24 * 60 * minute);
    await sweep(world);
    expect(await alerts(world)).toEqual([]);
  });

  it("are counted as the authority says", async () => {
    world = await openInboxWorld();
    await settle(world, { notice: { messages: false }, moderation: { raid: { breaches: 300, minutes: 5 } } });
    await comment(world, 200, 2 * minute);
    await sweep(world);
    expect(await alerts(world)).toEqual([]);
    await settle(world, { notice: { messages: false }, moderation: { raid: { breaches: 50, minutes: 5 } } });
    await sweep(world);
    expect(await alerts(world)).toHaveLength(1);
  });
});
