import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startFacebook } from "./index.ts";
import { Probe } from "./probe.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "facebook-sandbox-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("the journal", () => {
  test("a restart shows the same posts, without those deleted, and gives no id twice", async () => {
    const dataFile = join(folder, "deep", "wall.jsonl");
    const first = await Probe.start({ dataFile });
    const { body: kept } = await first.publish("Resta", { link: "http://example.it/1" });
    await first.post(`/${kept.id}`, { message: "Resta, corretto" });
    const { body: gone } = await first.publish("Va via");
    await first.remove(`/${gone.id}`);
    const before = first.facebook.posts();
    await first.facebook.close();
    // As if the process had been killed in the middle of a line.
    await appendFile(dataFile, '{"did":"created","po');

    for (let restart = 0; restart < 2; restart += 1) {
      const again = await Probe.start({ dataFile });
      expect(again.facebook.posts()).toEqual(before);
      await again.facebook.close();
    }
    const last = await Probe.start({ dataFile });
    const { body: next } = await last.publish("Nuovo");
    expect(next.id).not.toBe(gone.id);
    await last.facebook.close();
    expect((await readFile(dataFile, "utf8")).split("\n").length).toBeLessThan(6);
  });
});

describe("starting", () => {
  test("many Pages can be seeded, each with its own token", async () => {
    const pages = Array.from({ length: 50 }, (_, index) => ({ name: `Ente ${index}` }));
    const probe = await Probe.start({ pages });
    const seeded = [...probe.facebook.world.pages.values()].slice(2);
    expect(new Set(seeded.map((page) => page.token)).size).toBe(50);
    const replies = await Promise.all(
      seeded.map((page) => probe.post(`/${page.id}/feed`, { message: "Ciao" }, page.token)),
    );
    expect(replies.every((reply) => reply.status === 200)).toBe(true);
    const { body } = await probe.get("/me/accounts", { limit: "40" }, probe.facebook.seed.userToken);
    expect(body.data).toHaveLength(40);
    const rest = (await (await fetch(body.paging?.next ?? "")).json()) as { data: unknown[]; paging: object };
    expect(rest.data).toHaveLength(12);
    expect(rest.paging).not.toHaveProperty("next");
    await probe.facebook.close();
  });

  test("it binds to this machine only, and a taken port is an error", async () => {
    await expect(startFacebook({ host: "0.0.0.0" })).rejects.toThrow("loopback");
    const one = await startFacebook();
    await expect(startFacebook({ port: Number(new URL(one.origin).port) })).rejects.toThrow("EADDRINUSE");
    await one.close();
  });
});

describe("batch", () => {
  test("runs up to 50 operations in order; the failure of one does not stop the others", async () => {
    const probe = await Probe.start();
    const batch = JSON.stringify([
      { method: "POST", relative_url: `${probe.page}/feed`, body: "message=Uno" },
      { method: "GET", relative_url: "999" },
      { method: "GET", relative_url: `${probe.page}/published_posts?fields=message` },
    ]);
    const { body } = await probe.post("/", { batch, include_headers: "false" });
    const answers = body as unknown as { code: number; body: string }[];
    expect(answers.map((answer) => answer.code)).toEqual([200, 400, 200]);
    expect(JSON.parse(answers[2]?.body ?? "").data).toMatchObject([{ message: "Uno" }]);
    expect(probe.facebook.truth().map((entry) => entry.edge)).toEqual([
      "batch",
      "feed",
      "page",
      "published_posts",
    ]);
    const long = JSON.stringify(Array.from({ length: 51 }, () => ({ relative_url: "me" })));
    expect((await probe.post("/", { batch: long })).body.error.code).toBe(100);
    await probe.facebook.close();
  });
});

describe("the admin addresses", () => {
  test("state, truth, tokens, lag and reset are there, mistakes are named", async () => {
    const probe = await Probe.start();
    await probe.publish("Ciao");
    expect(
      (await probe.admin("POST", "tokens/expire", { pageId: probe.page, end: "checkpoint" })).status,
    ).toBe(200);
    const state = (await probe.admin("GET", "state")).body as { tokens: { value: string; state: string }[] };
    expect(state.tokens.find((token) => token.value === probe.facebook.seed.pageToken)?.state).toBe(
      "checkpoint",
    );
    await probe.admin("POST", "tokens/restore", {});
    expect((await probe.admin("POST", "read-lag", { ms: 1500 })).body).toEqual({ readLagMs: 1500 });
    expect((await probe.admin("GET", "truth")).body).toMatchObject({
      entries: [{ edge: "feed" }],
      posts: [{ message: "Ciao" }],
    });
    expect((await probe.admin("POST", "faults", { mode: "fulmine" })).status).toBe(400);
    expect((await probe.admin("POST", "faults", { mode: "slow", times: -1 })).status).toBe(400);
    expect((await probe.admin("GET", "altro")).status).toBe(404);
    await probe.admin("POST", "reset", {});
    expect(probe.facebook.posts()).toEqual([]);
    await probe.facebook.close();
  });

  test("a page of another site and a borrowed name are refused", async () => {
    const probe = await Probe.start();
    const port = new URL(probe.facebook.origin).port;
    const status = (headers: Record<string, string>): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        request({ host: "127.0.0.1", port, path: "/_sandbox/reset", method: "POST", headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on("error", reject)
          .end();
      });
    expect(await status({ origin: "http://altrove.example" })).toBe(403);
    expect(await status({ "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await status({ host: `altrove.example:${port}` })).toBe(403);
    expect(await status({})).toBe(200);
    await probe.facebook.close();
  });
});
