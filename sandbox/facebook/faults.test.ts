import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { FAULT_MODES, type FaultMode } from "./faults.ts";
import { Probe } from "./probe.ts";

let probe: Probe;

beforeAll(async () => {
  probe = await Probe.start();
});
afterAll(() => probe.facebook.close());
beforeEach(() => {
  probe.facebook.reset();
});

const posts = (): number => probe.facebook.posts().length;
const lastTruth = () => probe.facebook.truth().at(-1);

describe("faults that act first", () => {
  test("lost-after: the post exists, not one byte is answered, the connection closes", async () => {
    probe.facebook.addFault({ mode: "lost-after" });
    expect(await probe.publishRaw("A")).toEqual({ text: "", closed: true });
    expect(posts()).toBe(1);
    expect(lastTruth()).toMatchObject({
      fault: "lost-after",
      did: { kind: "created" },
      answered: { kind: "lost" },
    });
  });

  test("error-2-after: 500, code 2, transient, and the post exists", async () => {
    probe.facebook.addFault({ mode: "error-2-after" });
    const { status, body } = await probe.publish("A");
    expect(status).toBe(500);
    expect(body.error).toMatchObject({ code: 2, type: "OAuthException", is_transient: true });
    expect(posts()).toBe(1);
  });

  test("error-1-99-after: code 1 subcode 99, and the post exists", async () => {
    probe.facebook.addFault({ mode: "error-1-99-after" });
    expect((await probe.publish("A")).body.error).toMatchObject({ code: 1, error_subcode: 99 });
    expect(posts()).toBe(1);
  });

  test("html-502-after: a proxy's page, and the post exists", async () => {
    probe.facebook.addFault({ mode: "html-502-after" });
    const { text } = await probe.publishRaw("A");
    expect(text).toMatch(/^HTTP\/1\.1 502 /);
    expect(text).toContain("<html>");
    expect(posts()).toBe(1);
  });

  test("truncated-after: half of the announced JSON, then the connection closes", async () => {
    probe.facebook.addFault({ mode: "truncated-after" });
    const { text, closed } = await probe.publishRaw("A");
    expect(closed).toBe(true);
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
    const [head = "", body = ""] = text.split("\r\n\r\n");
    expect(body.length).toBe(Math.ceil(Number(/content-length: (\d+)/i.exec(head)?.[1]) / 2));
    expect(() => JSON.parse(body)).toThrow();
    expect(posts()).toBe(1);
    expect(lastTruth()?.answered).toMatchObject({ truncated: true });
  });

  test("no-id-after: 200 with an empty object, and the post exists", async () => {
    probe.facebook.addFault({ mode: "no-id-after" });
    const { status, body } = await probe.publish("A");
    expect([status, body]).toEqual([200, {}]);
    expect(posts()).toBe(1);
  });

  test("a call that fails by itself gets its own error and does not use the fault up", async () => {
    probe.facebook.addFault({ mode: "error-2-after" });
    const { body } = await probe.post(`/${probe.page}/feed`);
    expect(body.error.code).toBe(100);
    expect(probe.facebook.faults()).toMatchObject([{ mode: "error-2-after", remaining: 1, met: 0 }]);
  });
});

describe("faults that do nothing", () => {
  test("lost-before: no post, no byte", async () => {
    probe.facebook.addFault({ mode: "lost-before" });
    expect(await probe.publishRaw("A")).toEqual({ text: "", closed: true });
    expect(posts()).toBe(0);
  });

  test.each([
    ["unavailable", 503, { code: 2, is_transient: true }],
    ["rate-limit-32", 403, { code: 32, message: "(#32) Page request limit reached" }],
    ["rate-limit-80001", 400, { code: 80001 }],
    ["app-limit-4", 403, { code: 4, is_transient: true, message: "(#4) Application request limit reached" }],
    ["permission-lost", 403, { code: 200 }],
    ["blocked-368", 400, { code: 368, error_subcode: 1390008 }],
    ["invalid-100-trace-490", 400, { code: 100 }],
    ["scrape-failed", 400, { code: 100, error_subcode: 1609005 }],
    ["token-expired", 400, { code: 190, error_subcode: 463 }],
    ["token-password", 400, { code: 190, error_subcode: 460 }],
  ] as const)("%s: HTTP %i and no post", async (mode, status, error) => {
    probe.facebook.addFault({ mode, regainMinutes: 0.01 });
    const reply = await probe.publish("A");
    expect(reply.status).toBe(status);
    expect(reply.body.error).toMatchObject(error);
    expect(posts()).toBe(0);
    probe.facebook.clearFaults();
    expect((await probe.publish("A")).status).toBe(200);
  });

  test("html-502: a proxy's page and no post", async () => {
    probe.facebook.addFault({ mode: "html-502" });
    expect((await probe.publishRaw("A")).text).toContain("502 Bad Gateway");
    expect(posts()).toBe(0);
  });

  test("the trace id of invalid-100-trace-490 contains 490", async () => {
    probe.facebook.addFault({ mode: "invalid-100-trace-490" });
    expect((await probe.publish("A")).body.error.fbtrace_id).toContain("490");
  });
});

