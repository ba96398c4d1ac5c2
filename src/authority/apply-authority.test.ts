import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/databases.ts";
import { openVault } from "../platform/vault.ts";
import { goodStanding } from "../publishing/account.ts";
import { saveStanding } from "../publishing/account-store.ts";
import type { ItemKind } from "../watching/found-item.ts";
import { type ApplyResult, type ApplyTools, applyAuthority } from "./apply-authority.ts";
import type { AuthorityFile, FileAccount, FileSource } from "./authority-file.ts";
import { officeCalendar } from "./calendar/office-calendar.ts";
import { readLogo } from "./logo-store.ts";
import { findOffices } from "./office-store.ts";
import { authoritySettings } from "./settings.ts";

let database: TestDatabase;
let tools: ApplyTools;
let woken: unknown[];
const now = new Date("2026-03-02T09:00:00Z");

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  await startOver();
  woken = [];
  tools = {
    db: database.db,
    queue: { add: async (_writer, name, payload) => void woken.push([name, payload]) },
    vault: openVault(Buffer.alloc(32, 7)),
    clock: { now: () => now },
  };
});

async function startOver(): Promise<void> {
  for (const table of ["publication", "item", "authority"] as const) {
    await database.db.deleteFrom(table).execute();
  }
}

const portal: FileSource = {
  id: "portale",
  kind: "feed",
  name: "Portale lavoro",
  url: "https://lavoro.example/feed",
  everySeconds: 60,
  settings: { backfill: 0, allowPrivateAddress: false, kind: "offer" },
};
const page: FileAccount = {
  id: "pagina",
  channel: "facebook-page",
  externalId: "100",
  name: "La Pagina",
  formats: ["link-post"],
  kinds: null,
  pacing: {},
  settings: { pageId: "100" },
  secrets: { token: "EAA1" },
};
const file: AuthorityFile = {
  authority: {
    id: "valdilago",
    name: "Provincia di Valdilago",
    settings: authoritySettings.parse({}),
  },
  sources: [portal],
  accounts: [page],
};

async function differences(wanted: AuthorityFile, dryRun = false) {
  const result = await applyAuthority(tools, wanted, { dryRun });
  if (result.kind === "refused") throw new Error(JSON.stringify(result.refusals));
  return result.differences;
}

const account = () => database.db.selectFrom("account").selectAll().executeTakeFirstOrThrow();
const source = () => database.db.selectFrom("source").selectAll().executeTakeFirstOrThrow();

