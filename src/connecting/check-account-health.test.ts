import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type AccountsWorld, openAccountsWorld } from "../../test/accounts-world.ts";
import { sweep } from "../jobs/schedule.ts";
import { defaultPolicy } from "../publishing/policy.ts";
import { checkAccountHealth } from "./check-account-health.ts";
import type { ConnectTools } from "./connect-tools.ts";
import { findHealth, takeDueHealth } from "./health-store.ts";

// The hourly look against the pretend Facebook, whose clock and ours are moved together.

const key = { authorityId: "valdilago", accountId: "pagina" };
const dayMs = 86_400_000;

let world: AccountsWorld;
let pageToken: string;
beforeAll(async () => {
  world = await openAccountsWorld();
});
afterAll(() => world.close());

/** Connected by a login, with a token of its own. */
beforeEach(async () => {
  await world.startOver();
  const { page } = world.facebook.seed;
  const visit = world.visit();
  const back = await visit.logIn({ pages: [page.id] });
  await visit.choose(back.path, [page.id]);
  const { pageToken: ofSeed, secondPageToken } = world.facebook.seed;
  const tokens = [...world.facebook.world.tokens.values()].filter(({ kind }) => kind === "PAGE");
  pageToken = tokens.find(({ value }) => value !== ofSeed && value !== secondPageToken)?.value ?? "";
  world.jobs.length = 0;
});

function tools(): ConnectTools {
  const { database, channels, vault, clock, log, publicUrl } = world.parts;
  const queue = { add: async (_: unknown, name: string) => void world.jobs.push(name) };
  return { db: database.db, channels, vault, clock, log, publicUrl, queue, policy: defaultPolicy };
}

const look = () => checkAccountHealth(tools(), key);
const account = () =>
  world.database.db.selectFrom("account").selectAll().where("id", "=", "pagina").executeTakeFirstOrThrow();
const checks = async () => (await findHealth(world.database.db, key))?.health.checks ?? [];
const reasons = async () => (await checks()).flatMap(({ reason }) => reason ?? []);
/** Log lines that tell people something, by reason. */
const told = () =>
  world
    .logged()
    .split("\n")
    .filter((line) => line.includes("needs somebody"))
    .map((line) => /"reason":"([^"]+)"/.exec(line)?.[1]);

function tokenOfPage() {
  const token = world.facebook.world.tokens.get(pageToken);
  if (!token) throw new Error("the Page has a token by the login");
  return token;
}

describe("an account connected by a login", () => {
  test("is well in every respect, its subscription included", async () => {
    await look();
    expect((await checks()).map(({ name, state }) => [name, state])).toEqual(
      ["page", "token", "permissions", "expiry", "data-access", "clock", "version", "subscription"].map(
        (name) => [name, "ok"],
      ),
    );
    expect(told()).toEqual([]);
  });

  test("is told of 30, 10 and 3 days before its token ends, once each", async () => {
    const ends = tokenOfPage();
    for (const days of [40, 29, 29, 9, 2, 2]) {
      ends.expiresAt = Date.now() + days * dayMs;
      await look();
    }
    expect(told()).toEqual([30, 10, 3].map((days) => `token-expires-within-${days}-days`));
    expect((await account()).state).toBe("active");
  });

  test("is told of access to data that ends, which stops no post", async () => {
    const ends = tokenOfPage();
    for (const days of [9, -1]) {
      ends.dataAccessExpiresAt = Date.now() + days * dayMs;
      await look();
    }
    expect(told()).toEqual(["data-access-expires-within-10-days", "data-access-expired"]);
    expect((await account()).state).toBe("active");
  });

  test("is disconnected by a dead token and connected by a healthy one, and its line goes on", async () => {
    tokenOfPage().ended = "password";
    await look();
    expect(await account()).toMatchObject({ state: "disconnected", reason: "password-changed" });
    expect(world.jobs).toEqual([]);
    tokenOfPage().ended = undefined;
    await look();
    expect(await account()).toMatchObject({ state: "active", reason: null });
    expect(world.jobs).toEqual(["advance-account"]);
  });

  test("is disconnected when publishing is not permitted any more, and other permissions are named", async () => {
    tokenOfPage().scopes.delete("read_insights");
    await look();
    expect((await findHealth(world.database.db, key))?.health.missing).toEqual([
      { name: "read_insights", isEssential: false },
    ]);
    expect((await account()).state).toBe("active");
    tokenOfPage().scopes.delete("pages_manage_posts");
    await look();
    expect(await account()).toMatchObject({ state: "disconnected", reason: "permission-missing" });
  });

  test("with the token of a person in place of the Page's is disconnected", async () => {
    const { vault } = world.parts;
    const secrets = vault.seal(
      JSON.stringify({ token: world.facebook.seed.userToken }),
      "account:valdilago/pagina",
    );
    await world.database.db.updateTable("account").set({ secrets }).where("id", "=", "pagina").execute();
    await look();
    expect(await account()).toMatchObject({ state: "disconnected", reason: "token-of-a-person" });
  });

  test("is left as it was while the network cannot be asked", async () => {
    world.facebook.addFault({ mode: "rate-limit-32", edge: "*", method: "*", times: 20 });
    await look();
    expect((await checks())[0]).toMatchObject({ name: "page", state: "warning" });
    expect((await account()).state).toBe("active");
    expect(told()).toEqual([]);
    world.facebook.clearFaults();
  });

  test("is not asked about while it rests: calling lengthens the block", async () => {
    const until = new Date(world.parts.clock.now().getTime() + 60_000);
    await world.database.db
      .updateTable("account")
      .set({ state: "resting", reason: "page-limit", rest_until: until })
      .where("id", "=", "pagina")
      .execute();
    const calls = world.facebook.truth().length;
    expect(await look()).toBe("not-now");
    expect(world.facebook.truth()).toHaveLength(calls);
  });

  test("whose secrets do not open says so and is asked about nowhere", async () => {
    await world.database.db
      .updateTable("account")
      .set({ secrets: Buffer.from("sealed by nobody") })
      .where("id", "=", "pagina")
      .execute();
    await look();
    expect(await reasons()).toEqual(["sealed"]);
    expect((await account()).state).toBe("active");
  });
});

