import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type PortalSandbox, startPortal } from "./index.ts";
import { cardImage } from "./pages/card-image.ts";

let portal: PortalSandbox;
beforeEach(async () => {
  portal = await startPortal({ now: () => new Date("2026-11-23T09:00:00Z") });
});
afterEach(() => portal.close());

const page = async (path: string) => {
  const response = await fetch(portal.origin + path);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

const submit = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(portal.origin + path, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
    headers,
  });

const json = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(portal.origin + path, {
    method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, body: response.status === 204 ? undefined : await response.json() };
};

const proper = {
  kind: "offer",
  reference: "VDL-2026-0999",
  title: 'Panettiere/a <di notte> & "di giorno"',
  place: "Cantù",
  employer: "",
  contract: "Tempo indeterminato",
  deadline: "2026-12-04",
  text: "Prima riga del testo.\r\n\r\n- impasti\r\n- infornata",
};

describe("the editors' form", () => {
  test("publishes and leads back, so that reloading publishes nothing twice", async () => {
    const answer = await submit("/redazione", proper);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/redazione?fatto=published"]);
    expect(portal.items()).toHaveLength(1);
    expect(portal.items()[0]).toMatchObject({
      reference: "VDL-2026-0999",
      text: "Prima riga del testo.\n\n- impasti\n- infornata",
    });
    expect(portal.items()[0]?.employer).toBeUndefined();
    expect((await page("/redazione?fatto=published")).text).toContain("Notizia pubblicata.");
  });

  test.each([
    [{ title: "Ehi" }, "Scrivere un titolo di almeno 5 caratteri."],
    [{ title: "x".repeat(201) }, "al massimo 200 caratteri"],
    [{ kind: "altro" }, "Scegliere il tipo"],
    [{ place: "" }, "Indicare il comune"],
    [{ deadline: "2026-02-30" }, "giorno esistente"],
    [{ deadline: "domani" }, "giorno esistente"],
    [{ deadline: "2026-11-22" }, "già passata"],
    [{ reference: "vdl 2026" }, "lettere maiuscole"],
    [{ text: "Breve." }, "almeno 20 caratteri"],
    [{ employer: "x".repeat(121) }, "al massimo 120 caratteri"],
  ])("refuses %j in words, keeps what was typed and publishes nothing", async (wrong, sentence) => {
    const answer = await submit("/redazione", { ...proper, ...wrong });
    const text = await answer.text();
    expect(answer.status).toBe(422);
    expect(text).toContain(sentence);
    expect(text).toContain('aria-invalid="true"');
    expect(text).toContain("Tempo indeterminato");
    expect(portal.items()).toHaveLength(0);
  });

  test("says it in English where English is read", async () => {
    const answer = await submit("/redazione?lang=en", { ...proper, title: "" });
    expect(await answer.text()).toContain("Write a title of at least 5 characters.");
  });

  test("refuses a reference that another item has, but lets an item keep its own", async () => {
    await submit("/redazione", proper);
    expect(await (await submit("/redazione", proper)).text()).toContain("già di un&#39;altra notizia");
    const saved = await submit("/redazione/1", { ...proper, title: "Panettiere/a, rettifica" });
    expect(saved.status).toBe(303);
    expect(portal.items()[0]).toMatchObject({ title: "Panettiere/a, rettifica", reference: "VDL-2026-0999" });
  });

  test("lets an expired item be corrected, with the day it had", async () => {
    portal.publish({ ...proper, kind: "offer", deadline: "2026-11-01" });
    expect((await submit("/redazione/1", { ...proper, deadline: "2026-11-01" })).status).toBe(303);
    expect((await submit("/redazione/1", { ...proper, deadline: "2026-11-02" })).status).toBe(422);
  });

  test("gives a reference where none is typed", async () => {
    await submit("/redazione", { ...proper, reference: "" });
    expect(portal.items()[0]?.reference).toBe("RED-2026-0001");
  });

  test("withdraws an item: its page is gone, not merely unknown", async () => {
    const item = portal.publish({ ...proper, kind: "offer" });
    expect((await submit(`/redazione/${item.id}/ritira`, {})).status).toBe(303);
    expect((await page(`/offerte/${item.slug}`)).status).toBe(410);
    expect((await page("/offerte/mai-vista-77")).status).toBe(404);
    expect((await submit(`/redazione/${item.id}/ritira`, {})).status).toBe(410);
  });

  test("is not obeyed when another site sends it", async () => {
    const answer = await submit("/redazione", proper, { origin: "https://altrove.example" });
    expect(answer.status).toBe(403);
    expect(portal.items()).toHaveLength(0);
  });

  test("starts and pauses the stream, and switches faults", async () => {
    await submit("/redazione/flusso", { seconds: "60" });
    expect((await page("/redazione")).text).toContain("una notizia ogni 60");
    await submit("/redazione/flusso", { seconds: "" });
    expect((await page("/redazione")).text).toContain("Spento");
    await submit("/redazione/guasto", { fault: "shrunk", times: "" });
    expect((await page("/redazione")).text).toContain("In corso: Nel feed restano solo le due");
    await submit("/redazione/guasto", { fault: "" });
    expect((await page("/redazione")).text).toContain("Nessun guasto");
  });
});

