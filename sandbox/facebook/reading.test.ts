import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Body, Probe } from "./probe.ts";

let probe: Probe;
let now = Date.UTC(2026, 10, 22, 10, 0, 0);

beforeAll(async () => {
  probe = await Probe.start({ now: () => now });
  for (let number = 1; number <= 60; number += 1) {
    await probe.publish(
      `Post ${number}`,
      number === 60 ? { link: "http://lavoro.example.it/offerte/60?a=1&b=2" } : {},
    );
    now += 1000;
  }
});
afterAll(() => probe.facebook.close());

const texts = (body: Body): unknown[] => body.data.map((post) => post.message);
const list = (params: Record<string, string>) => probe.get(`/${probe.page}/published_posts`, params);

describe("listing posts", () => {
  test("newest first, 25 of them, with id, created_time and message when no fields are named", async () => {
    const { body } = await list({});
    expect(body.data).toHaveLength(25);
    expect(Object.keys(body.data[0] ?? {})).toEqual(["created_time", "message", "id"]);
    expect(texts(body).slice(0, 2)).toEqual(["Post 60", "Post 59"]);
  });

  test("next leads through all posts on our own origin with the token in it, and ends", async () => {
    const seen: unknown[] = [];
    let address: string | undefined =
      `${probe.facebook.origin}/v25.0/${probe.page}/published_posts?fields=message&limit=25&access_token=${probe.facebook.seed.pageToken}`;
    let pages = 0;
    while (address) {
      const body = (await (await fetch(address)).json()) as Body;
      seen.push(...texts(body));
      address = body.paging?.next;
      if (address) expect(address).toContain(`access_token=${probe.facebook.seed.pageToken}`);
      pages += 1;
    }
    expect(pages).toBe(3);
    expect(new Set(seen).size).toBe(60);
  });

  test("a post published between two pages moves nothing, and previous finds it", async () => {
    const first = await list({ limit: "2", fields: "message" });
    const second = (await (await fetch(first.body.paging?.next ?? "")).json()) as Body;
    expect(texts(second)).toEqual(["Post 58", "Post 57"]);
    const back = (await (await fetch(second.paging?.previous ?? "")).json()) as Body;
    expect(texts(back)).toEqual(["Post 60", "Post 59"]);
  });

  test("limit is at most 100 and a number", async () => {
    expect((await list({ limit: "100" })).body.data).toHaveLength(60);
    expect((await list({ limit: "101" })).body.error.code).toBe(100);
    expect((await list({ limit: "molti" })).body.error.code).toBe(100);
  });

  test("since and until take seconds, ISO times and strtotime words, ends included", async () => {
    const at = (number: number): number => Date.UTC(2026, 10, 22, 10, 0, number - 1) / 1000;
    const some = await list({ since: String(at(10)), until: String(at(12)), fields: "message" });
    expect(texts(some.body)).toEqual(["Post 12", "Post 11", "Post 10"]);
    const iso = await list({ since: "2026-11-22T10:00:58+0000", fields: "message" });
    expect(texts(iso.body)).toEqual(["Post 60", "Post 59"]);
    expect(texts((await list({ since: "-3 seconds", fields: "message" })).body)).toEqual([
      "Post 60",
      "Post 59",
      "Post 58",
    ]);
    expect((await list({ since: "ieri l'altro" })).body.error.code).toBe(100);
  });

  test("a name of one's own for a field stands before its braces or after them", async () => {
    for (const fields of ["from.as(author){id}", "from{id}.as(author)"]) {
      const { body } = await list({ limit: "1", fields });
      expect(body.data[0]).toMatchObject({ author: { id: probe.page } });
    }
  });

  test("fields nest: attachments with the link as posted, a shimmed url, the posting app", async () => {
    const { body } = await list({
      limit: "1",
      fields:
        "id,permalink_url,attachments.limit(1){unshimmed_url,title,target},application{id,name},from{name}.as(author)",
    });
    const post = body.data[0] as Record<string, never> & {
      attachments: { data: { target: { url: string } }[] };
    };
    expect(post).toMatchObject({
      attachments: {
        data: [{ unshimmed_url: "http://lavoro.example.it/offerte/60?a=1&b=2", title: "lavoro.example.it" }],
      },
      application: { id: "138483919580948", name: "Bacheca" },
      author: { name: "Provincia di Valdilago – Lavoro (simulazione)", id: probe.page },
    });
    const shim = post.attachments.data[0]?.target.url ?? "";
    expect(shim).toContain(`${probe.facebook.origin}/l.php?u=`);
    const followed = await fetch(shim, { redirect: "manual" });
    expect(followed.headers.get("location")).toBe("http://lavoro.example.it/offerte/60?a=1&b=2");
    expect((await fetch(`${probe.facebook.origin}/l.php?u=http://altrove.example/&h=x`)).status).toBe(404);
  });

  test("unknown fields are named, also inside braces; real ones we lack answer 501; retired ones 12", async () => {
    expect((await list({ fields: "id,x_y" })).body.error.message).toContain(
      "nonexisting field (x_y) on node type (Post)",
    );
    expect((await list({ fields: "attachments{colore}" })).body.error.message).toContain(
      "(colore) on node type (StoryAttachment)",
    );
    expect((await list({ fields: "icon" })).status).toBe(501);
    expect((await list({ fields: "link" })).body.error.code).toBe(12);
    expect((await list({ fields: "id,attachments{title" })).body.error.code).toBe(100);
  });

  test("an empty list with a bad field is refused all the same", async () => {
    const { body } = await probe.get(
      "/100000000000002/posts",
      { fields: "x_y" },
      probe.facebook.seed.secondPageToken,
    );
    expect(body.error.code).toBe(100);
  });
});

describe("the read lag", () => {
  test("a new post is missing from lists and 100/33 by id until the lag is over", async () => {
    probe.facebook.setReadLag(20_000);
    const { body } = await probe.publish("Appena nato");
    expect(texts((await list({ limit: "1", fields: "message" })).body)).not.toContain("Appena nato");
    const byId = await probe.get(`/${body.id}`);
    expect(byId.body.error).toMatchObject({ code: 100, error_subcode: 33 });
    now += 20_001;
    expect(texts((await list({ limit: "1", fields: "message" })).body)).toEqual(["Appena nato"]);
    expect((await probe.get(`/${body.id}`)).status).toBe(200);
    probe.facebook.setReadLag(0);
  });
});

test("reading the newest of 100,000 posts does not scan the rest", async () => {
  const page = probe.facebook.world.pages.get("100000000000002");
  if (!page) throw new Error("no second Page");
  for (let number = 0; number < 100_000; number += 1) {
    if (number % 10 === 0) now += 1000;
    probe.facebook.world.createPost({
      page,
      appId: "138483919580948",
      message: `${number}`,
      published: true,
    });
  }
  const since = String(Math.floor(now / 1000) - 2);
  const start = performance.now();
  for (let round = 0; round < 20; round += 1) {
    const { body } = await probe.get(
      `/${page.id}/published_posts`,
      { since, limit: "25", fields: "id,message" },
      page.token,
    );
    expect(body.data).toHaveLength(25);
  }
  expect((performance.now() - start) / 20).toBeLessThan(25);
});