describe("slow and held calls", () => {
  test("slow acts before the wait, slow-before after it, even when the caller has gone", async () => {
    probe.facebook.addFault({ mode: "slow", delayMs: 120 });
    const slow = probe.publish("A");
    await sleep(60);
    expect(posts()).toBe(1);
    expect((await slow).status).toBe(200);

    probe.facebook.addFault({ mode: "slow-before", delayMs: 250 });
    expect(await probe.publishRaw("B", 80)).toEqual({ text: "", closed: false });
    expect(posts()).toBe(1);
    await sleep(250);
    expect(posts()).toBe(2);
    expect(lastTruth()?.answered).toEqual({ kind: "gone" });
  });

  test("hold waits before acting, hold-after after it, both until released", async () => {
    probe.facebook.addFault({ mode: "hold" });
    const held = probe.publish("A");
    await expect.poll(() => probe.facebook.held()).toBe(1);
    expect(posts()).toBe(0);
    expect((await probe.admin("POST", "faults/release")).body).toEqual({ released: 1 });
    expect((await held).status).toBe(200);

    probe.facebook.addFault({ mode: "hold-after" });
    const heldAfter = probe.publish("B");
    await expect.poll(() => probe.facebook.held()).toBe(1);
    expect(posts()).toBe(2);
    probe.facebook.release();
    expect((await heldAfter).status).toBe(200);
  });

  test("closing ends held calls without letting them act", async () => {
    const other = await Probe.start();
    other.facebook.addFault({ mode: "hold" });
    const held = other.publish("A").catch((error: unknown) => error);
    await expect.poll(() => other.facebook.held()).toBe(1);
    await other.facebook.close();
    expect(await held).toBeInstanceOf(Error);
    expect(other.facebook.posts()).toHaveLength(0);
  });
});

describe("which calls meet a fault", () => {
  test("times counts the calls, forever does not end, clearing ends all", async () => {
    probe.facebook.addFault({ mode: "unavailable", times: 2 });
    expect(
      [await probe.publish("A"), await probe.publish("A"), await probe.publish("A")].map((r) => r.status),
    ).toEqual([503, 503, 200]);
    probe.facebook.addFault({ mode: "unavailable", times: "forever" });
    for (let round = 0; round < 5; round += 1) expect((await probe.publish("B")).status).toBe(503);
    probe.facebook.clearFaults();
    expect((await probe.publish("B")).status).toBe(200);
  });

  test("an edge, a method and a Page narrow it down", async () => {
    probe.facebook.addFault({ mode: "unavailable", edge: "published_posts", times: "forever" });
    expect((await probe.publish("A")).status).toBe(200);
    expect((await probe.get(`/${probe.page}/published_posts`)).status).toBe(503);
    probe.facebook.clearFaults();
    probe.facebook.addFault({ mode: "unavailable", edge: "*", pageId: "100000000000002", times: "forever" });
    expect((await probe.get(`/${probe.page}/published_posts`)).status).toBe(200);
    expect((await probe.get("/me", {}, probe.facebook.seed.secondPageToken)).status).toBe(503);
    probe.facebook.clearFaults();
    const { body } = await probe.publish("B");
    probe.facebook.addFault({ mode: "lost-after", edge: "post", method: "DELETE" });
    await expect(probe.remove(`/${body.id}`)).rejects.toThrow();
    expect(lastTruth()).toMatchObject({
      did: { kind: "deleted", postId: body.id },
      answered: { kind: "lost" },
    });
  });

  test("read-lag hides new posts from as many reads as it says", async () => {
    const { body } = await probe.publish("A");
    probe.facebook.addFault({ mode: "read-lag", delayMs: 60_000, times: 2 });
    expect((await probe.get(`/${probe.page}/published_posts`)).body.data).toEqual([]);
    expect((await probe.get(`/${body.id}`)).body.error.error_subcode).toBe(33);
    expect((await probe.get(`/${probe.page}/published_posts`)).body.data).toHaveLength(1);
  });

  test("a lost permission shows in debug_token and me/permissions while it is on", async () => {
    probe.facebook.addFault({ mode: "permission-lost", times: "forever" });
    const app = "138483919580948|0123456789abcdef0123456789abcdef";
    const { body } = await probe.get("/debug_token", { input_token: probe.facebook.seed.pageToken }, app);
    expect((body.data as unknown as { scopes: string[] }).scopes).not.toContain("pages_manage_posts");
    const permissions = await probe.get("/me/permissions", {}, probe.facebook.seed.userToken);
    expect(permissions.body.data).toContainEqual({ permission: "pages_manage_posts", status: "declined" });
  });
});

