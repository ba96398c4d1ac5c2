import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { fillSite, now } from "../../../test/pages/site-cast.ts";
import { pretendParts } from "../pretend-parts.ts";
import { startWeb, type Web } from "../server.ts";

const host = "lavoro.valdilago.example";
let database: TestDatabase;
let web: Web;

beforeAll(async () => {
  database = await testDatabase();
  await fillSite(database);
  const { settings } = await database.db
    .selectFrom("authority")
    .select("settings")
    .where("id", "=", "valdilago")
    .executeTakeFirstOrThrow();
  const own = settings as { site: object };
  const named = JSON.stringify({ ...own, site: { ...own.site, host } });
  await database.db.updateTable("authority").set({ settings: named }).where("id", "=", "valdilago").execute();
  web = await startWeb(pretendParts(database, {}, now), { port: 0 });
});

afterAll(async () => {
  await web.close();
  await database.close();
});

function ask(
  path: string,
  name: string,
  more: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(web.origin);
    request({ hostname, port, path, headers: { host: name, ...more } }, (response) => {
      let text = "";
      response.on("data", (part) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on("error", reject)
      .end();
  });
}

describe("below an authority's own name", () => {
  test.each([
    "/",
    "/notizie",
    "/notizie?tipo=course",
    "/regole",
    "/segnala",
    "/sitemap.xml",
    "/dati/notizie.csv",
    "/logo",
    "/robots.txt",
  ])("%s is answered as below its place on the common address", async (path) => {
    expect((await ask(path, host)).status).toBe(200);
  });

  test("links stay there, and both addresses of a page name the same one as the true one", async () => {
    const [own, common] = [
      await ask("/notizie", host),
      await ask("/valdilago/notizie", "bacheca.provincia.example"),
    ];
    const canonical = `<link rel="canonical" href="https://${host}/notizie">`;
    expect(own.text).toContain(canonical);
    expect(common.text).toContain(canonical);
    expect(own.text).not.toMatch(/(href|src|action)="\/valdilago/);
    expect(common.text).toMatch(/href="\/valdilago\/notizie\?tipo=course"/);
    expect((await ask("/", host)).text).toContain('<a class="owner" href="/">');
  });

  test("a name in capitals or with its port is the same name", async () => {
    expect((await ask("/notizie", "LAVORO.Valdilago.example:443")).status).toBe(200);
  });

  test.each(["/desk", "/api/v1/openapi.json", "/altocolle", "/health"])("there is no %s", async (path) => {
    expect((await ask(path, host)).status).toBe(404);
  });
});

describe("a name nobody gave", () => {
  test("is told apart: no page is shown below it", async () => {
    const answer = await ask("/valdilago", "lavoro.valdilag0.example");
    expect(answer.status).toBe(421);
    expect(answer.text).toContain("Questo nome non porta a nessun ente");
  });

  test("counts for nothing when a stranger writes it into X-Forwarded-Host", async () => {
    const answer = await ask("/valdilago", "127.0.0.1", { "x-forwarded-host": "evil.example" });
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain("evil.example");
  });
});
