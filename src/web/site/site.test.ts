import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { htmlFaults } from "../../../test/html-faults.ts";
import { type Cast, fillSite, now } from "../../../test/pages/site-cast.ts";
import { siteClasses } from "../assets.ts";
import { type PretendParts, pretendParts } from "../pretend-parts.ts";
import { startWeb, type Web } from "../server.ts";
import { addItem } from "../test-rows.ts";

let database: TestDatabase;
let parts: PretendParts;
let web: Web;
let cast: Cast;

beforeAll(async () => {
  database = await testDatabase();
  cast = await fillSite(database);
  parts = pretendParts(database, { BACHECA_CONTACT: "ced@valdilago.example" }, now);
  web = await startWeb(parts, { port: 0 });
});

afterAll(async () => {
  await web.close();
  await database.close();
});

const get = (address: string, headers: Record<string, string> = {}) =>
  fetch(web.origin + address, { redirect: "manual", headers });
const text = async (address: string) => await (await get(address)).text();

const pages = () => [
  "/?lang=it",
  "/valdilago",
  "/valdilago?lang=en",
  "/altocolle",
  "/valdilago/notizie",
  "/valdilago/notizie?pagina=2",
  "/valdilago/notizie?cerca=saldatra&luogo=Pieve+Alta&contratto=permanent&lang=en",
  "/valdilago/notizie?cerca=magaziniere",
  "/valdilago/notizie?professione=hospitality&sede=Sportello+di+Pieve+Alta&stato=tutte&lang=en",
  "/valdilago/notizie?cerca=astronauta",
  "/valdilago/notizie?stato=tutte&tipo=traineeship",
  "/altocolle/notizie?lang=it",
  `/valdilago/notizie/magazziniere-a-cascina-nuova-rif-vdl-2026-0412-${cast.warehouse}`,
  `/valdilago/notizie/corso-gratuito-di-saldatura-120-ore-${cast.course}`,
  `/valdilago/notizie/tirocinio-in-ufficio-tecnico-comune-di-bordo-di-sotto-${cast.closed}?lang=en`,
  "/valdilago/notizie/99999",
  "/valdilago/dati",
  "/valdilago/dati?lang=en",
  "/valdilago/dati/schema",
  "/valdilago/dati/schema?lang=en",
  "/valdilago/locandina",
  "/valdilago/locandina?formato=a3",
  "/valdilago/settimana",
  "/valdilago/regole",
  "/valdilago/regole?lang=en",
  "/valdilago/segnala",
  "/valdilago/riquadro",
  "/valdilago/privacy",
  "/valdilago/note-legali?lang=en",
  "/valdilago/accessibilita",
  "/altocolle/accessibilita",
  "/altocolle/privacy",
];

