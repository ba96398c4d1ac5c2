import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { FAULT_MODES } from "../facebook/faults.ts";
import { type FacebookSandbox, startFacebook } from "../facebook/index.ts";
import { pieces } from "./post-text.ts";
import { FAULT_GROUPS } from "./words.ts";

let facebook: FacebookSandbox;
const html = { accept: "text/html" };

beforeAll(async () => {
  facebook = await startFacebook({ scrape: false });
});
afterAll(() => facebook.close());
beforeEach(() => {
  facebook.reset();
});

async function publish(message: string, link?: string): Promise<string> {
  const body = new URLSearchParams({
    access_token: facebook.seed.pageToken,
    message,
    ...(link ? { link } : {}),
  });
  const response = await fetch(`${facebook.origin}/v25.0/${facebook.seed.page.id}/feed`, {
    method: "POST",
    body,
  });
  return ((await response.json()) as { id: string }).id;
}

async function visit(path = "/"): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(`${facebook.origin}${path}`, { headers: html });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

async function send(action: string, fields: Record<string, string>): Promise<Response> {
  return fetch(`${facebook.origin}/_wall/${action}`, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
}

describe("the wall", () => {
  test("shows posts newest first, text escaped, addresses as links, and says it is a simulation", async () => {
    await publish("Prima");
    await publish("<b>Seconda</b>\nVedi https://lavoro.example.it/2.", "https://lavoro.example.it/2");
    const { text, status } = await visit();
    expect(status).toBe(200);
    expect(text).toContain("Simulazione");
    expect(text.indexOf("Seconda")).toBeLessThan(text.indexOf("Prima"));
    expect(text).toContain("&lt;b&gt;Seconda&lt;/b&gt;\nVedi");
    expect(text).toContain(
      '<a href="https://lavoro.example.it/2" rel="nofollow noopener">https://lavoro.example.it/2</a>.',
    );
    expect(text).toContain("2 post");
    expect(text).toContain("0 doppioni");
  });

  test("marks the second of two posts with the same text and link, and only it", async () => {
    await publish("Uguale");
    await publish("Altro");
    await publish("Uguale ");
    const { text } = await visit();
    expect(text).toContain("1 doppione");
    expect(text.match(/class="badge"/g)).toHaveLength(1);
    expect(text.indexOf('class="badge"')).toBeLessThan(text.indexOf("Altro"));
  });

  test("is in Italian first and in English on request", async () => {
    expect((await visit()).text).toContain('<html lang="it">');
    const { text } = await visit("/?lang=en");
    expect(text).toContain('<html lang="en">');
    expect(text).toContain("Fault bench");
    expect(text).toContain("0 duplicates");
  });

  test("asks no other site for anything", async () => {
    await publish("Con link", "https://lavoro.example.it/2");
    const { text, headers } = await visit();
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    for (const [, address] of text.matchAll(/(?:src|href)="([^"]*)"(?=[^>]*(?:stylesheet|script|img))/g)) {
      expect(address).toMatch(/^\/|^data:/);
    }
    for (const path of ["/_wall/wall.css", "/_wall/live.js"]) {
      const file = await fetch(`${facebook.origin}${path}`);
      expect(file.status).toBe(200);
      expect(await file.text()).not.toMatch(/https?:\/\//);
    }
  });

  test("has an address for each Page and each post, and a kind word for what is not there", async () => {
    const id = await publish("Uno");
    const [page, post] = id.split("_");
    expect((await visit(`/${page}/posts/${post}`)).text).toContain("Uno");
    expect((await visit(`/${id}`)).text).toContain("Uno");
    expect((await visit("/100000000000002")).text).toContain("La bacheca è vuota");
    expect((await visit(`/${page}/posts/1`)).status).toBe(404);
    expect((await visit("/altro")).text).toContain("Qui non c&#39;è niente");
  });

  test("leads to earlier posts thirty at a time", async () => {
    for (let number = 1; number <= 35; number += 1) await publish(`Post numero ${number}.`);
    const first = await visit();
    expect(first.text).not.toContain("Post numero 5.");
    const older = /href="([^"]*before=[^"]*)"/.exec(first.text)?.[1] ?? "";
    const second = await visit(older);
    expect(second.text).toContain("Post numero 5.");
    expect(second.text).not.toContain("Post numero 6.");
    expect(second.text).not.toContain("live.js");
  });

  test("a program asking the same address gets the Graph API", async () => {
    const response = await fetch(
      `${facebook.origin}/${facebook.seed.page.id}?access_token=${facebook.seed.pageToken}`,
    );
    expect(await response.json()).toMatchObject({ id: facebook.seed.page.id });
    expect(
      (await fetch(`${facebook.origin}/v25.0/me`, { headers: html })).headers.get("content-type"),
    ).toContain("json");
  });
});

describe("the fault bench", () => {
  test("offers every mode in one place or another, each with its sentence", async () => {
    const offered = new Set([
      ...Object.values(FAULT_GROUPS).flat(),
      "token-expired",
      "token-password",
      "read-lag",
    ]);
    expect(offered).toEqual(new Set(FAULT_MODES));
    const { text } = await visit();
    expect(text).toContain("Il post esce, ma la connessione cade prima della risposta.");
  });

  test("a form switches a fault on for this Page and leads back to the bench", async () => {
    const reply = await send("faults", {
      mode: "lost-after",
      times: "5",
      page: facebook.seed.page.id,
      lang: "en",
    });
    expect(reply.status).toBe(303);
    expect(reply.headers.get("location")).toBe(`/${facebook.seed.page.id}?panel=1&lang=en#panel`);
    expect(facebook.faults()).toMatchObject([
      { mode: "lost-after", remaining: 5, pageId: facebook.seed.page.id },
    ]);
    const { text } = await visit("/?panel=1");
    expect(text).toContain("ancora 5 volte");
    await send("clear", { id: facebook.faults()[0]?.id ?? "" });
    expect(facebook.faults()).toEqual([]);
  });

  test("the token can be ended and renewed, the read lag set", async () => {
    await send("token", { mode: "token-password", page: facebook.seed.page.id });
    expect(facebook.tokenState(facebook.seed.pageToken)).toBe("password");
    expect(facebook.tokenState(facebook.seed.secondPageToken)).toBe("valid");
    expect((await visit()).text).toContain("190/460");
    await send("restore", { page: facebook.seed.page.id });
    expect(facebook.tokenState(facebook.seed.pageToken)).toBe("valid");
    await send("lag", { seconds: "2.5" });
    expect(facebook.readLagMs).toBe(2500);
  });

  test("nonsense in a form changes nothing", async () => {
    expect((await send("faults", { mode: "fulmine", times: "x" })).status).toBe(303);
    expect((await send("token", { mode: "lost-after" })).status).toBe(303);
    expect(facebook.faults()).toEqual([]);
  });
});

test("an open wall is told of a new post within a moment", async () => {
  const controller = new AbortController();
  const response = await fetch(`${facebook.origin}/_wall/events`, { signal: controller.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain("retry:");
  const started = performance.now();
  await publish("Novità");
  expect((await reader?.read())?.value).toContain("data: changed");
  expect(performance.now() - started).toBeLessThan(1000);
  controller.abort();
  const fragment = await visit(`/_wall/fragment?page=${facebook.seed.page.id}`);
  expect(fragment.text).toContain("Novità");
});

test("punctuation after an address is not part of it", () => {
  expect(pieces("Vedi (http://a.example/x), poi http://b.example/y?z=1.")).toEqual([
    { text: "Vedi (" },
    { href: "http://a.example/x", text: "http://a.example/x" },
    { text: "), poi " },
    { href: "http://b.example/y?z=1", text: "http://b.example/y?z=1" },
    { text: "." },
  ]);
});

test("the faults of the bench can be aimed at photos, stories and the rest, without scripts", async () => {
  const { text } = await visit("/?meets=photo_stories&panel=1");
  expect(text).toContain('<input type="hidden" name="meets" value="photo_stories">');
  const answer = await send("faults", { mode: "lost-after", times: "1", meets: "photo_stories" });
  expect(answer.headers.get("location")).toContain("meets=photo_stories");
  expect(facebook.faults()).toMatchObject([{ mode: "lost-after", edge: "photo_stories", method: "POST" }]);
  expect((await visit()).text).toContain("Storie con foto · ");
  facebook.clearFaults();
  await send("faults", { mode: "upload-cut", times: "1", meets: "photos" });
  expect(facebook.faults()).toMatchObject([{ edge: "rupload" }]);
});
