import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Probe } from "./probe.ts";

let probe: Probe;
let now = Date.UTC(2026, 10, 22, 10, 0, 0, 700);

beforeAll(async () => {
  probe = await Probe.start({ now: () => now });
});
afterAll(() => probe.facebook.close());
beforeEach(() => {
  probe.facebook.reset();
});

describe("publishing on a Page", () => {
  test("a post gets the id {page}_{post}, too long for a JavaScript number", async () => {
    const { status, body } = await probe.publish("Ciao");
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(["id"]);
    expect(body.id).toMatch(new RegExp(`^${probe.page}_\\d{18}$`));
    expect(Number.isSafeInteger(Number(body.id.split("_")[1]))).toBe(false);
  });

  test("fields on the POST bring the object itself, times in whole seconds", async () => {
    const { body } = await probe.publish("Ciao", { fields: "created_time,is_published,status_type" });
    expect(body).toEqual({
      created_time: "2026-11-22T10:00:00+0000",
      is_published: true,
      status_type: "mobile_status_update",
      id: body.id,
    });
    const unix = await probe.get(`/${body.id}`, { fields: "created_time", date_format: "U" });
    expect(unix.body.created_time).toBe(Math.floor(now / 1000));
  });

  test("the identical post right after is refused with 506, and a different one in between defeats that", async () => {
    await probe.publish("Uguale");
    const second = await probe.publish("Uguale");
    expect(second.status).toBe(400);
    expect(second.body.error).toMatchObject({
      code: 506,
      error_subcode: 1455006,
      type: "FacebookApiException",
    });
    await probe.publish("Diverso");
    expect((await probe.publish("Uguale")).status).toBe(200);
    expect((await probe.publish("Uguale", { link: "http://example.it/" })).status).toBe(200);
    now += 25 * 3_600_000;
    expect((await probe.publish("Uguale", { link: "http://example.it/" })).status).toBe(200);
  });

  test("two identical posts at the same moment give one post and one 506", async () => {
    const both = await Promise.all([probe.publish("Insieme"), probe.publish("Insieme")]);
    expect(both.map((reply) => reply.status).sort()).toEqual([200, 400]);
    expect(probe.facebook.posts()).toHaveLength(1);
  });

  test("without message and link there is nothing to publish", async () => {
    const { status, body } = await probe.post(`/${probe.page}/feed`);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: 100, type: "OAuthException" });
  });

  test("an unpublished post is in /feed only and not on the wall", async () => {
    const { body } = await probe.publish("Bozza", { published: "false" });
    const fields = { fields: "id,is_published" };
    expect((await probe.get(`/${probe.page}/published_posts`, fields)).body.data).toEqual([]);
    expect((await probe.get(`/${probe.page}/feed`, fields)).body.data).toEqual([
      { id: body.id, is_published: false },
    ]);
    expect(probe.facebook.visiblePosts(probe.page)).toEqual([]);
  });

  test("unknown parameters are ignored, known ones that would change the post answer 501", async () => {
    expect((await probe.publish("Con parametro", { colore: "blu" })).status).toBe(200);
    const targeted = await probe.publish("Solo qui", { targeting: '{"age_min":18}' });
    expect(targeted.status).toBe(501);
    expect(targeted.body.error.message).toContain("not imitated here");
    expect(probe.facebook.posts()).toHaveLength(1);
  });

  test("an unknown field is refused by its name before anything is published", async () => {
    const { body } = await probe.publish("Ciao", { fields: "id,colore" });
    expect(body.error.message).toBe("(#100) Tried accessing nonexisting field (colore) on node type (Post)");
    expect(probe.facebook.posts()).toHaveLength(0);
  });

  test("JSON bodies and a token in the header are as good as a form", async () => {
    const response = await fetch(`${probe.facebook.origin}/v25.0/${probe.page}/feed`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${probe.facebook.seed.pageToken}`,
      },
      body: JSON.stringify({ message: "Da JSON", published: true }),
    });
    expect(response.status).toBe(200);
    expect(probe.facebook.posts()[0]?.message).toBe("Da JSON");
  });

  test("a body that is no JSON object, a form of another kind and a huge one are answered, not taken", async () => {
    const send = (type: string, body: string): Promise<Response> =>
      fetch(`${probe.facebook.origin}/v25.0/${probe.page}/feed`, {
        method: "POST",
        headers: { "content-type": type },
        body,
      });
    expect((await send("application/json", "[1")).status).toBe(400);
    expect(probe.facebook.truth()).toMatchObject([{ edge: "unreadable", did: { kind: "nothing" } }]);
    expect((await send("text/xml", "<message/>")).status).toBe(501);
    expect((await send("multipart/form-data; boundary=x", "--x\r\ncut")).status).toBe(400);
    expect((await send("application/x-www-form-urlencoded", "a".repeat(10_000_001))).status).toBe(413);
  });
});

describe("editing and deleting", () => {
  test("the text can be changed, the link cannot", async () => {
    const { body } = await probe.publish("Scade il 30", { link: "http://example.it/1" });
    now += 5000;
    expect((await probe.post(`/${body.id}`, { message: "Prorogata al 15" })).body).toEqual({ success: true });
    expect((await probe.post(`/${body.id}`, { link: "http://example.it/2" })).body.error.code).toBe(100);
    const { body: after } = await probe.get(`/${body.id}`, {
      fields: "message,created_time,updated_time,attachments{unshimmed_url}",
    });
    expect(after.message).toBe("Prorogata al 15");
    expect(after.updated_time).not.toBe(after.created_time);
    expect(after.attachments).toEqual({ data: [{ unshimmed_url: "http://example.it/1" }] });
  });

  test("only the app that made a post may edit it", async () => {
    const { body } = await probe.publish("Nostro");
    const value = "EAAsimAltraApp";
    probe.facebook.addToken({
      value,
      kind: "PAGE",
      appId: "240000000000001",
      userId: "10100000000000001",
      pageId: probe.page,
    });
    const edit = await probe.post(`/${body.id}`, { message: "Loro" }, value);
    expect([edit.status, edit.body.error.code]).toEqual([403, 200]);
    expect(probe.facebook.posts()[0]?.message).toBe("Nostro");
  });

  test("the second deletion finds nothing: 100/33", async () => {
    const { body } = await probe.publish("Via");
    expect((await probe.remove(`/${body.id}`)).body).toEqual({ success: true });
    const second = await probe.remove(`/${body.id}`);
    expect(second.body.error).toMatchObject({ code: 100, error_subcode: 33, type: "GraphMethodException" });
  });

  test("method=delete on a POST deletes, as old clients do", async () => {
    const { body } = await probe.publish("Via");
    expect((await probe.post(`/${body.id}`, { method: "delete" })).body).toEqual({ success: true });
    expect(probe.facebook.posts()).toHaveLength(0);
  });
});