describe("every page", () => {
  test("is valid HTML", async () => {
    const faults: string[] = [];
    for (const address of pages()) {
      faults.push(...(await htmlFaults(await text(address))).map((fault) => `${address}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });

  test("asks nothing of others, runs nothing and sets no cookie", async () => {
    for (const address of pages()) {
      const answer = await get(address);
      const page = await answer.text();
      expect(answer.headers.get("set-cookie")).toBeNull();
      expect(page).not.toMatch(/<script(?! type="application\/ld\+json">)/);
      expect(page).not.toMatch(
        /<(img|link rel="(stylesheet|preload|icon)"|script|iframe)[^>]+(src|href)="(https?:)?\/\//,
      );
      expect(page).not.toMatch(/\son[a-z]+="|\sstyle="|javascript:/i);
      if (address.startsWith("/?")) continue;
      expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'self'/);
      expect(answer.headers.get("content-security-policy")).not.toContain("script-src");
    }
  });

  test("has each of its classes styled by the design system's part or by our own sheet", async () => {
    const own = readFileSync(path.join(import.meta.dirname, "../assets/site.css"), "utf8");
    const isStyled = (name: string) => siteClasses.has(name) || new RegExp(`\\.${name}(?![\\w-])`).test(own);
    // These only name a part for a reader of the markup.
    const bare = ["state-open", "footer-owner", "latest", "real", "follow", "search-words"];
    const found = new Set<string>();
    for (const address of pages().slice(1)) {
      for (const [, names] of (await text(address)).matchAll(/\sclass="([^"]+)"/g)) {
        for (const name of (names ?? "").split(/\s+/)) found.add(name);
      }
    }
    expect([...found].filter((name) => !isStyled(name) && !bare.includes(name))).toEqual([]);
  });

  test("is told once: a second visit gets no body", async () => {
    const first = await get("/valdilago/notizie");
    const tag = first.headers.get("etag") ?? "";
    const second = await get("/valdilago/notizie", { "if-none-match": `W/${tag}` });
    expect(second.status).toBe(304);
    expect(await second.text()).toBe("");
  });

  test("links to no page of ours that is not there", async () => {
    const links = new Set<string>();
    for (const address of [
      "/valdilago",
      "/valdilago/notizie",
      "/valdilago/dati",
      "/valdilago/notizie?lang=en",
    ]) {
      const page = await text(address);
      for (const [, href] of page.matchAll(/\shref="(\/[^"#]*)/g))
        links.add((href ?? "").replaceAll("&amp;", "&"));
    }
    links.delete("/desk");
    const dead: string[] = [];
    for (const link of links) {
      const { status } = await get(link);
      if (status >= 400) dead.push(`${status} ${link}`);
    }
    expect(dead).toEqual([]);
    expect(links.size).toBeGreaterThan(60);
  });
});

describe("an item's address", () => {
  test("is permanent: with other words it leads to the present ones", async () => {
    const answer = await get(`/valdilago/notizie/un-titolo-vecchio-${cast.warehouse}?lang=en`);
    expect(answer.status).toBe(301);
    expect(answer.headers.get("location")).toBe(
      `/valdilago/notizie/magazziniere-a-cascina-nuova-rif-vdl-2026-0412-${cast.warehouse}?lang=en`,
    );
  });

  test("belongs to its authority alone", async () => {
    expect((await get(`/altocolle/notizie/x-${cast.warehouse}`)).status).toBe(404);
  });

  test("says gone when the item was erased", async () => {
    const item = await addItem(database, "altocolle", {
      title: "x",
      seenAt: now,
      sourceId: await altocolleSource(),
    });
    await database.db.deleteFrom("item").where("seq", "=", item.seq).execute();
    const answer = await get(`/altocolle/notizie/x-${item.seq}?lang=it`);
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain("Questa notizia è stata tolta");
  });

  test("gives a preview its title, description and picture", async () => {
    const page = await text(
      `/valdilago/notizie/magazziniere-a-cascina-nuova-rif-vdl-2026-0412-${cast.warehouse}`,
    );
    const tag = (name: string) =>
      new RegExp(`<meta property="og:${name}" content="([^"]*)">`).exec(page)?.[1] ?? "";
    expect(tag("title")).toBe("Magazziniere a Cascina Nuova (rif. VDL-2026-0412)");
    expect(tag("description")).toMatch(/^Logistica Lariana S\.r\.l\. cerca personale a Cascina Nuova/);
    expect([tag("image:width"), tag("image:height")]).toEqual(["1200", "630"]);
    expect(tag("image:alt")).toContain("Magazziniere");
    const picture = await get(tag("image").replace("https://bacheca.provincia.example", ""));
    expect(picture.headers.get("content-type")).toBe("image/png");
    const bytes = Buffer.from(await picture.arrayBuffer());
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  async function altocolleSource(): Promise<string> {
    const values = { authority_id: "altocolle", id: "push", name: "Portale", kind: "push" };
    await database.db.insertInto("source").values(values).execute();
    return "push";
  }
});

describe("what portals write", () => {
  test("is shown as text in every field, whatever it is", async () => {
    const evil =
      `"><script>alert(1)</script><img src=x onerror=alert(1)>'\u202Eגנב</title>]]>{{7*7}}\u0000`.replace(
        "\u0000",
        "",
      );
    const item = await addItem(database, "valdilago", {
      title: evil,
      text: `${evil}\n\n${evil}`,
      reference: evil,
      link: "javascript:alert(1)",
      facts: { employer: evil, place: evil, contract: evil, deadline: evil, howToApply: evil },
      seenAt: new Date(now.getTime() - 60_000),
    });
    // Pages that were read just before may be as they were.
    parts.setNow(new Date(now.getTime() + 10_000));
    const own =
      (await get(`/valdilago/notizie/${item.seq}`)).headers.get("location") ??
      `/valdilago/notizie/${item.seq}`;
    for (const address of ["/valdilago", "/valdilago/notizie", own, "/valdilago/riquadro"]) {
      const page = await text(address);
      expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
      expect(page).not.toContain("<script>alert");
      expect(page).not.toContain("<img src=x");
      expect(page).not.toContain("javascript:");
    }
    expect(JSON.parse(await text("/valdilago/notizie/feed.json")).items[0].title).toBe(evil);
    const csv = await text("/valdilago/dati/notizie.csv");
    expect(csv.split("\r\n")[1]).toContain(`"""><script>`);
    await database.db.deleteFrom("item").where("seq", "=", item.seq).execute();
  });
});

describe("bad input", () => {
  test.each([
    [`/valdilago/notizie?cerca=${"x".repeat(10_000)}`, 400],
    ["/valdilago/notizie?tipo=nonesuch", 400],
    ["/valdilago/notizie?contratto=%3Cscript%3E", 400],
    ["/valdilago/notizie?professione=nonesuch", 400],
    [`/valdilago/notizie?sede=${"x".repeat(121)}`, 400],
    ["/valdilago/notizie?sede=nonesuch&professione=office&luogo=nonesuch", 200],
    ["/valdilago/notizie/rss.xml?professione=nonesuch", 400],
    ["/valdilago/scadenze.ics?stato=boh", 400],
    ["/valdilago/notizie?stato=boh", 400],
    ["/valdilago/notizie?pagina=0", 400],
    ["/valdilago/notizie?pagina=-1", 400],
    ["/valdilago/notizie?pagina=1e3", 400],
    ["/valdilago/notizie?pagina=999999", 404],
    ["/valdilago/notizie?pagina=999999999", 404],
    ["/valdilago/notizie?luogo=%00%ff", 200],
    ["/valdilago/notizie?cerca=%00%00&cerca=b", 200],
    ["/valdilago/notizie?cerca=%25%27%20or%201%3D1--", 200],
    ["/valdilago/notizie?cerca=%22%22%22%20-%20-%20or%20%26%7C%21%28", 200],
    ["/valdilago/notizie?constructor=1&__proto__[x]=1&lang[]=it", 200],
    ["/valdilago/notizie?unknown=%3Cscript%3E", 200],
    ["/valdilago/notizie/0", 404],
    ["/valdilago/notizie/99999999999999999999999", 404],
    ["/valdilago/notizie/%2e%2e%2f%2e%2e%2fetc%2fpasswd", 404],
    ["/valdilago/notizie/%3Cscript%3Ealert(1)%3C%2Fscript%3E", 404],
    ["/valdilago/nonesuch/at/all", 404],
    ["/valdilago/changes?since=yesterday", 400],
    ["/valdilago/changes?since=2026-02-31T99:00Z", 400],
    ["/valdilago/changes?since=2026-11-01&after=x", 400],
    ["/valdilago/changes?since=2026-11-01&after=9999999999999999999", 400],
    ["/nonesuch", 404],
    ["/VALDILAGO", 404],
    ["/nonesuch/notizie", 404],
    ["/%3Cscript%3E", 404],
    ["/valdilago/%E0%A4%A", 400],
    ["/altocolle/logo", 404],
  ])("%s is answered in words", async (address, status) => {
    const answer = await get(address, {
      "accept-language": "<script>,it;q=x",
      "if-none-match": ",,,",
      referer: "<script>",
    });
    const page = await answer.text();
    expect(answer.status).toBe(status);
    expect(page).not.toMatch(/<script>|at \w+ \(|node_modules|x{500}|\/etc\/passwd/);
    expect(page.length).toBeGreaterThan(50);
  });

  test("is never kept by a cache when it was refused", async () => {
    expect((await get("/valdilago/notizie?tipo=nonesuch")).headers.get("cache-control")).toBe("no-store");
  });

  test("what is posted to a page is refused", async () => {
    const answer = await fetch(`${web.origin}/valdilago/notizie`, { method: "POST", body: "x=1" });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});

describe("around the pages", () => {
  test("the door leads to the only authority, and lists several", async () => {
    expect(await text("/?lang=it")).toContain("Unione dei Comuni di Altocolle");
    const alone = await testDatabase();
    const other = await startWeb(pretendParts(alone, {}, now), { port: 0 });
    expect(await (await fetch(`${other.origin}/`)).text()).toContain("ancora nessun ente");
    await alone.db.insertInto("authority").values({ id: "sola", name: "Sola" }).execute();
    const answer = await fetch(`${other.origin}/`, { redirect: "manual" });
    expect(answer.headers.get("location")).toBe("/sola");
    await other.close();
    await alone.close();
  });

  test("robots find the maps, and whoever finds a weakness finds us", async () => {
    expect(await text("/robots.txt")).toContain("Sitemap: https://bacheca.provincia.example/sitemap.xml");
    expect(await text("/sitemap.xml")).toContain(
      "<loc>https://bacheca.provincia.example/valdilago/sitemap.xml</loc>",
    );
    const security = await text("/.well-known/security.txt");
    expect(security).toContain("Contact: mailto:ced@valdilago.example\n");
    const expires = new Date(/Expires: (.*)/.exec(security)?.[1] ?? "").getTime() - now.getTime();
    expect(expires).toBeGreaterThan(170 * 86_400_000);
    expect(expires).toBeLessThan(366 * 86_400_000);
  });

  test("only the box for other sites may be framed", async () => {
    const box = await get("/valdilago/riquadro");
    expect(box.headers.get("content-security-policy")).toContain("frame-ancestors *");
    expect(box.headers.get("x-frame-options")).toBeNull();
    const page = await get("/valdilago");
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(page.headers.get("x-frame-options")).toBe("DENY");
  });

  test("nothing is said that the authority has not decided", async () => {
    const page = await text("/altocolle?lang=it");
    expect(page).not.toMatch(/PEC|giorni lavorativi|Facebook|Telefono/);
    expect(await text("/altocolle/privacy?lang=it")).not.toMatch(
      /Facebook|Meta|responsabile della protezione/,
    );
  });
});