describe("the public pages", () => {
  test("show texts as they were typed, never as markup", async () => {
    const item = portal.publish({
      ...proper,
      kind: "offer",
      text: "<script>alert(1)</script> & così via, con l'apostrofo",
    });
    for (const path of ["/", `/offerte/${item.slug}`, "/redazione"]) {
      const { text, headers } = await page(path);
      expect(text).not.toContain("<script>alert");
      expect(text).toContain("Panettiere/a &lt;di notte&gt; &amp; &quot;di giorno&quot;");
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    }
  });

  test("give link previews what they read, at absolute addresses", async () => {
    const item = portal.publish({ ...proper, kind: "offer" });
    const { text } = await page(`/offerte/${item.slug}`);
    expect(text).toContain(`<meta property="og:url" content="${portal.origin}/offerte/${item.slug}">`);
    expect(text).toContain(`<meta property="og:image" content="${portal.origin}/immagini/offer.png">`);
    expect(text).toContain('<meta property="og:title" content="Panettiere/a &lt;di notte&gt;');
  });

  test("carry a JobPosting that no text can break out of, while the job is open", async () => {
    const item = portal.publish({
      ...proper,
      kind: "offer",
      title: "Cuoco/a </script><b>",
      text: "<!-- testo --> di venti caratteri",
    });
    const { text } = await page(`/offerte/${item.slug}`);
    const found = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? "";
    expect(JSON.parse(found)).toMatchObject({
      "@type": "JobPosting",
      title: "Cuoco/a </script><b>",
      hiringOrganization: "confidential",
      identifier: { value: "VDL-2026-0999" },
    });
    portal.edit(item.id, { deadline: "2026-11-20" });
    expect((await page(`/offerte/${item.slug}`)).text).not.toContain("ld+json");
  });

  test("filter by kind, a page at a time, and name the feeds", async () => {
    portal.publishNext(60);
    const { text } = await page("/?tipo=traineeship");
    expect(text).toContain("Tirocinio");
    expect(text.match(/class="card news-card/g)?.length).toBe(
      Math.min(15, portal.items().filter((item) => item.kind === "traineeship").length),
    );
    expect((await page("/?pagina=2")).text).toContain("Pagina 2 di 4");
    expect((await page("/?pagina=99&tipo=boh")).text).toContain("Pagina 4 di 4");
    for (const type of ["rss+xml", "rdf+xml", "atom+xml", "feed+json"]) {
      expect(text).toContain(`<link rel="alternate" type="application/${type}"`);
    }
  });

  test("stay in English once English was chosen", async () => {
    portal.publishNext(20);
    const { text } = await page("/?lang=en");
    expect(text).toContain('<html lang="en">');
    expect(text).toContain("/?pagina=2&amp;lang=en");
    expect(text).toMatch(/href="\/offerte\/[^"]+\?lang=en"/);
  });

  test("have a preview picture of each kind, drawn as a PNG of the size it says", () => {
    const image = cardImage("event");
    expect(image.subarray(1, 4).toString()).toBe("PNG");
    expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(image.length).toBeLessThan(600_000);
  });
});

describe("the sandbox's own addresses", () => {
  test("publish, change and withdraw", async () => {
    const made = await json("POST", "/_sandbox/items", {
      kind: "notice",
      title: "Chiusura",
      text: "Lo sportello è chiuso.",
    });
    expect(made).toMatchObject({ status: 201, body: { id: 1, title: "Chiusura" } });
    expect(await json("PATCH", "/_sandbox/items/1", { title: "Riapertura" })).toMatchObject({
      body: { title: "Riapertura" },
    });
    expect((await json("DELETE", "/_sandbox/items/1")).status).toBe(204);
    expect((await json("DELETE", "/_sandbox/items/1")).status).toBe(404);
  });

  test("switch faults and the stream, and refuse what they do not know", async () => {
    const state = await json("POST", "/_sandbox/faults", { fault: "slow", delayMs: 5, times: 1 });
    expect(state.body).toMatchObject({ fault: { name: "slow", delayMs: 5 } });
    expect((await json("POST", "/_sandbox/faults", { fault: null })).body).toMatchObject({ fault: null });
    expect((await json("POST", "/_sandbox/faults", { fault: "meteora" })).status).toBe(400);
    const stream = await json("POST", "/_sandbox/stream", { everySeconds: 30 });
    expect(stream.body).toMatchObject({ stream: { everySeconds: 30 } });
    expect((await json("POST", "/_sandbox/stream", { everySeconds: null })).body).toMatchObject({
      stream: { everySeconds: null },
    });
  });
});
