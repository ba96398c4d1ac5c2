import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { samplePicture } from "./media/samples.ts";
import { Probe } from "./probe.ts";

let probe: Probe;
const HOUR_MS = 3_600_000;
const picture = samplePicture(40, 30);

const server = createServer((request, response) => {
  agents.push(request.headers["user-agent"] ?? "");
  if (request.url === "/carta.png") response.end(picture);
  else response.writeHead(404).end();
});
const agents: string[] = [];
let site = "";

beforeAll(async () => {
  probe = await Probe.start({ now: () => Date.UTC(2026, 10, 22, 10) });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await probe.facebook.close();
});
beforeEach(() => {
  probe.facebook.reset();
});

const unpublished = async (): Promise<string> =>
  (await probe.send(`/${probe.page}/photos`, { source: picture, published: "false" })).body.id;
const attach = (...ids: string[]): string => JSON.stringify(ids.map((media_fbid) => ({ media_fbid })));

describe("publishing a photo", () => {
  test("a file part becomes a post with caption, size and alternative text", async () => {
    const { status, body } = await probe.send(`/${probe.page}/photos`, {
      source: picture,
      caption: "Aperto!",
      alt_text_custom: "Un rettangolo verde",
    });
    expect(status).toBe(200);
    expect(body.post_id).toMatch(new RegExp(`^${probe.page}_\\d{18}$`));
    const photo = await probe.get(`/${body.id}`, {
      fields: "images,alt_text,alt_text_custom,name,page_story_id,link",
    });
    expect(photo.body).toMatchObject({
      images: [{ height: 30, width: 40 }],
      alt_text: "Un rettangolo verde",
      alt_text_custom: "Un rettangolo verde",
      name: "Aperto!",
      page_story_id: body.post_id,
    });
    const [image] = photo.body.images as { source: string }[];
    const served = await fetch(image?.source ?? "");
    expect(served.headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await served.arrayBuffer()).equals(picture)).toBe(true);
    const post = await probe.get(`/${body.post_id}`, {
      fields: "message,status_type,attachments{media_type,target},full_picture",
    });
    expect(post.body).toMatchObject({
      message: "Aperto!",
      status_type: "added_photos",
      full_picture: image?.source,
      attachments: { data: [{ media_type: "photo", target: { id: body.id } }] },
    });
  });

  test("a url is fetched under the crawler's name", async () => {
    const { body } = await probe.post(`/${probe.page}/photos`, { url: `${site}/carta.png` });
    expect(body.post_id).toBeDefined();
    expect(agents.at(-1)).toMatch(/^facebookexternalhit\/1\.1/);
  });

  test.each([
    ["a text called a picture", { source: Buffer.from("<svg/>") }],
    ["more than 10 MB", { source: Buffer.concat([picture, Buffer.alloc(10_000_000)]) }],
    ["no picture at all", {}],
    ["an address that answers 404", { url: "/nulla.png" }],
    ["no address", { url: "nulla" }],
  ])("%s is refused with 324", async (_what, parts: Record<string, string | Buffer>) => {
    const given = parts.url === "/nulla.png" ? { url: `${site}/nulla.png` } : parts;
    expect((await probe.send(`/${probe.page}/photos`, given)).body.error.code).toBe(324);
    expect(probe.facebook.posts()).toEqual([]);
  });

  test("an unpublished photo lives a day, is in no list, and is then gone", async () => {
    const id = await unpublished();
    expect((await probe.get(`/${id}`, { fields: "page_story_id" })).body).toEqual({ id });
    expect((await probe.get(`/${probe.page}/photos`, { type: "uploaded" })).body.data).toEqual([]);
    probe.facebook.advance(24 * HOUR_MS - 1000);
    expect((await probe.get(`/${id}`)).status).toBe(200);
    probe.facebook.advance(1000);
    expect((await probe.get(`/${id}`)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
    const late = await probe.publish("Tardi", { attached_media: attach(id) });
    expect(late.body.error.code).toBe(100);
  });

  test("published photos are listed under uploaded only, and go with their post", async () => {
    const { body } = await probe.send(`/${probe.page}/photos`, { source: picture });
    expect((await probe.get(`/${probe.page}/photos`)).body.data).toEqual([]);
    const uploaded = await probe.get(`/${probe.page}/photos`, {
      type: "uploaded",
      fields: "id,page_story_id",
    });
    expect(uploaded.body.data).toEqual([{ id: body.id, page_story_id: body.post_id }]);
    expect((await probe.remove(`/${body.post_id}`)).body.success).toBe(true);
    expect((await probe.get(`/${body.id}`)).status).toBe(400);
  });

  test("deleting the only photo of a post deletes the post", async () => {
    const { body } = await probe.send(`/${probe.page}/photos`, { source: picture });
    expect((await probe.remove(`/${body.id}`)).body).toEqual({ success: true });
    expect(probe.facebook.posts()).toEqual([]);
  });
});

describe("a post with several photos", () => {
  test.each([
    ["JSON", (ids: string[]): Record<string, string> => ({ attached_media: attach(...ids) })],
    [
      "indexed parameters",
      (ids: string[]): Record<string, string> =>
        Object.fromEntries(ids.map((id, at) => [`attached_media[${at}]`, `{"media_fbid":"${id}"}`])),
    ],
  ])("keeps their order, given as %s", async (_how, written) => {
    const ids = [await unpublished(), await unpublished(), await unpublished()].reverse();
    const { body } = await probe.publish("Tre", written(ids));
    const post = await probe.get(`/${body.id}`, {
      fields: "attachments{media_type,subattachments{target{id}}}",
    });
    expect(post.body.attachments).toMatchObject({
      data: [{ media_type: "album", subattachments: { data: ids.map((id) => ({ target: { id } })) } }],
    });
    probe.facebook.advance(48 * HOUR_MS);
    expect((await probe.get(`/${ids[0]}`)).status).toBe(200);
  });

  test("a photo named twice, used before, published before or of another Page is refused", async () => {
    const id = await unpublished();
    expect((await probe.publish("Due volte", { attached_media: attach(id, id) })).body.error.code).toBe(100);
    const { body } = await probe.send(`/${probe.page}/photos`, { source: picture });
    expect((await probe.publish("Già fuori", { attached_media: attach(body.id) })).body.error.code).toBe(100);
    expect((await probe.publish("Prima", { attached_media: attach(id) })).status).toBe(200);
    expect((await probe.publish("Seconda", { attached_media: attach(id) })).body.error.code).toBe(100);
    expect((await probe.publish("Nulla", { attached_media: "[]" })).body.error.code).toBe(100);
    expect(probe.facebook.posts()).toHaveLength(2);
  });
});

describe("posts that wait", () => {
  let start = 0;
  beforeEach(() => {
    start = probe.facebook.advance(0);
  });
  const at = (ms: number): string => String(Math.floor((start + ms) / 1000));

  test("a scheduled post is listed, seen by nobody, and goes live by the clock", async () => {
    const { body } = await probe.publish("Domani", {
      published: "false",
      scheduled_publish_time: at(HOUR_MS),
      unpublished_content_type: "SCHEDULED",
    });
    const scheduled = await probe.get(`/${probe.page}/scheduled_posts`, { fields: "scheduled_publish_time" });
    expect(scheduled.body.data).toEqual([{ scheduled_publish_time: Number(at(HOUR_MS)), id: body.id }]);
    await probe.publish("Nel frattempo");
    expect(probe.facebook.visiblePosts(probe.page)).toHaveLength(1);
    probe.facebook.advance(HOUR_MS);
    const published = await probe.get(`/${probe.page}/published_posts`, { fields: "message" });
    expect(published.body.data.map((post) => post.message)).toEqual(["Domani", "Nel frattempo"]);
    expect((await probe.get(`/${probe.page}/scheduled_posts`)).body.data).toEqual([]);
  });

  test("it can be put off, published by hand or deleted before", async () => {
    const wait = { published: "false", scheduled_publish_time: at(HOUR_MS) };
    const [off, now, never] = [
      await probe.publish("Rinviato", wait),
      await probe.publish("Subito", wait),
      await probe.publish("Mai", wait),
    ];
    await probe.post(`/${off.body.id}`, { scheduled_publish_time: at(3 * HOUR_MS) });
    await probe.post(`/${now.body.id}`, { is_published: "true" });
    await probe.remove(`/${never.body.id}`);
    expect(probe.facebook.visiblePosts(probe.page).map((post) => post.message)).toEqual(["Subito"]);
    probe.facebook.advance(2 * HOUR_MS);
    expect(probe.facebook.visiblePosts(probe.page)).toHaveLength(1);
    probe.facebook.advance(HOUR_MS);
    expect(probe.facebook.visiblePosts(probe.page).map((post) => post.message)).toEqual([
      "Rinviato",
      "Subito",
    ]);
  });

  test.each([
    ["too soon", { published: "false" }, 5 * 60_000],
    ["too late", { published: "false" }, 31 * 24 * HOUR_MS],
    ["already published", {}, HOUR_MS],
  ])("%s is refused with 100", async (_what, params: Record<string, string>, ahead) => {
    const { body } = await probe.publish("No", { ...params, scheduled_publish_time: at(ahead) });
    expect(body.error.code).toBe(100);
  });

  test("a draft is in /feed only, until somebody publishes it", async () => {
    const draft = { published: "false", unpublished_content_type: "DRAFT" };
    const { body } = await probe.publish("Bozza", draft);
    expect((await probe.get(`/${probe.page}/scheduled_posts`)).body.data).toEqual([]);
    expect((await probe.get(`/${probe.page}/feed`)).body.data).toHaveLength(1);
    await probe.post(`/${body.id}`, { is_published: "true" });
    expect(probe.facebook.visiblePosts(probe.page)).toHaveLength(1);
  });
});

describe("faults on photos", () => {
  test.each([
    ["photos", "lost-after", 1],
    ["photos", "lost-before", 0],
    ["photos", "error-2-after", 1],
    ["post", "lost-after", 0],
  ] as const)("on %s, %s leaves %i posts", async (edge, mode, posts) => {
    if (edge === "post") {
      const { body } = await probe.publish("Da eliminare");
      probe.facebook.addFault({ mode, edge, method: "DELETE" });
      await expect(probe.remove(`/${body.id}`)).rejects.toThrow();
    } else {
      probe.facebook.addFault({ mode, edge });
      const sent = probe.send(`/${probe.page}/photos`, { source: picture });
      if (mode.startsWith("lost")) await expect(sent).rejects.toThrow();
      else expect((await sent).body.error.code).toBe(2);
    }
    expect(probe.facebook.posts()).toHaveLength(posts);
    expect(probe.facebook.truth().at(-1)).toMatchObject({ edge, fault: mode });
  });
});
