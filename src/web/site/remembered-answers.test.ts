import { request } from "node:http";
import { gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { type PretendParts, pretendParts } from "../pretend-parts.ts";
import { startWeb, type Web } from "../server.ts";
import { addAuthority, addItem, addSource } from "../test-rows.ts";

const start = new Date("2026-11-20T09:32:20.000Z");
const host = "lavoro.valdilago.example";
let database: TestDatabase;
let parts: PretendParts;
let web: Web;

beforeAll(async () => {
  database = await testDatabase();
  await addAuthority(database, "valdilago", "Provincia di Valdilago", { site: { host } });
  await addAuthority(database, "altocolle", "Provincia di Altocolle");
  for (const id of ["valdilago", "altocolle"]) await addSource(database, id);
  await addItem(database, "altocolle", { title: "Pastora", seenAt: start });
  parts = pretendParts(database, {}, start);
  web = await startWeb(parts, { port: 0 });
});
afterAll(async () => {
  await web.close();
  await database.close();
});

// Each test begins with nothing that is still fresh.
afterEach(async () => {
  later(60_000);
  await database.db.deleteFrom("item").where("authority_id", "=", "valdilago").execute();
});

const later = (ms: number) => parts.setNow(new Date(parts.clock.now().getTime() + ms));
const addOne = (title: string) => addItem(database, "valdilago", { title, seenAt: start });
/** Words alone, as nothing of ours changes them: no reading of the board can know of it. */
const retitle = (seq: string, title: string) =>
  database.db.updateTable("item").set({ title }).where("seq", "=", seq).execute();
const change = (id: string, kind: string) =>
  database.db
    .insertInto("change")
    .values({ authority_id: "valdilago", item_id: id, kind, at: parts.clock.now() })
    .execute();

interface Told {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

function ask(path: string, headers: Record<string, string> = {}): Promise<Told> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(web.origin);
    request({ hostname, port, path, headers }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
    })
      .on("error", reject)
      .end();
  });
}
const text = async (path: string, headers: Record<string, string> = {}) =>
  (await ask(path, headers)).body.toString();

describe("a page that was just read", () => {
  test("is read from memory, whatever else stands in the address", async () => {
    const { seq } = await addOne("Cuoca");
    expect(await text("/valdilago/notizie")).toContain("Cuoca");
    await retitle(seq, "Fabbra");
    later(900);
    for (const query of ["", "?utm_source=facebook", "?fbclid=1&stato=aperte&pagina=1", "?cerca=&luogo="]) {
      expect(await text(`/valdilago/notizie${query}`)).toContain("Cuoca");
    }
    expect(await text("/valdilago/notizie?stato=tutte")).toContain("Fabbra");
  });

  test("no longer shows within two seconds what was withdrawn, nor does anything else", async () => {
    const { id, seq } = await addOne("Cuoca");
    const pages = [
      "/valdilago",
      "/valdilago/notizie",
      "/valdilago/riquadro",
      "/valdilago/notizie?cerca=cuoca",
    ];
    const own = `/valdilago/notizie/cuoca-${seq}`;
    for (const page of pages) expect(await text(page)).toContain(`cuoca-${seq}`);
    expect((await ask(own)).status).toBe(200);
    await change(id, "withdrawn");
    // Who carries a page away is told at once.
    expect((await ask(own, { "user-agent": "facebookexternalhit/1.1" })).status).toBe(410);
    expect(await text("/valdilago/notizie/feed.json")).not.toContain("Cuoca");
    expect(await text("/valdilago/dati/notizie.csv")).not.toContain("Cuoca");
    later(2_000);
    for (const page of pages) expect(await text(page)).not.toContain(`cuoca-${seq}`);
    expect((await ask(own)).status).toBe(410);
  });

  test("shows a change that was stamped before the latest and committed after it", async () => {
    const first = await addOne("Cuoca");
    const second = await addOne("Fabbra");
    const stampedAt = parts.clock.now();
    later(100);
    await change(second.id, "corrected");
    expect(await text("/valdilago/notizie")).toContain("Cuoca");
    const late = { authority_id: "valdilago", item_id: first.id, kind: "withdrawn", at: stampedAt };
    await database.db.insertInto("change").values(late).execute();
    later(2_000);
    expect(await text("/valdilago/notizie")).not.toContain("Cuoca");
  });

  test("shows what the authority says of itself within seconds", async () => {
    expect(await text("/altocolle")).toContain("Provincia di Altocolle");
    const name = "Provincia dell'Altocolle";
    await database.db.updateTable("authority").set({ name }).where("id", "=", "altocolle").execute();
    later(2_000);
    await text("/altocolle");
    later(3_000);
    expect(await text("/altocolle")).toContain("Provincia dell&#39;Altocolle");
  });

  test("is the same with and without compression, and is told once", async () => {
    await addOne("Cuoca");
    const plain = await ask("/valdilago/notizie");
    const zipped = await ask("/valdilago/notizie", { "accept-encoding": "gzip" });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(zipped.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(zipped.body).toString()).toBe(plain.body.toString());
    expect(zipped.headers.etag).toBe(plain.headers.etag);
    const again = await ask("/valdilago/notizie", { "if-none-match": String(plain.headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test("is never another authority's, another name's or another language's", async () => {
    await addOne("Cuoca");
    const own = await text("/notizie", { host });
    const ours = await text("/valdilago/notizie");
    const other = await text("/altocolle/notizie");
    expect(own).toContain('href="/notizie/cuoca-');
    expect(ours).toContain('href="/valdilago/notizie/cuoca-');
    expect(other).toContain("Pastora");
    expect(other).not.toContain("Cuoca");
    expect(await text("/valdilago/notizie?lang=en")).toContain('<html lang="en"');
    expect(await text("/valdilago/notizie?lang=it")).toBe(ours);
    expect(await text("/notizie", { host })).toBe(own);
    expect(await text("/altocolle/notizie")).toBe(other);
    expect((await ask("/altocolle/notizie", { host })).status).toBe(404);
    expect((await ask("/valdilago/notizie", { host: "www.other.example" })).status).toBe(421);
  });
});

test("what was not there is looked for again each time, and what moved is not kept", async () => {
  const { seq } = await addOne("Cuoca");
  const next = `/valdilago/notizie/${Number(seq) + 1}`;
  expect((await ask(next)).status).toBe(404);
  expect((await ask("/valdilago/notizie?pagina=9")).status).toBe(404);
  const { seq: nextSeq } = await addOne("Fabbra");
  expect(Number(nextSeq)).toBe(Number(seq) + 1);
  expect((await ask(next)).headers.location).toBe(`/valdilago/notizie/fabbra-${nextSeq}`);
  await retitle(nextSeq, "Sarta");
  expect((await ask(next)).headers.location).toBe(`/valdilago/notizie/sarta-${nextSeq}`);
});

test("forms are made for each visitor", async () => {
  const first = await text("/valdilago/segnala");
  later(1_000);
  expect(await text("/valdilago/segnala")).not.toBe(first);
});
