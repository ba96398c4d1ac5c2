import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/databases.ts";
import { type SignedInStaff, signIn } from "../../test/staff.ts";
import { type PretendParts, pretendParts } from "./pretend-parts.ts";
import { startWeb, type Web } from "./server.ts";
import { addAccount, addAuthority, addItem, addPublication, addSource } from "./test-rows.ts";

let database: TestDatabase;
let parts: PretendParts;
let web: Web;
let sara: SignedInStaff;

beforeAll(async () => {
  database = await testDatabase();
  parts = pretendParts(database);
  web = await startWeb(parts, { port: 0 });
  sara = await signIn(database, "installation");
  await addAuthority(database, "como", "Provincia di Como");
  await addSource(database, "como");
  await addAccount(database, "como");
});

afterAll(async () => {
  await web.close();
  await database.close();
});

const get = (path: string, init?: RequestInit) =>
  fetch(`${web.origin}${path}`, {
    redirect: "manual",
    ...init,
    headers: { ...sara.headers, ...(init?.headers as Record<string, string>) },
  });

async function published(link: string | null, text = "Azienda di Cantù cerca.") {
  const seenAt = new Date("2026-11-22T08:00:00Z");
  const item = await addItem(database, "como", {
    title: 'Magazziniere "junior" <Cantù>',
    link,
    text,
    facts: { place: "Cantù", deadline: "2026-12-04" },
    seenAt,
  });
  const url = "https://www.facebook.com/1";
  const columns = { state: "published" as const, external_id: `1_${item.seq}`, url, settled_at: seenAt };
  return await addPublication(database, "como", item, columns);
}