describe("applying an authority's file", () => {
  test("makes what is not there, and looks at a new source at once", async () => {
    expect((await differences(file)).map(({ subject, id, verb }) => [subject, id, verb])).toEqual([
      ["authority", "valdilago", "new"],
      ["source", "portale", "new"],
      ["account", "pagina", "new"],
    ]);
    expect((await source()).next_look_at).toEqual(now);
    expect((await account()).secrets?.toString("latin1")).not.toContain("EAA1");
  });

  test("a second time finds nothing to do", async () => {
    await differences(file);
    expect(await differences(file)).toEqual([]);
  });

  test("a logo is kept as it is, changed when it differs, and taken away when the file names none", async () => {
    // No size of a picture is rounded on its way: the next application would find a difference.
    const logo = { type: "image/svg+xml", width: 1134.567891, height: 33.3, data: "PHN2Zz4=" } as const;
    const withLogo = { ...file, authority: { ...file.authority, logo } };
    await differences(file);
    expect(await differences(withLogo)).toMatchObject([
      { subject: "authority", verb: "changed", fields: [{ name: "logo", after: logo }] },
    ]);
    expect(await differences(withLogo)).toEqual([]);
    expect(await readLogo(database.db, "valdilago")).toEqual(logo);
    expect(await readLogo(database.db, "como")).toBeUndefined();
    const other = { ...logo, type: "image/png", data: "iVBORw==" } as const;
    const replaced = { ...file, authority: { ...file.authority, logo: other } };
    expect(await differences(replaced)).toHaveLength(1);
    expect(await readLogo(database.db, "valdilago")).toEqual(other);
    expect(await differences(file)).toMatchObject([{ fields: [{ name: "logo", before: other }] }]);
    expect(await readLogo(database.db, "valdilago")).toBeUndefined();
    expect(await differences(file)).toEqual([]);
  });

  test("offices are kept with their calendars, one is the default, and one left out is stopped", async () => {
    const calendar = officeCalendar.parse({ patrons: [{ name: "Sant'Abbondio", day: "31 agosto" }] });
    const como = {
      id: "como",
      name: "CPI di Como",
      isDefault: true,
      calendar,
      contacts: { pec: "c@pec.example" },
    };
    const cantu = { ...como, id: "cantu", name: "CPI di Cantù", isDefault: false };
    await differences(file);
    expect(await differences({ ...file, offices: [como, cantu] })).toMatchObject([
      { subject: "office", id: "como", verb: "new" },
      { subject: "office", id: "cantu", verb: "new" },
    ]);
    expect(await differences({ ...file, offices: [como, cantu] })).toEqual([]);
    const only = [{ ...cantu, isDefault: true }];
    expect(await differences({ ...file, offices: only })).toMatchObject([
      { subject: "office", id: "cantu", verb: "changed" },
      { subject: "office", id: "como", verb: "stopped" },
    ]);
    expect(await differences({ ...file, offices: only })).toEqual([]);
    expect(await findOffices(database.db, "valdilago")).toMatchObject([
      { id: "cantu", isDefault: true, isStopped: false, calendar },
      { id: "como", isDefault: false, isStopped: true },
    ]);
    expect(await differences({ ...file, offices: [como, cantu] })).toMatchObject([
      { id: "como", verb: "resumed" },
      { id: "cantu", verb: "changed" },
    ]);
  });

  test("formats by kind are kept as they are, whatever the order of their keys", async () => {
    const formats = { others: ["link-post"], offer: ["link-post", "photo-story"], notice: [] } as const;
    const chosen = { ...file, accounts: [{ ...page, formats }] };
    await differences(file);
    expect(await differences(chosen)).toMatchObject([
      { id: "pagina", verb: "changed", fields: [{ name: "formats", before: ["link-post"], after: formats }] },
    ]);
    expect(await differences(chosen)).toEqual([]);
  });

  test("a dry run writes nothing", async () => {
    expect(await differences(file, true)).toHaveLength(3);
    expect(await database.db.selectFrom("authority").select("id").execute()).toEqual([]);
  });

  test("a source that left the file is stopped, and goes on when it comes back", async () => {
    await differences(file);
    expect(await differences({ ...file, sources: [] })).toMatchObject([{ id: "portale", verb: "stopped" }]);
    expect((await source()).stopped_at).toEqual(now);
    expect(await differences({ ...file, sources: [] })).toEqual([]);
    expect(await differences(file)).toMatchObject([{ id: "portale", verb: "resumed" }]);
    expect((await source()).stopped_at).toBeNull();
  });

  test("an account that left the file is off, and its line is taken from whoever works on it", async () => {
    await differences(file);
    await database.db
      .updateTable("account")
      .set({ lease_token: "00000000-0000-4000-8000-000000000001", lease_until: now })
      .execute();
    expect(await differences({ ...file, accounts: [] })).toMatchObject([{ id: "pagina", verb: "stopped" }]);
    expect(await account()).toMatchObject({ state: "off", lease_token: null });
    const key = { authorityId: "valdilago", accountId: "pagina" };
    await saveStanding(database.db, key, goodStanding);
    expect((await account()).state).toBe("off");
    expect(await differences(file)).toMatchObject([{ id: "pagina", verb: "resumed" }]);
    expect((await account()).state).toBe("active");
  });

  test("another address keeps the memory of a source and forgets what the old server said", async () => {
    await differences(file);
    const baseline = new Date("2026-01-01T00:00:00Z");
    await database.db
      .updateTable("source")
      .set({
        etag: '"x"',
        last_modified: "y",
        baseline_at: baseline,
        faults: 2,
        fault: "timeout",
        fault_since: now,
      })
      .execute();
    await differences({ ...file, sources: [{ ...portal, url: "https://nuovo.example/feed" }] });
    expect(await source()).toMatchObject({
      etag: null,
      last_modified: null,
      fault: null,
      faults: 0,
      baseline_at: baseline,
      next_look_at: now,
    });
  });

  test("a new token of a disconnected account connects it again and wakes it", async () => {
    await differences(file);
    await database.db
      .updateTable("account")
      .set({ state: "disconnected", reason: "token-expired" })
      .execute();
    const renewed = { ...file, accounts: [{ ...page, secrets: { token: "EAA2" } }] };
    const [difference] = await differences(renewed);
    expect(difference).toMatchObject({ verb: "reconnected", fields: [{ name: "token", isSecret: true }] });
    expect(await account()).toMatchObject({ state: "active", reason: null });
    expect(woken).toEqual([["advance-account", { authorityId: "valdilago", accountId: "pagina" }]]);
  });

  test("another pace is tried at once, not when the old one would have allowed it", async () => {
    await differences(file);
    await database.db
      .updateTable("account")
      .set({ idle_until: new Date("2026-03-03T07:00:00Z") })
      .execute();
    await differences({ ...file, accounts: [{ ...page, pacing: { dailyMax: 20 } }] });
    expect((await account()).idle_until).toBeNull();
    expect(woken).toHaveLength(1);
  });

  test("another name does not connect a disconnected account", async () => {
    await differences(file);
    await database.db
      .updateTable("account")
      .set({ state: "disconnected", reason: "token-expired" })
      .execute();
    await differences({ ...file, accounts: [{ ...page, name: "Altro nome" }] });
    expect((await account()).state).toBe("disconnected");
  });

  test("what differs is told, secrets without their value", async () => {
    await differences(file);
    const changed = {
      ...file,
      sources: [{ ...portal, everySeconds: 30 }],
      accounts: [{ ...page, secrets: { token: "EAAsegreto" } }],
    };
    const found = await differences(changed, true);
    expect(found[0]?.fields).toEqual([{ name: "every", isSecret: false, before: 60, after: 30 }]);
    expect(JSON.stringify(found)).not.toMatch(/EAA/);
  });

  test("secrets sealed with a lost key are replaced by those of the file", async () => {
    await differences(file);
    tools = { ...tools, vault: openVault(Buffer.alloc(32, 8)) };
    expect(await differences(file)).toMatchObject([
      { id: "pagina", fields: [{ name: "token", isSecret: true }] },
    ]);
    expect(await differences(file)).toEqual([]);
  });
});

