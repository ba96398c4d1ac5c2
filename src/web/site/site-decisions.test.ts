import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { htmlFaults } from "../../../test/html-faults.ts";
import { codes, fillDecisions } from "../../../test/pages/decisions-cast.ts";
import { fillSite, now } from "../../../test/pages/site-cast.ts";
import { findOpenReviews } from "../../moderating/reviewing/review-store.ts";
import { pretendParts } from "../pretend-parts.ts";
import { startWeb, type Web } from "../server.ts";

let database: TestDatabase;
let web: Web;

beforeAll(async () => {
  database = await testDatabase();
  await fillSite(database);
  await fillDecisions(database);
  web = await startWeb(pretendParts(database, {}, now), { port: 0 });
});

beforeEach(async () => {
  await database.db.deleteFrom("review_try").execute();
});

afterAll(async () => {
  await web.close();
  await database.close();
});

const get = (address: string) => fetch(`${web.origin}/valdilago${address}`, { redirect: "manual" });
const text = async (address: string) => await (await get(address)).text();
/** What a reader reads, without tags. */
const read = async (address: string) => (await text(address)).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

function ask(fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${web.origin}/valdilago/riesame`, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin", origin: web.origin, ...headers },
    body: new URLSearchParams({ text: "Non era un insulto.", contact: "", ...fields }),
  });
}

const open = () => findOpenReviews(database.db, "valdilago");

describe("a decision, by its code", () => {
  test.each<[string, string, RegExp]>([
    [
      "that can be reviewed has the form",
      codes.fresh,
      /Puoi chiederlo fino al .* Perché la decisione è sbagliata/,
    ],
    ["that is being reviewed says until when", codes.asked, /riesaminando.*entro il 30 novembre 2026/],
    ["that was reviewed says what came of it", codes.overturned, /annullata.*Era una critica/],
    ["whose time is over says so", codes.late, /si poteva chiedere fino al 16 novembre 2026/],
    ["typed in groups is found as well", "7k3m-9qtw-2xc4d", /Commento nascosto.*6 \(versione 1\)/],
  ])("%s", async (_what, code, says) => {
    expect(await read(`/riesame/${code}`)).toMatch(says);
  });

  test("is kept by no cache and found by no search engine, and shows neither text nor person", async () => {
    for (const code of [codes.fresh, codes.asked, codes.overturned, codes.late]) {
      const answer = await get(`/riesame/${code}`);
      const page = await answer.text();
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
      expect(page).toContain('<meta name="robots" content="noindex">');
      expect(page).not.toMatch(/segret|marco|giulia/i);
    }
  });

  test("leads nowhere where the code is nobody's, another authority's or none", async () => {
    for (const code of [codes.nobodys, "ABC", "%3Cb%3E"])
      expect((await get(`/riesame/${code}`)).status).toBe(404);
    expect((await fetch(`${web.origin}/altocolle/riesame/${codes.fresh}`)).status).toBe(404);
    expect(await text("/riesame/%3Cb%3E")).toContain('value="&lt;b&gt;"');
  });

  test("is found by typing the code into the form", async () => {
    const found = await get("/riesame?codice=7k3m+9qtw+2xc4d");
    expect([found.status, found.headers.get("location")]).toEqual([303, `/valdilago/riesame/${codes.fresh}`]);
    expect((await get("/riesame?codice=7k3m")).status).toBe(404);
  });
});

describe("asking for a review", () => {
  test.each<[string, Record<string, string>, number, RegExp]>([
    ["without a word", { code: codes.fresh, text: " " }, 422, /Scrivi perché/],
    ["too long", { code: codes.fresh, text: "a".repeat(3001) }, 422, /al massimo 3000 caratteri/],
    ["with a slip in the code", { code: "7K3M9QTW2XC4E" }, 422, /Il codice non è giusto/],
  ])("is not taken %s, and nothing that was written is lost", async (_what, fields, status, words) => {
    const before = await open();
    const answer = await ask({ contact: "0301 <b>", ...fields });
    const page = await answer.text();
    expect([answer.status, await open()]).toEqual([status, before]);
    expect(page).toMatch(words);
    expect(page).toContain('value="0301 &lt;b&gt;"');
  });

  test("is not taken from a form on another site", async () => {
    const headers = { "sec-fetch-site": "cross-site", origin: "https://else.example" };
    expect((await ask({ code: codes.fresh }, headers)).status).toBe(403);
    expect(await open()).toHaveLength(1);
  });

  test("is answered the same for a code of somebody's, of nobody's, and one that was used", async () => {
    const answers: string[] = [];
    for (const code of [codes.fresh, codes.nobodys, codes.fresh, codes.late]) {
      const answer = await ask({ code, contact: "anna@posta.example" });
      expect(answer.status).toBe(201);
      answers.push((await answer.text()).replaceAll(code, "…"));
    }
    expect(new Set(answers).size).toBe(1);
    const texts = (await open()).map((review) => review.text);
    expect(texts.filter((one) => one === "Non era un insulto.")).toHaveLength(1);
    expect(await read(`/riesame/${codes.fresh}`)).toContain("altra persona la sta riesaminando");
  });

  test("is slowed down when one address asks often", async () => {
    const statuses = [];
    for (let times = 0; times < 11; times++) statuses.push((await ask({ code: codes.nobodys })).status);
    expect(statuses).toEqual([...Array(10).fill(201), 429]);
  });
});

describe("the register", () => {
  test("counts by rule, names a day only for many, and neither person nor text", async () => {
    const page = await read("/registro");
    expect(page).toMatch(/12 nov 2026 Commento nascosto (Decisione automatica )?Regola 7 versione 1 [24]/);
    expect(page).toMatch(/ nov 2026 Commento nascosto Riesame in corso Regola 6 versione 1 \d/);
    expect(page).toMatch(/ ott 2026 Commento eliminato Riesame: annullata Regola 6 versione 1 1/);
    for (const address of ["/registro", "/registro.csv", "/numeri"]) {
      expect(await text(address)).not.toMatch(/segret|marco|giulia|operatori|critica/i);
    }
  });

  test.each([
    ["?regola=7", 2],
    ["?regola=6&misura=delete", 1],
    ["?mese=2026-11&regola=7&misura=hide", 2],
    ["?mese=2026-10", 2],
    ["?regola=9", 0],
  ])("filtered by %s has %i lines, on the page as for programs", async (filter, lines) => {
    const rows = (await text(`/registro${filter}`)).match(/class="number">\d/g) ?? [];
    expect(rows).toHaveLength(lines);
    const csv = await get(`/registro.csv${filter}`);
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect((await csv.text()).trimEnd().split("\r\n")).toHaveLength(lines + 1);
  });

  test("has filters that are plain links, of which none leads nowhere", async () => {
    const page = await text("/registro?regola=6");
    const links = [...page.matchAll(/class="choice" href="\/valdilago([^"]+)"/g)];
    expect(links.length).toBeGreaterThan(6);
    for (const [, link = ""] of links) expect((await get(link.replaceAll("&amp;", "&"))).status).toBe(200);
  });

  test.each(["?regola=0", "?mese=2026", "?misura=%3Cb%3E", "?pagina=2", "?pagina=x"])(
    "asked %s is not there, and leads back",
    async (query) => {
      const answer = await get(`/registro${query}`);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('href="/valdilago/registro"');
    },
  );

  test("of an authority that decided nothing says so", async () => {
    const page = await (await fetch(`${web.origin}/altocolle/registro?lang=it`)).text();
    expect(page).toContain("Finora nessuna regola è stata applicata");
  });
});

describe("the figures", () => {
  test("say in a table what the bars show", async () => {
    const page = await read("/numeri");
    expect(page).toMatch(/Misure prese 10 .*Metà delle misure entro 3 ore/);
    expect(page).toMatch(/chiesto il riesame \d Annullate o cambiate dopo il riesame 1 Misure automatiche 2/);
    expect(page).toMatch(/Regola 6 Commento eliminato: 1 Commento nascosto: 2 Richiamo: 1 4/);
    const bars = (await text("/numeri")).match(/<svg class="bars".*?<\/svg>/s)?.[0] ?? "";
    expect(bars).toMatch(/aria-label="[^"]+tabella/);
    expect([...bars.matchAll(/ width="(\d+)"/g)].map(([, width]) => width)).toEqual(["155", "232"]);
  });

  test("of an authority that decided nothing say so", async () => {
    const page = await (await fetch(`${web.origin}/altocolle/numeri?lang=en`)).text();
    expect(page).toContain("No rule was applied in this time");
  });
});

test("every one of these pages is valid HTML", async () => {
  const pages = Object.values(codes).map((code) => `/riesame/${code}`);
  const faults: string[] = [];
  for (const address of [
    ...pages,
    "/riesame",
    "/riesame?lang=en",
    "/registro?lang=en",
    "/registro?mese=2026-11",
    "/numeri",
  ]) {
    faults.push(...(await htmlFaults(await text(address))).map((fault) => `${address}: ${fault}`));
  }
  expect(faults).toEqual([]);
});
