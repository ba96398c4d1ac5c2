import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/databases.ts";
import { openChannels } from "../channels/registry.ts";
import { readConfig } from "../config.ts";
import type { Installation } from "../installation.ts";
import type { SendEnd } from "../mailing/letter.ts";
import { countArrivals } from "../platform/arrivals.ts";
import { systemClock } from "../platform/clock.ts";
import { type HttpAnswer, type HttpClient, HttpError } from "../platform/http-client.ts";
import { openVault } from "../platform/vault.ts";
import { defaultPolicy } from "../publishing/policy.ts";
import type { Check } from "./checks/check.ts";
import { judgeOutbox } from "./checks/mail.ts";
import { examine } from "./examine.ts";
import { verifySecretKey } from "./verify-secret-key.ts";

let database: TestDatabase;
let empty: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  empty = await testDatabase({ empty: true });
});
afterAll(async () => {
  await database.close();
  await empty.close();
});
afterEach(async () => {
  for (const table of ["installation", "account", "source", "authority"] as const) {
    await database.db.deleteFrom(table).execute();
  }
});

/** A network on which only these addresses answer. */
function network(pages: Record<string, string>): HttpClient {
  return {
    async request({ url }): Promise<HttpAnswer> {
      const page = pages[url];
      if (page === undefined) throw new HttpError("unreachable", false, "ECONNREFUSED");
      return { status: 200, headers: {}, body: Buffer.from(page), url };
    },
    close: async () => {},
  };
}

const vault = openVault(Buffer.alloc(32, 1));

async function checksOf(options: {
  on?: TestDatabase;
  pages?: Record<string, string>;
  environment?: Record<string, string>;
  key?: Installation["vault"];
  mail?: Installation["mail"];
}): Promise<Check[]> {
  const http = network(options.pages ?? {});
  const config = readConfig(options.environment ?? {});
  return await examine({
    config,
    log: { debug() {} } as unknown as Installation["log"],
    clock: systemClock,
    database: options.on ?? database,
    vault: options.key ?? vault,
    http,
    channels: openChannels(http, systemClock),
    publicUrl: config.publicUrl ?? "http://127.0.0.1:8090",
    policy: defaultPolicy,
    deliveries: countArrivals(),
    mail: options.mail,
    queue: () => Promise.reject(new Error("a check adds no jobs")),
    close: async () => {},
  });
}

async function authorityWithSource(url: string): Promise<void> {
  await database.db.insertInto("authority").values({ id: "valdilago", name: "Valdilago" }).execute();
  await database.db
    .insertInto("source")
    .values({ authority_id: "valdilago", id: "portale", kind: "feed", name: "P", url })
    .execute();
}

const codes = (checks: Check[]) => checks.map((check) => `${check.part}: ${check.code}`);

describe("looking an installation over", () => {
  test("a database never used lacks migrations, and what needs tables is not asked", async () => {
    const checks = await checksOf({ on: empty });
    expect(codes(checks)).toContain("database: database-pending");
    expect(checks.some((check) => check.part === "work")).toBe(false);
  });

  test("a new installation has nothing wrong and something missing", async () => {
    const checks = await checksOf({});
    expect(checks.filter((check) => check.state === "fault")).toEqual([]);
    expect(codes(checks)).toEqual(
      expect.arrayContaining([
        "database: database-ok",
        "clock: clock-ok",
        "public-address: address-missing",
        "secret-key: key-first-use",
        "source: no-source",
        "account: no-account",
        "work: work-ok",
      ]),
    );
  });

  test("the public address must answer, be ours, and be safe", async () => {
    const ask = async (url: string, pages: Record<string, string>) => {
      const checks = await checksOf({ environment: { BACHECA_PUBLIC_URL: url }, pages });
      return checks.find((check) => check.part === "public-address")?.code;
    };
    const alive = '{"status":"alive"}';
    expect(await ask("https://b.example", { "https://b.example/health": alive })).toBe("address-ok");
    expect(await ask("http://b.example", { "http://b.example/health": alive })).toBe("address-not-https");
    expect(await ask("https://b.example", { "https://b.example/health": "Benvenuti" })).toBe(
      "address-not-ours",
    );
    expect(await ask("https://b.example", {})).toBe("address-silent");
  });

  test("a source that cannot be read is a fault with its reason, and nothing of the look is recorded", async () => {
    await authorityWithSource("https://lavoro.example/feed");
    const silent = (await checksOf({})).find((check) => check.part === "source");
    expect(silent).toMatchObject({
      subject: "valdilago/portale",
      state: "fault",
      explainedBy: { fault: "unreachable" },
    });
    const feed =
      '<rss version="2.0"><channel><title>P</title><item><title>Cuoca/o</title></item></channel></rss>';
    const read = await checksOf({ pages: { "https://lavoro.example/feed": feed } });
    expect(read.find((check) => check.part === "source")).toMatchObject({
      state: "ok",
      facts: { items: "1" },
    });
    const row = await database.db.selectFrom("source").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ last_look_at: null, faults: 0 });
  });

  test("another secret key is a fault, and so is each account it cannot open", async () => {
    await authorityWithSource("https://lavoro.example/feed");
    await verifySecretKey(database.db, vault);
    await database.db
      .insertInto("account")
      .values({
        authority_id: "valdilago",
        id: "pagina",
        channel: "facebook-page",
        external_id: "1",
        name: "P",
        secrets: vault.seal("{}", "account:valdilago/pagina"),
      })
      .execute();
    const checks = await checksOf({ key: openVault(Buffer.alloc(32, 2)) });
    expect(codes(checks)).toEqual(
      expect.arrayContaining(["secret-key: key-another", "account: account-sealed"]),
    );
  });

  test("a check that breaks is told and hides no other", async () => {
    await authorityWithSource("https://lavoro.example/feed");
    await database.db.updateTable("source").set({ settings: '{"backfill":"ogni tanto"}' }).execute();
    const checks = await checksOf({});
    expect(codes(checks)).toEqual(expect.arrayContaining(["source: check-failed", "work: work-ok"]));
  });
});

describe("mail", () => {
  test("without a server is told, and is no fault", async () => {
    const found = (await checksOf({})).filter(({ part }) => part === "mail");
    expect(found).toEqual([{ part: "mail", state: "warning", code: "mail-none", facts: {} }]);
  });

  test.each<[SendEnd, Partial<Check>]>([
    [{ kind: "sent" }, { state: "ok", code: "mail-ok" }],
    [
      { kind: "retry", reason: "login", detail: "535", scope: "server" },
      { state: "fault", code: "mail-trouble", explainedBy: { mailServer: "login" } },
    ],
  ])("with a server is asked, and it counts what it says: %j", async (end, check) => {
    const mail = {
      server: "posta:587",
      prove: async () => end,
      send: () => Promise.reject(new Error("sends")),
    };
    const found = (await checksOf({ mail })).filter(({ part }) => part === "mail");
    expect(found).toMatchObject([{ ...check, facts: { server: "posta:587" } }]);
  });

  test("that waits for half an hour, or was refused, is told", () => {
    const now = new Date("2026-11-30T10:00:00Z");
    const oldest = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
    const codes = (waiting: number, minutes: number, refused: number) =>
      judgeOutbox({ waiting, oldest: oldest(minutes), refused }, now).map(({ code }) => code);
    expect(codes(3, 29, 0)).toEqual([]);
    expect(codes(3, 31, 2)).toEqual(["mail-waiting", "mail-refused"]);
  });
});
