import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Probe } from "../probe.ts";
import { personByKey } from "./people.ts";

let probe: Probe;
let post: string;

beforeAll(async () => {
  probe = await Probe.start();
});
afterAll(() => probe.facebook.close());
beforeEach(async () => {
  probe.facebook.reset();
  post = (await probe.publish("Offerta")).body.id;
});

function comment(key: string, message: string, parentId?: string) {
  const authorId = personByKey(key)?.id ?? "";
  return probe.facebook.world.community.addComment({
    pageId: probe.page,
    postId: post,
    authorId,
    message,
    parentId,
  });
}

const texts = (data: Record<string, unknown>[]) => data.map(({ message }) => message);

describe("comments", () => {
  test("stand on two levels: toplevel by default, stream flat, answers below their comment", async () => {
    const first = comment("anna", "Scade quando?");
    const { body: answer } = await probe.post(`/${first.id}/comments`, { message: "Il 30" });
    comment("luca", "Grazie", answer.id);
    comment("olena", "Part-time?");
    const list = (params: Record<string, string>) => probe.get(`/${post}/comments`, params);
    expect(texts((await list({})).body.data)).toEqual(["Scade quando?", "Part-time?"]);
    expect(texts((await list({ filter: "stream", order: "reverse_chronological" })).body.data)).toEqual([
      "Part-time?",
      "Grazie",
      "Il 30",
      "Scade quando?",
    ]);
    const below = await probe.get(`/${first.id}/comments`, {
      fields: "message,from,parent{id},application{id}",
    });
    expect(below.body.data).toEqual([
      {
        message: "Il 30",
        application: { id: probe.facebook.seed.app.id },
        from: { name: probe.facebook.seed.page.name, id: probe.page },
        parent: { id: first.id },
        id: answer.id,
      },
    ]);
    expect((await list({ filter: "stream", limit: "0", summary: "true" })).body.summary).toEqual({
      order: "chronological",
      total_count: 4,
      can_comment: true,
    });
  });

  test("are paged by cursors that survive additions, with the token in the address", async () => {
    for (let number = 1; number <= 5; number += 1) comment("anna", `${number}`);
    const first = (await probe.get(`/${post}/comments`, { limit: "2" })).body;
    expect(texts(first.data)).toEqual(["1", "2"]);
    comment("luca", "6");
    const next = (await (await fetch(first.paging?.next ?? "")).json()) as typeof first;
    expect(texts(next.data)).toEqual(["3", "4"]);
    const last = (await (await fetch(next.paging?.next ?? "")).json()) as typeof first;
    expect(texts(last.data)).toEqual(["5", "6"]);
    expect(last.paging?.next).toBeUndefined();
    expect((await probe.get(`/${post}/comments`, { after: "bm8" })).body.error.message).toContain(
      "The After Cursor specified exceeds the max limit",
    );
  });

  test("come as fields of a post, with order, limit and counts", async () => {
    comment("anna", "uno");
    comment("luca", "due");
    const fields =
      "comments.limit(1).order(reverse_chronological).summary(true){message,from{name}},reactions.limit(0).summary(total_count),shares";
    const { body } = await probe.get(`/${post}`, { fields });
    expect(body).toMatchObject({
      comments: {
        data: [{ message: "due", from: { name: "Luca Ferraris" } }],
        summary: { order: "reverse_chronological", total_count: 2 },
      },
      reactions: { data: [], summary: { total_count: 0 } },
    });
    expect((await probe.get(`/${post}`, { fields: "message.order(chronological)" })).status).toBe(501);
  });

  test("of others can be hidden, shown and removed, never edited; the Page's own the other way round", async () => {
    const { id } = comment("luca", "Che vergogna");
    expect((await probe.get(`/${id}`, { fields: "can_hide,can_remove,is_hidden" })).body).toMatchObject({
      can_hide: true,
      can_remove: true,
      is_hidden: false,
    });
    await probe.post(`/${id}`, { is_hidden: "true" });
    expect((await probe.get(`/${id}`, { fields: "is_hidden" })).body.is_hidden).toBe(true);
    expect((await probe.post(`/${id}`, { message: "Che bello" })).body.error.code).toBe(200);
    const own = (await probe.post(`/${post}/comments`, { message: "Errore" })).body.id;
    expect((await probe.post(`/${own}`, { message: "Corretto" })).body).toEqual({ success: true });
    expect((await probe.post(`/${own}`, { is_hidden: "true" })).body.error.code).toBe(100);
    expect((await probe.remove(`/${id}`)).body).toEqual({ success: true });
    expect((await probe.remove(`/${id}`)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
  });

  test("show no names without Advanced Access, but for people with a role on the app", async () => {
    comment("anna", "Pubblico");
    comment("tommaso", "Collaudo");
    const app = probe.facebook.world.apps.get(probe.facebook.seed.app.id);
    if (!app) throw new Error("no app");
    app.advancedAccess = ["pages_messaging"];
    const { body } = await probe.get(`/${post}/comments`);
    app.advancedAccess = "all";
    expect(body.data[0]).not.toHaveProperty("from");
    expect(body.data[0]?.message).toBe("Pubblico");
    expect(body.data[1]?.from).toMatchObject({ name: "Tommaso Collaudo" });
  });

  test("need a Page token, the permission and the task", async () => {
    const { id } = comment("anna", "Info?");
    const { userToken, app } = probe.facebook.seed;
    expect((await probe.post(`/${id}/comments`, { message: "No" }, userToken)).body.error.error_subcode).toBe(
      2069032,
    );
    const seed = { kind: "PAGE", appId: app.id, userId: "10100000000000001", pageId: probe.page } as const;
    probe.facebook.addToken({ ...seed, value: "EAAsolopost", scopes: new Set(["pages_manage_posts"]) });
    expect((await probe.post(`/${id}/comments`, { message: "No" }, "EAAsolopost")).body.error).toMatchObject({
      code: 200,
      message: "(#200) Requires pages_manage_engagement permission to manage the object.",
    });
    expect((await probe.get(`/${post}/comments`, {}, "EAAsolopost")).body.error.code).toBe(10);
    const page = probe.facebook.world.pages.get(probe.page);
    if (!page) throw new Error("no Page");
    probe.facebook.addToken({ ...seed, value: "EAAredattore", userId: "10100000000000055" });
    probe.facebook.world.setTasks(page, "10100000000000055", ["CREATE_CONTENT"]);
    expect((await probe.post(`/${page.id}/feed`, { message: "Posso" }, "EAAredattore")).status).toBe(200);
    expect((await probe.remove(`/${id}`, "EAAredattore")).body.error.code).toBe(200);
  });

  test("meet faults by the edges comments and comment, and the read lag", async () => {
    const { id } = comment("anna", "Info?");
    probe.facebook.addFault({ mode: "lost-after", edge: "comments" });
    await expect(probe.post(`/${id}/comments`, { message: "Uscito" })).rejects.toThrow();
    probe.facebook.addFault({ mode: "error-1-99-after", edge: "comment" });
    expect((await probe.post(`/${id}`, { is_hidden: "true" })).body.error).toMatchObject({ code: 1 });
    const did = probe.facebook.truth().map((entry) => entry.did.kind);
    expect(did.slice(-2)).toEqual(["commented", "moderated"]);
    expect(texts((await probe.get(`/${id}/comments`)).body.data)).toEqual(["Uscito"]);
    probe.facebook.setReadLag(60_000);
    expect((await probe.get(`/${id}`)).body.error.error_subcode).toBe(33);
  });
});

describe("reactions", () => {
  test("are one for each person, summed up, and the Page likes as itself", async () => {
    const { community } = probe.facebook.world;
    const about = { pageId: probe.page, postId: post };
    community.react(about, personByKey("anna")?.id ?? "", "LOVE");
    community.react(about, personByKey("anna")?.id ?? "", "CARE");
    community.react(about, personByKey("luca")?.id ?? "", "HAHA");
    expect((await probe.post(`/${post}/likes`)).body).toEqual({ success: true });
    const { body } = await probe.get(`/${post}/reactions`, { summary: "total_count,viewer_reaction" });
    expect(body.summary).toEqual({ total_count: 3, viewer_reaction: "LIKE" });
    expect(body.data[2]).toEqual({ id: "7000000010000001", name: "Anna Bianchi", type: "CARE" });
    expect((await probe.get(`/${post}/reactions`, { type: "HAHA" })).body.data).toHaveLength(1);
    expect((await probe.get(`/${post}/reactions`, { type: "BLEAH" })).body.error.code).toBe(100);
    await probe.remove(`/${post}/likes`);
    expect((await probe.get(`/${post}/likes`)).body.data).toEqual([]);
  });
});

test("visitors' posts are in the feed, not among the Page's own, and do not count for 506", async () => {
  const page = probe.facebook.world.pages.get(probe.page);
  if (!page) throw new Error("no Page");
  const authorId = personByKey("giorgio")?.id;
  const own = await probe.publish("Ripetuto");
  probe.facebook.world.createPost({ page, appId: "", authorId, message: "Ho 58 anni", published: true });
  const ids = async (edge: string) => texts((await probe.get(`/${page.id}/${edge}`)).body.data);
  expect(await ids("feed")).toEqual(["Ho 58 anni", "Ripetuto", "Offerta"]);
  expect(await ids("published_posts")).toEqual(["Ripetuto", "Offerta"]);
  expect(await ids("visitor_posts")).toEqual(["Ho 58 anni"]);
  expect((await probe.publish("Ripetuto")).body.error.code).toBe(506);
  expect(own.status).toBe(200);
});

test("a comment takes an unpublished photo, once, and keeps it beyond its day", async () => {
  const { world } = probe.facebook;
  const photo = world.library.addPhoto({
    pageId: probe.page,
    appId: probe.facebook.seed.app.id,
    bytes: Buffer.from("x"),
    type: "image/png",
    width: 10,
    height: 10,
    published: false,
    temporary: false,
  });
  const { body } = await probe.post(`/${post}/comments`, {
    attachment_id: photo.id,
    fields: "attachment{media}",
  });
  expect(body.attachment).toMatchObject({ type: "photo", url: expect.stringContaining(photo.id) });
  expect((await probe.post(`/${post}/comments`, { attachment_id: photo.id })).body.error.code).toBe(100);
  probe.facebook.advance(25 * 3_600_000);
  expect(world.library.photos.has(photo.id)).toBe(true);
  const form = new FormData();
  form.set("access_token", probe.facebook.seed.pageToken);
  form.set("source", new Blob(["x"]), "a.png");
  const address = `${probe.facebook.origin}/v25.0/${post}/comments`;
  expect((await fetch(address, { method: "POST", body: form })).status).toBe(501);
});