describe("limits", () => {
  test("a throttled Page turns every call away until the announced time is over; other Pages go on", async () => {
    probe.facebook.addFault({ mode: "rate-limit-80001", regainMinutes: 0.005 });
    const first = await probe.publish("A");
    const usage = JSON.parse(first.headers.get("x-business-use-case-usage") ?? "{}");
    expect(usage[probe.page][0]).toMatchObject({
      type: "pages",
      call_count: 100,
      estimated_time_to_regain_access: 0.005,
    });
    expect((await probe.get(`/${probe.page}/published_posts`)).body.error.code).toBe(80001);
    expect((await probe.get("/me", {}, probe.facebook.seed.secondPageToken)).status).toBe(200);
    await sleep(320);
    expect((await probe.publish("A")).status).toBe(200);
  });

  test("an allowance of calls raises the usage header and ends in 80001", async () => {
    const limited = await Probe.start({ pageLimit: { calls: 4, windowMs: 60_000, regainMinutes: 0.002 } });
    const shares: number[] = [];
    for (let number = 0; number < 4; number += 1) {
      const { headers } = await limited.publish(`${number}`);
      shares.push(JSON.parse(headers.get("x-business-use-case-usage") ?? "{}")[limited.page][0].call_count);
    }
    expect(shares).toEqual([25, 50, 75, 100]);
    expect((await limited.publish("di troppo")).body.error.code).toBe(80001);
    await sleep(150);
    expect((await limited.publish("di nuovo")).status).toBe(200);
    await limited.facebook.close();
  });

  test("the application limit comes with the app's own header", async () => {
    probe.facebook.addFault({ mode: "app-limit-4", regainMinutes: 0.01 });
    const { headers } = await probe.publish("A");
    expect(JSON.parse(headers.get("x-app-usage") ?? "{}").call_count).toBe(100);
  });
});

describe("the truth log", () => {
  test("tells received, acted and answered in this order, the post existing from acted on", async () => {
    const seen: string[] = [];
    const note = (step: string) => () => seen.push(`${step} ${posts()}`);
    const [received, acted, answered] = [note("received"), note("acted"), note("answered")];
    probe.facebook.on("received", received).on("acted", acted).on("answered", answered);
    await probe.publish("A");
    await expect.poll(() => seen).toEqual(["received 0", "acted 1", "answered 1"]);
    probe.facebook.off("received", received).off("acted", acted).off("answered", answered);
  });

  test("keeps method, edge, Page, app, deed and answer, and no token", async () => {
    const { body } = await probe.publish("A", { link: "http://example.it/1" });
    await expect.poll(() => lastTruth()?.answered).toBeDefined();
    expect(lastTruth()).toMatchObject({
      method: "POST",
      edge: "feed",
      path: `/v25.0/${probe.page}/feed`,
      pageId: probe.page,
      appId: "138483919580948",
      message: "A",
      link: "http://example.it/1",
      did: { kind: "created", postId: body.id },
      answered: { kind: "answered", status: 200 },
    });
    expect(JSON.stringify(probe.facebook.truth())).not.toContain("EAAsim");
  });
});

test("every mode can be switched on from the admin address", async () => {
  for (const mode of FAULT_MODES satisfies readonly FaultMode[]) {
    const { status, body } = await probe.admin("POST", "faults", { mode, times: 3 });
    expect([status, body.mode]).toEqual([200, mode]);
  }
  const { body } = await probe.admin("GET", "state");
  expect(body.faults).toHaveLength(FAULT_MODES.length);
  await probe.admin("DELETE", "faults");
  expect(probe.facebook.faults()).toEqual([]);
  expect(probe.facebook.tokenState(probe.facebook.seed.pageToken)).toBe("valid");
});
