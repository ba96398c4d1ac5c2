import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { createApiKey, revokeApiKey } from "../../authority/api-key-store.ts";
import { type PretendParts, pretendParts } from "../pretend-parts.ts";
import { startWeb, type Web } from "../server.ts";
import { addAccount, addAuthority, addSource } from "../test-rows.ts";

let database: TestDatabase;
let parts: PretendParts;
let web: Web;
let key: string;
let authority: string;
let count = 0;

beforeAll(async () => {
  database = await testDatabase();
  parts = pretendParts(database);
  web = await startWeb(parts, { port: 0 });
});

beforeEach(async () => {
  count += 1;
  authority = await addAuthority(database, `ente-${count}`, "Provincia di Como", { holdAbove: 3 });
  await addAccount(database, authority);
  key = (await createApiKey(database.db, authority, "portale")).key;
  parts.jobs.length = 0;
});

afterAll(async () => {
  await web.close();
  await database.close();
});

const offer = {
  reference: "CPI-2026-0412",
  link: "https://portale.example/offerte/412",
  title: "Magazziniere a Cantù",
  text: "Azienda di logistica cerca magazziniere.",
  kind: "offer",
  publishedAt: "2026-11-22T10:00:00+01:00",
  facts: { place: "Cantù", deadline: "2026-12-04" },
};

interface Answer {
  items: { id: string }[];
  faults: { path: string }[];
}

interface Sent {
  body?: unknown;
  raw?: string;
  headers?: Record<string, string>;
  path?: string;
}