describe("the subscription to what happens on a Page", () => {
  const { id: app } = { id: "138483919580948" };
  const subscriptions = () => world.facebook.webhooks.subscriptions;
  const end = () => subscriptions().unsubscribePage(world.facebook.seed.page.id, app);
  const isThere = () => subscriptions().ofPage(world.facebook.seed.page.id).has(app);

  test("that is gone is made anew by itself, and told only if it does not hold", async () => {
    end();
    await look();
    expect(isThere()).toBe(true);
    expect(told()).toEqual([]);
    end();
    await look();
    expect(isThere()).toBe(true);
    expect(told()).toEqual(["subscription-unsteady"]);
    await look();
    expect(await reasons()).toEqual([]);
  });

  test("that the network cannot make, since it does not reach us, is told in words of its own", async () => {
    end();
    const unreachable = { ...tools(), publicUrl: "http://127.0.0.1:9" };
    await checkAccountHealth(unreachable, key);
    await checkAccountHealth(unreachable, key);
    expect(told()).toEqual(["subscription-refused"]);
    expect((await account()).state).toBe("active");
  });

  test("that cannot be made is told, and stops no post", async () => {
    end();
    tokenOfPage().scopes.delete("pages_messaging");
    await look();
    expect(told()).toEqual(["subscription-refused"]);
    expect((await account()).state).toBe("active");
  });
});

describe("by the clock", () => {
  test("each account is looked at about once an hour, and never what is off or not connected", async () => {
    const { db } = world.database;
    const due = (now: Date) => db.transaction().execute((trx) => takeDueHealth(trx, now, 50));
    const at = (minutes: number) => new Date(world.parts.clock.now().getTime() + minutes * 60_000);
    await world.addForeignAccount("100000000000002");
    await db
      .updateTable("account")
      .set({ state: "disconnected", reason: "not-connected" })
      .where("id", "=", "loro")
      .execute();
    expect(await due(at(1))).toEqual([]);
    expect(await due(at(61))).toEqual([key]);
    expect(await due(at(61 + 53))).toEqual([]);
    expect(await due(at(61 + 67))).toEqual([key]);
    await db
      .updateTable("account")
      .set({ next_health_at: at(10_000) })
      .where("id", "=", "pagina")
      .execute();
    expect(await due(at(130))).toEqual([key]);
    await db
      .updateTable("account")
      .set({ state: "off", next_health_at: null })
      .where("id", "=", "pagina")
      .execute();
    expect(await due(at(10_000))).toEqual([]);
  });

  test("a sweep adds the look as a job", async () => {
    await world.database.db
      .updateTable("account")
      .set({ next_health_at: null })
      .where("id", "=", "pagina")
      .execute();
    const { database, clock, log } = world.parts;
    const added: unknown[] = [];
    const queue = {
      add: async (_: unknown, name: string, payload: unknown) => void added.push([name, payload]),
    };
    await sweep({ db: database.db, clock, log, queue, hasMail: false });
    expect(added).toContainEqual(["check-account-health", key]);
  });

  test("what a look saw with an old token does not count once the account is connected anew", async () => {
    const channel = world.parts.channels["facebook-page"];
    if (!channel) throw new Error("there is Facebook");
    const checkHealth: typeof channel.checkHealth = async () => {
      const secrets = world.parts.vault.seal('{"token":"EAAnuovo"}', "account:valdilago/pagina");
      await world.database.db.updateTable("account").set({ secrets }).where("id", "=", "pagina").execute();
      return [{ name: "page", state: "fault", reason: "token-expired", detail: "" }];
    };
    await checkAccountHealth({ ...tools(), channels: { "facebook-page": { ...channel, checkHealth } } }, key);
    expect((await account()).state).toBe("active");
    expect(told()).toEqual([]);
  });
});