describe("short links", () => {
  test("a short link leads to the item's own page here and is never kept", async () => {
    const { marker } = await published("https://portale.example/offerte/412?a=1&b=2");
    const answer = await get(`/v/${marker}`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toMatch(/^\/como\/notizie\/magazziniere-junior-cantu-\d+$/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test("HEAD is answered like GET, without a body", async () => {
    const { marker } = await published("https://portale.example/offerte/413");
    const answer = await get(`/v/${marker}`, { method: "HEAD" });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toMatch(/^\/como\/notizie\//);
  });

  test.each(["/v/nonesuch22222", "/v/X", "/v/..%2f..%2fetc", `/v/${"b".repeat(50)}`])(
    "%s gets a friendly page",
    async (path) => {
      const answer = await get(path, { headers: { "accept-language": "en" } });
      expect(answer.status).toBe(404);
      expect(answer.headers.get("content-type")).toContain("text/html");
      expect(await answer.text()).toMatch(/This link leads to no item|Page not found/);
    },
  );
});

describe("every answer", () => {
  test("carries the security headers and names no version", async () => {
    for (const path of ["/", "/desk", "/health", "/nothing", "/api/v1/nothing"]) {
      const { headers } = await get(path);
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("content-security-policy")).not.toContain("unsafe");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("same-origin");
      expect(headers.get("server")).toBeNull();
      expect(headers.get("x-powered-by")).toBeNull();
    }
  });

  test("a fault of our own is logged and never shown", async () => {
    const errors: unknown[] = [];
    const log = { ...parts.log, error: (fields: unknown) => void errors.push(fields) } as typeof parts.log;
    const broken = {
      now: () => {
        throw new Error("secret inner workings");
      },
    };
    const other = await startWeb({ ...parts, log, clock: broken }, { port: 0 });
    const page = await fetch(`${other.origin}/desk`);
    expect(page.status).toBe(500);
    expect(await page.text()).toContain("Qualcosa non ha funzionato");
    const problem = await fetch(`${other.origin}/api/v1/authorities/como/items`, {
      method: "POST",
      headers: { authorization: "Bearer bch_x" },
    });
    expect(problem.status).toBe(500);
    expect(await problem.text()).not.toContain("secret");
    expect(errors).toHaveLength(2);
    await other.close();
  });

  test("a form over the limit is refused in words", async () => {
    const answer = await get("/desk/authorities/como/release-flood", {
      method: "POST",
      headers: { origin: web.origin },
      body: new URLSearchParams({ x: "y".repeat(70_000) }),
    });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain("Troppo grande");
  });

  test("an unknown address is a page for people and a problem for programs", async () => {
    const page = await get("/nothing");
    expect(page.status).toBe(404);
    expect(await page.text()).toContain("Pagina non trovata");
    const problem = await get("/api/v1/nothing", { headers: { "accept-language": "en-GB,en;q=0.9" } });
    expect(problem.status).toBe(404);
    expect(problem.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(await problem.json()).toMatchObject({
      status: 404,
      code: "no-such-address",
      title: "No such address",
    });
  });

  test("files carry their hash in the name and may be kept for ever", async () => {
    const page = await (await get("/desk")).text();
    const addresses = [...page.matchAll(/"(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? "");
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) {
      const file = await get(address.split("#")[0] ?? "");
      expect(file.status).toBe(200);
      expect(file.headers.get("cache-control")).toContain("immutable");
    }
    expect((await get("/assets/../package.json")).status).toBe(404);
  });

  test("no page asks anything of others", async () => {
    const page = await (await get("/desk")).text();
    const css = await (await get(/"(\/assets\/bootstrap-italia[^"]+)"/.exec(page)?.[1] ?? "")).text();
    expect(css).not.toMatch(/url\(["']?(https?:)?\/\//);
    expect(page).not.toMatch(/<(script|link|img)[^>]+(src|href)="(https?:)?\/\//);
    expect(page).not.toMatch(/<[^>]+\sstyle=/);
  });
});

describe("health and readiness", () => {
  test("the process says it is alive and ready", async () => {
    expect(await (await get("/health")).json()).toEqual({ status: "alive" });
    const ready = await get("/ready");
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: "ready" });
  });

  test("a database that is not migrated is not ready", async () => {
    const empty = await testDatabase({ empty: true });
    const other = await startWeb(pretendParts(empty), { port: 0 });
    const ready = await fetch(`${other.origin}/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: "not-ready", reason: "not-migrated" });
    await other.close();
    await empty.close();
  });

  test("without its database it is alive, not ready, and says so in words", async () => {
    const gone = await testDatabase();
    const other = await startWeb(pretendParts(gone), { port: 0 });
    await gone.close();
    // What the pool says of a server that refuses; a closed pool says something else.
    Object.assign(gone, { db: lostDatabase(gone) });
    expect((await fetch(`${other.origin}/health`)).status).toBe(200);
    const ready = await fetch(`${other.origin}/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: "not-ready", reason: "database-away" });
    const page = await fetch(`${other.origin}/v/bcdfghjkmnpq`);
    expect(page.status).toBe(503);
    expect(page.headers.get("retry-after")).toBe("5");
    expect(await page.text()).toContain("Un momento di pazienza");
    await other.close();
  });

  test("figures are read by Prometheus", async () => {
    const answer = await get("/metrics");
    const text = await answer.text();
    expect(answer.headers.get("content-type")).toContain("text/plain");
    expect(text).toMatch(/^bacheca_publications\{state="published"\} [1-9]/m);
    expect(text).toMatch(/^bacheca_accounts\{state="active"\} 1$/m);
    expect(text).toMatch(/^bacheca_oldest_due_age_seconds 0$/m);
    expect(text).toMatch(/^bacheca_sources_with_fault 0$/m);
    expect(text).toMatch(/^bacheca_process_resident_memory_bytes \d+$/m);
  });

  test("figures are not for a request that a proxy passes on", async () => {
    expect((await get("/metrics", { headers: { "x-forwarded-for": "192.0.2.7" } })).status).toBe(403);
  });
});

/** The same tables, on a server that is not there. */
function lostDatabase(like: TestDatabase): TestDatabase["db"] {
  return like.db.withPlugin({
    transformQuery() {
      throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    },
    transformResult: async ({ result }) => result,
  });
}
