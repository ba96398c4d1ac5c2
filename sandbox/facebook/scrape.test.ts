import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Probe } from "./probe.ts";
import { CRAWLER_AGENT, readPreview } from "./scrape.ts";

const OFFER = `<!doctype html><html><head><meta charset="utf-8"><title>Portale – offerta 60</title>
<meta property="og:title" content="Magazziniere – Sant&rsquo;Ilario"><meta property="og:description" content="Due posti.">
<meta property="og:image" content="/card.png"><meta property="og:image:width" content="1200"></head></html>`;

let site: Server;
let base: string;
let hits: { path: string; agent: string }[] = [];
let probe: Probe;

function serve(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? "";
  hits.push({ path, agent: request.headers["user-agent"] ?? "" });
  if (path.startsWith("/corto")) response.writeHead(302, { location: `${base}/offerta` }).end();
  else if (path === "/cerchio") response.writeHead(302, { location: "/cerchio" }).end();
  else if (path === "/rotto") response.writeHead(500).end("<title>Errore</title>");
  else if (path === "/latin") {
    response.writeHead(200, { "content-type": "text/html; charset=windows-1252" });
    response.end(Buffer.from("<title>Citt\xe0 \x96 perch\xe9</title>", "latin1"));
  } else response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(OFFER);
}

beforeAll(async () => {
  site = createServer(serve);
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  probe = await Probe.start({ scrape: true });
});
afterAll(async () => {
  await probe.facebook.close();
  site.close();
  site.closeAllConnections();
});
beforeEach(() => {
  hits = [];
  probe.facebook.reset();
});

const FIELDS = "attachments{title,description,unshimmed_url,media_type,url},full_picture";

describe("the crawler", () => {
  test("follows redirects under its own name and reads the og: tags where they end", async () => {
    const { body } = await probe.publish("Offerta", { link: `${base}/corto/1`, fields: FIELDS });
    expect(body.attachments).toMatchObject({
      data: [
        {
          title: "Magazziniere – Sant’Ilario",
          description: "Due posti.",
          unshimmed_url: `${base}/corto/1`,
          media_type: "link",
        },
      ],
    });
    expect(hits.map((hit) => hit.path)).toEqual(["/corto/1", "/offerta"]);
    expect(new Set(hits.map((hit) => hit.agent))).toEqual(new Set([CRAWLER_AGENT]));
    expect(body.full_picture).toBe(`${probe.facebook.origin}/_picture/${body.id}`);
  });

  test("looks at a link once a day, and again when asked with scrape=true", async () => {
    await probe.publish("Uno", { link: `${base}/offerta?x=2` });
    await probe.publish("Due", { link: `${base}/offerta?x=2` });
    expect(hits).toHaveLength(1);
    const again = await probe.post("/", { id: `${base}/offerta?x=2`, scrape: "true" });
    expect(again.body).toMatchObject({
      url: `${base}/offerta?x=2`,
      title: "Magazziniere – Sant’Ilario",
      image: [{ url: `${base}/card.png` }],
    });
    expect(hits).toHaveLength(2);
  });

  test("what cannot be read is 100/1609005 and nothing is published; a failure is not remembered", async () => {
    for (const link of [`${base}/rotto`, `${base}/cerchio`, "http://127.0.0.1:1/"]) {
      const { status, body } = await probe.publish("Offerta", { link });
      expect([status, body.error.code, body.error.error_subcode]).toEqual([400, 100, 1609005]);
    }
    expect(probe.facebook.posts()).toHaveLength(0);
    await probe.publish("Offerta", { link: `${base}/rotto` });
    expect(hits.filter((hit) => hit.path === "/rotto")).toHaveLength(2);
  });

  test("what is no web address is 100 without any request", async () => {
    for (const link of ["offerta 60", "ftp://example.it/x", "javascript:alert(1)"]) {
      expect((await probe.publish("Offerta", { link })).body.error.code).toBe(100);
    }
    expect(hits).toEqual([]);
  });

  test("reads other encodings and falls back to title, description and host", async () => {
    const { body } = await probe.publish("Offerta", { link: `${base}/latin`, fields: FIELDS });
    expect(body.attachments).toMatchObject({ data: [{ title: "Città – perché" }] });
    const bare = readPreview('<meta name="description" content="D">', "http://lavoro.example.it/x");
    expect(bare).toEqual({
      title: "lavoro.example.it",
      description: "D",
      canonicalUrl: "http://lavoro.example.it/x",
      type: "website",
    });
  });

  test("a picture below 200 pixels, or at an address that is none, is left out", () => {
    const small = '<meta property="og:image" content="/a.png"><meta property="og:image:width" content="120">';
    expect(readPreview(small, "http://a.example/")).not.toHaveProperty("imageUrl");
    expect(
      readPreview('<meta property="og:image" content="data:x">', "http://a.example/"),
    ).not.toHaveProperty("imageUrl");
  });
});
