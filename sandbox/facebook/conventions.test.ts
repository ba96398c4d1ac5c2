import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { samplePicture } from "./media/samples.ts";
import { Probe } from "./probe.ts";

let probe: Probe;
beforeAll(async () => {
  probe = await Probe.start({ origins: { graph: "https://graph.facebook.test" } });
});
afterAll(() => probe.facebook.close());
beforeEach(() => {
  probe.facebook.reset();
});

type Answers = ({ code: number; body: string } | null)[];
const batch = async (operations: unknown[], from = probe): Promise<Answers> =>
  (await from.post("/", { batch: JSON.stringify(operations), include_headers: "false" }))
    .body as unknown as Answers;
const told = (answers: Answers, at: number) => JSON.parse(answers[at]?.body ?? "null");

describe("several objects at once", () => {
  test("ids brings a map, also of an edge; one bad id fails all", async () => {
    const [one, two] = [await probe.publish("Uno"), await probe.publish("Due")];
    const { body } = await probe.get("/", { ids: `${one.body.id},${two.body.id}`, fields: "message" });
    expect(body).toEqual({
      [one.body.id]: { message: "Uno", id: one.body.id },
      [two.body.id]: { message: "Due", id: two.body.id },
    });
    const edge = await probe.get("/published_posts", { ids: probe.page, fields: "message" });
    expect(edge.body[probe.page]).toMatchObject({ data: [{ message: "Due" }, { message: "Uno" }] });
    const bad = await probe.get("/", { ids: `${one.body.id},nessuno` });
    expect(bad.body.error.code).toBe(803);
  });
});

describe("ETags", () => {
  test("an answer the caller has is 304; another program or another token gets another tag", async () => {
    const { body } = await probe.publish("Sempre uguale");
    const ask = (agent: string, token = probe.facebook.seed.pageToken, tag = "") =>
      fetch(`${probe.facebook.origin}/v25.0/${body.id}?access_token=${token}`, {
        headers: { "user-agent": agent, ...(tag ? { "if-none-match": tag } : {}) },
      });
    const tag = (await ask("a")).headers.get("etag") ?? "";
    const again = await ask("a", undefined, tag);
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect((await ask("b", undefined, tag)).status).toBe(200);
    expect((await ask("a", probe.facebook.seed.userToken, tag)).status).toBe(200);
    await probe.post(`/${body.id}`, { message: "Cambiato" });
    expect((await ask("a", undefined, tag)).status).toBe(200);
  });
});

describe("debug", () => {
  test("adds messages to the answer, a warning where another version answered", async () => {
    const { body } = await probe.publish("Ciao", { debug: "all" });
    expect(body.__debug__).toEqual({ messages: [] });
    const old = await fetch(
      `${probe.facebook.origin}/v3.2/${body.id}?debug=warning&access_token=${probe.facebook.seed.pageToken}`,
    );
    expect(await old.json()).toMatchObject({ __debug__: { messages: [{ type: "warning" }] } });
    expect((await probe.get(`/${body.id}`, { metadata: "1" })).status).toBe(501);
  });
});

describe("dependent operations of a batch", () => {
  test("results are put in place; what only others wanted is left out of the answer", async () => {
    const answers = await batch([
      { method: "POST", name: "p", relative_url: `${probe.page}/feed`, body: "message=Uno" },
      { method: "GET", relative_url: "{result=p:$.id}?fields=message" },
      { method: "GET", name: "all", relative_url: `${probe.page}/posts`, omit_response_on_success: false },
      { method: "GET", relative_url: "?ids={result=all:$.data.*.id}&fields=message" },
    ]);
    expect(answers.map((answer) => answer?.code ?? null)).toEqual([null, 200, 200, 200]);
    expect(told(answers, 1).message).toBe("Uno");
    expect(Object.values(told(answers, 3))).toMatchObject([{ message: "Uno" }]);
  });

  test("what needs a failed one is not done, the rest is", async () => {
    const answers = await batch([
      { method: "POST", name: "p", relative_url: `${probe.page}/feed` },
      { method: "DELETE", relative_url: "{result=p:$.id}" },
      { method: "POST", relative_url: `${probe.page}/feed`, body: "message=Comunque" },
      { method: "GET", relative_url: "me", depends_on: "p" },
    ]);
    expect(answers.map((answer) => answer?.code)).toEqual([400, 424, 200, 424]);
  });

  test("files are handed to the operation that names them", async () => {
    const operations = [
      {
        method: "POST",
        name: "a",
        relative_url: `${probe.page}/photos`,
        body: "published=false",
        attached_files: "f1",
      },
      {
        method: "POST",
        relative_url: `${probe.page}/feed`,
        body: `message=Album&attached_media=${encodeURIComponent('[{"media_fbid":"{result=a:$.id}"}]')}`,
      },
    ];
    await probe.send("/", { batch: JSON.stringify(operations), f1: samplePicture(20, 20) });
    expect(probe.facebook.posts()).toMatchObject([{ message: "Album", photos: [expect.any(String)] }]);
  });

  test("what time runs out for is null, and may have been done all the same", async () => {
    let answer: (() => void) | undefined;
    const slow = createServer((_request, response) => {
      answer = () => response.end(samplePicture(20, 20));
    });
    await new Promise<void>((done) => slow.listen(0, "127.0.0.1", done));
    const hurried = await Probe.start({ batchBudgetMs: 150 });
    const url = `http://127.0.0.1:${(slow.address() as AddressInfo).port}/a.png`;
    const answers = await batch(
      [
        { method: "POST", relative_url: `${hurried.page}/feed`, body: "message=Presto" },
        { method: "POST", relative_url: `${hurried.page}/photos`, body: `url=${encodeURIComponent(url)}` },
        { method: "POST", relative_url: `${hurried.page}/feed`, body: "message=Mai" },
      ],
      hurried,
    );
    expect(answers.map((one) => one?.code ?? null)).toEqual([200, null, null]);
    expect(hurried.facebook.posts()).toHaveLength(1);
    answer?.();
    await expect.poll(() => hurried.facebook.posts().length).toBe(2);
    await hurried.facebook.close();
    slow.close();
  });
});

describe("time and addresses", () => {
  test("the clock moves tokens too, from tests and from its address", async () => {
    const inAnHour = probe.facebook.advance(0) + 3_600_000;
    probe.facebook.addToken({
      value: "EAAsimshort",
      kind: "PAGE",
      appId: probe.facebook.seed.app.id,
      userId: "10100000000000001",
      pageId: probe.page,
      expiresAt: inAnHour,
    });
    expect((await probe.get("/me", {}, "EAAsimshort")).status).toBe(200);
    const { body } = await probe.admin("POST", "clock", { advanceSeconds: 3600 });
    expect(Date.parse(String(body.now))).toBeGreaterThanOrEqual(inAnHour);
    expect((await probe.get("/me", {}, "EAAsimshort")).body.error).toMatchObject({
      code: 190,
      error_subcode: 463,
    });
    expect((await probe.admin("POST", "clock", { advanceSeconds: -1 })).status).toBe(400);
  });

  test("paging leads to the graph origin that was set", async () => {
    await probe.publish("Uno");
    await probe.publish("Due");
    const { body } = await probe.get(`/${probe.page}/posts`, { limit: "1" });
    expect(body.paging?.next).toContain(`https://graph.facebook.test/v25.0/${probe.page}/posts?`);
  });
});