async function push({ body = offer, raw, headers = {}, path }: Sent = {}) {
  const answer = await fetch(`${web.origin}${path ?? `/api/v1/authorities/${authority}/items`}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
      "accept-language": "en",
      ...headers,
    },
    body: raw ?? JSON.stringify(body),
  });
  return {
    status: answer.status,
    headers: answer.headers,
    json: (await answer.json()) as Answer,
  };
}

async function publications() {
  return await database.db
    .selectFrom("publication")
    .selectAll()
    .where("authority_id", "=", authority)
    .orderBy("position")
    .execute();
}

describe("what a portal pushes", () => {
  test("is recorded and planned at once, in a source made at the first push", async () => {
    const { status, json } = await push();
    expect(status).toBe(201);
    expect(json).toEqual({
      source: "push",
      items: [
        {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          outcome: "new",
          publications: [{ id: expect.any(String), account: "pagina", state: "due", url: null }],
          notes: [],
        },
      ],
    });
    expect(parts.jobs).toEqual([`advance-account ${authority}/pagina`]);
    const source = await database.db
      .selectFrom("source")
      .selectAll()
      .where("authority_id", "=", authority)
      .executeTakeFirstOrThrow();
    expect(source).toMatchObject({ id: "push", kind: "push", faults: 0 });
    expect(source.last_new_at).not.toBeNull();
  });

  test("is told in the order given, which no date changes", async () => {
    const items = ["prima", "seconda", "terza"].map((title, index) => ({
      id: String(index),
      title,
      publishedAt: `2026-11-2${2 - index}T10:00:00Z`,
    }));
    const { json } = await push({ body: { items } });
    const ids = json.items.map(({ id }) => id);
    expect((await publications()).map((row) => row.item_id)).toEqual(ids);
  });

  test("and was known is answered 200; what changed is corrected", async () => {
    const first = await push();
    expect((await push()).json).toEqual({
      ...first.json,
      items: [expect.objectContaining({ outcome: "known" })],
    });
    const again = await push({ body: { ...offer, title: "Magazziniere a Cantù (prorogata)" } });
    expect(again.status).toBe(200);
    expect(again.json.items).toEqual([expect.objectContaining({ outcome: "corrected" })]);
    expect(await publications()).toHaveLength(1);
  });

  test("all at once, more than the authority expects, waits for a yes", async () => {
    const items = Array.from({ length: 4 }, (_, index) => ({ id: `n${index}`, title: `Offerta ${index}` }));
    const { status } = await push({ body: { items } });
    expect(status).toBe(201);
    expect((await publications()).map(({ state, reason }) => `${state} ${reason}`)).toEqual(
      Array(4).fill("held flood"),
    );
    expect(parts.jobs).toEqual([]);
  });

  test("is cleaned of markup, with a note, and of what no database keeps", async () => {
    const body = {
      id: "m1",
      title: "Cuoco <b>esperto</b>",
      text: "<p>Paga &euro; 1.500</p><script>x</script>\u0000fine \ud800",
      labels: ["a\u0000b"],
    };
    const { status, json } = await push({ body });
    expect(status).toBe(201);
    expect(json.items).toEqual([expect.objectContaining({ notes: ["markup-removed"] })]);
    const row = await database.db
      .selectFrom("item")
      .selectAll()
      .where("authority_id", "=", authority)
      .executeTakeFirstOrThrow();
    expect(row.title).toBe("Cuoco esperto");
    expect(row.body).toContain("Paga € 1.500");
    expect(row.body).not.toMatch(/script|<|x/);
    expect(row.labels).toEqual(["ab"]);
  });

  test("is refused whole, every fault with its path, in the language asked for", async () => {
    const items = [
      offer,
      { title: "", publishedAt: "ieri" },
      { ...offer, link: "javascript:x", colour: "red" },
    ];
    const { status, json } = await push({ body: { items }, headers: { "accept-language": "it" } });
    expect(status).toBe(400);
    expect(json).toMatchObject({ code: "invalid-items", title: "Notizie non valide" });
    const paths = json.faults.map(({ path }) => path);
    expect(paths).toEqual(["items[1].title", "items[1].publishedAt", "items[2].link", "items[2]"]);
    expect(await publications()).toEqual([]);
  });

  test("a field that is missing or of another type is told without a word of English in Italian", async () => {
    const body = {
      items: [
        { ...offer, title: undefined },
        { ...offer, title: 3, labels: "due" },
      ],
    };
    const { json } = await push({ body, headers: { "accept-language": "it" } });
    expect(json.faults).toEqual([
      { path: "items[0].title", message: "manca, ed è obbligatorio" },
      { path: "items[1].title", message: "dev'essere testo" },
      { path: "items[1].labels", message: "dev'essere un elenco" },
    ]);
  });

  test("without reference, id and link is refused, since it could not be recognised again", async () => {
    const { status, json } = await push({ body: { items: [offer, { title: "Senza nome" }] } });
    expect(status).toBe(400);
    expect(json.faults).toEqual([
      { path: "items[1]", message: expect.stringContaining("reference, id and link") },
    ]);
  });

  test.each([
    ["no JSON", { raw: "{" }, 400, "not-json"],
    ["nothing", { raw: "" }, 400, "not-json"],
    ["a form", { headers: { "content-type": "text/plain" } }, 415, "wrong-media-type"],
    ["no item", { body: { items: [] } }, 400, "invalid-items"],
    ["a number", { body: 3 }, 400, "invalid-items"],
    ["501 items", { body: { items: Array(501).fill(offer) } }, 400, "invalid-items"],
    ["9 MB", { raw: JSON.stringify({ ...offer, text: "x".repeat(9_000_000) }) }, 413, "body-too-large"],
    ["an unknown source", { path: "?source=altra" }, 404, "unknown-source"],
  ])("%s is refused in words", async (_name, sent: Sent, status, code) => {
    const path = sent.path ? `/api/v1/authorities/${authority}/items${sent.path}` : undefined;
    const answer = await push({ ...sent, path });
    expect(answer.json).toMatchObject({ status, code, detail: expect.any(String) });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
  });

  test("speaks for the source it names, unless that was stopped", async () => {
    await addSource(database, authority, { id: "cms", kind: "push", url: null, name: "CMS" });
    const path = `/api/v1/authorities/${authority}/items?source=cms`;
    expect((await push({ path })).json).toMatchObject({ source: "cms" });
    await database.db.updateTable("source").set({ stopped_at: new Date() }).where("id", "=", "cms").execute();
    expect((await push({ path })).json).toMatchObject({ status: 409, code: "source-stopped" });
  });
});

describe("an idempotency key", () => {
  test("gives the same push the same answer, for ever", async () => {
    const headers = { "idempotency-key": "invio-1" };
    const first = await push({ headers });
    await database.db
      .updateTable("publication")
      .set({ state: "refused", reason: "x", next_step_at: null, settled_at: new Date() })
      .where("authority_id", "=", authority)
      .execute();
    const second = await push({ headers, raw: JSON.stringify(offer, null, 2) });
    expect(second.json).toEqual(first.json);
    expect(second.status).toBe(201);
    expect(first.headers.get("idempotency-replayed")).toBeNull();
    expect(second.headers.get("idempotency-replayed")).toBe("true");
  });

  test("lets equal pushes at the same moment act once", async () => {
    const headers = { "idempotency-key": "insieme" };
    const answers = await Promise.all(Array.from({ length: 8 }, () => push({ headers })));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    for (const { json } of answers) expect(json).toEqual(answers[0]?.json);
    expect(await publications()).toHaveLength(1);
  });

  test("used for another push is refused, and belongs to one authority only", async () => {
    const headers = { "idempotency-key": "una" };
    await push({ headers });
    const other = await push({ headers, body: { ...offer, title: "Altro" } });
    expect(other.json).toMatchObject({ status: 422, code: "idempotency-key-reused" });
    const elsewhere = await addAuthority(database, `altro-${count}`, "Altro ente");
    const elsewhereKey = (await createApiKey(database.db, elsewhere, "portale")).key;
    const theirs = await push({
      headers: { ...headers, authorization: `Bearer ${elsewhereKey}` },
      path: `/api/v1/authorities/${elsewhere}/items`,
    });
    expect(theirs.status).toBe(201);
  });

  test.each([
    ["", "idempotency-key-missing"],
    ["x".repeat(201), "idempotency-key-too-long"],
  ])("is required and bounded", async (idempotencyKey, code) => {
    const answer = await push({ headers: { "idempotency-key": idempotencyKey } });
    expect(answer.json).toMatchObject({ status: 400, code });
  });
});

describe("an API key", () => {
  test("is asked for", async () => {
    const answer = await push({ headers: { authorization: "" } });
    expect(answer.json).toMatchObject({ status: 401, code: "key-missing" });
    expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
  });

  test("that is unknown or revoked opens nothing", async () => {
    const unknown = await push({ headers: { authorization: "Bearer bch_nonesuch" } });
    expect(unknown.json).toMatchObject({ status: 401, code: "key-unknown" });
    const { id, key: other } = await createApiKey(database.db, authority, "secondo");
    expect(await revokeApiKey(database.db, authority, id, new Date())).toBe(true);
    expect((await push({ headers: { authorization: `Bearer ${other}` } })).status).toBe(401);
  });

  test("says the same of another's authority and of one that does not exist", async () => {
    await addAuthority(database, `vicino-${count}`, "Ente vicino");
    const theirs = await push({ path: `/api/v1/authorities/vicino-${count}/items` });
    const nobodys = await push({ path: "/api/v1/authorities/nonesuch/items" });
    expect(theirs.status).toBe(404);
    expect(theirs.json).toEqual(nobodys.json);
  });

  test("is kept as a hash only, and its use is noted", async () => {
    await push();
    const row = await database.db
      .selectFrom("api_key")
      .selectAll()
      .where("authority_id", "=", authority)
      .executeTakeFirstOrThrow();
    expect(row.hash).toHaveLength(32);
    expect(JSON.stringify(row)).not.toContain(key);
    expect(row.last_used_at).toEqual(parts.clock.now());
  });

  test("that is used too fast is told how long to wait", async () => {
    const answers = await Promise.all(Array.from({ length: 130 }, () => push({ raw: "{" })));
    const slowed = answers.filter(({ status }) => status === 429);
    expect(slowed).toHaveLength(30);
    expect(slowed[0]?.headers.get("retry-after")).toBe("1");
  });
});