describe("a Page", () => {
  const refusals = (result: ApplyResult) => (result.kind === "refused" ? result.refusals : []);

  test("of another authority is refused, and nothing is written", async () => {
    await differences(file);
    const other = { ...file, authority: { ...file.authority, id: "como" }, sources: [] };
    expect(refusals(await applyAuthority(tools, other))).toEqual([
      {
        kind: "page-taken",
        accountId: "pagina",
        externalId: "100",
        by: expect.objectContaining({ authorityId: "valdilago", accountId: "pagina" }),
      },
    ]);
    expect(await database.db.selectFrom("authority").select("id").execute()).toEqual([{ id: "valdilago" }]);
  });

  test("under another id of the same authority is refused too", async () => {
    await differences(file);
    const renamed = { ...file, accounts: [{ ...page, id: "facebook" }] };
    expect(refusals(await applyAuthority(tools, renamed))).toMatchObject([{ kind: "page-taken" }]);
  });

  test("may be corrected while nothing was planned for it, and not afterwards", async () => {
    await differences(file);
    const moved = { ...file, accounts: [{ ...page, externalId: "101", settings: { pageId: "101" } }] };
    expect(await differences(moved)).toHaveLength(1);
    await plannedPublication();
    expect(refusals(await applyAuthority(tools, file))).toEqual([
      { kind: "page-changed", accountId: "pagina", before: "101", after: "100" },
    ]);
  });

  async function plannedPublication(): Promise<void> {
    const key = { authority_id: "valdilago" };
    const item = await database.db
      .insertInto("item")
      .values({
        ...key,
        source_id: "portale",
        kind: "offer",
        title: "Cuoca/o",
        body: "",
        content_hash: "x",
        first_seen_at: now,
        archived: false,
      })
      .returning(["id", "seq"])
      .executeTakeFirstOrThrow();
    await database.db
      .insertInto("publication")
      .values({
        ...key,
        item_id: item.id,
        account_id: "pagina",
        format: "link-post",
        position: item.seq,
        marker: "bcdfghjkmnpq",
        state: "due",
        next_step_at: now,
        planned_at: now,
      })
      .execute();
  }
});

describe("whatever two files say", () => {
  const id = fc.constantFrom("a", "b", "c");
  const anySource = fc.record({
    id,
    kind: fc.constantFrom("feed", "push"),
    name: fc.constantFrom("Uno", "Due"),
    url: fc.constantFrom("https://x.example/1", "https://x.example/2"),
    everySeconds: fc.constantFrom(null, 1, 60),
    settings: fc.record({
      backfill: fc.constantFrom<number | "all">(0, 5, "all"),
      allowPrivateAddress: fc.boolean(),
      kind: fc.constantFrom("offer" as const, "notice" as const),
    }),
  });
  const anyAccount = fc
    .record({
      id,
      name: fc.constantFrom("P", "Q"),
      kinds: fc.constantFrom<ItemKind[] | null>(null, ["offer"], ["notice", "event"]),
      pacing: fc.constantFrom<object>({}, { dailyMax: 3 }, { quietHours: { from: "21:00", to: "08:00" } }),
      settings: fc.constantFrom<Record<string, string>>({}, { appId: "1" }, { appId: "2" }),
      secrets: fc.constantFrom<Record<string, string>>({ token: "t1" }, { token: "t2", appSecret: "s" }),
    })
    .map((made) => ({ ...page, ...made, externalId: `10${made.id}` }));
  const anyFile = fc
    .record({
      name: fc.constantFrom("Uno", "Due"),
      holdAbove: fc.constantFrom<number | false>(100, 5, false),
      sources: fc.uniqueArray(anySource, { selector: (one) => one.id, maxLength: 3 }),
      accounts: fc.uniqueArray(anyAccount, { selector: (one) => one.id, maxLength: 3 }),
    })
    .map(({ name, holdAbove, sources, accounts }): AuthorityFile => {
      const settings = { ...file.authority.settings, holdAbove };
      return { authority: { id: "valdilago", name, settings }, sources, accounts };
    });

  test("a dry run tells what applying then does, and applying again finds nothing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyFile, { minLength: 1, maxLength: 3 }), async (files) => {
        await startOver();
        for (const wanted of files) {
          const foretold = await differences(wanted, true);
          expect(await differences(wanted)).toEqual(foretold);
          expect(await differences(wanted)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
