import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type SampleFilm, sampleFilm, samplePicture } from "./media/samples.ts";
import { type Body, Probe } from "./probe.ts";

let probe: Probe;
let robots = "";
const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
const film = sampleFilm();
const server = createServer((request, response) => {
  if (request.url === "/film.mp4") response.end(film);
  else if (request.url === "/robots.txt") response.end(robots);
  else response.writeHead(404).end();
});
let site = "";

beforeAll(async () => {
  probe = await Probe.start({
    now: () => Date.UTC(2026, 10, 22, 10),
    origins: { www: "https://www.facebook.test" },
  });
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

type Edge = "video_reels" | "video_stories";
interface Started {
  id: string;
  address: string;
}

async function start(edge: Edge): Promise<Started> {
  const { body } = await probe.post(`/${probe.page}/${edge}`, { upload_phase: "start" });
  return { id: String(body.video_id), address: String(body.upload_url) };
}
const whole = (bytes: Buffer): Record<string, string> => ({ offset: "0", file_size: String(bytes.length) });
const finish = (edge: Edge, id: string, more: Record<string, string> = {}) =>
  probe.post(`/${probe.page}/${edge}`, {
    upload_phase: "FINISH",
    video_id: id,
    ...(edge === "video_reels" ? { video_state: "PUBLISHED" } : {}),
    ...more,
  });
const status = async (id: string): Promise<Record<string, Body>> =>
  (await probe.get(`/${id}`, { fields: "status" })).body.status as Record<string, Body>;

async function published(edge: Edge, bytes = film): Promise<string> {
  const { id, address } = await start(edge);
  await probe.upload(address, whole(bytes), bytes);
  expect((await finish(edge, id)).status).toBe(200);
  probe.facebook.advance(5 * SECOND_MS);
  return id;
}

describe("a Reel in three phases", () => {
  test("is seen only after processing, and then has a post, an address and a place in the list of Reels", async () => {
    const { id, address } = await start("video_reels");
    expect(address).toBe(`${probe.facebook.origin}/video-upload/v25.0/${id}`);
    expect(await status(id)).toMatchObject({
      video_status: "uploading",
      uploading_phase: { status: "not_started" },
      publishing_phase: { status: "not_started" },
    });
    expect((await probe.upload(address, whole(film), film)).body).toEqual({ success: true });
    expect((await finish("video_reels", id, { description: "Cercasi cuoco" })).body).toEqual({
      success: true,
    });
    expect(await status(id)).toMatchObject({
      video_status: "processing",
      uploading_phase: { status: "complete", bytes_transfered: film.length, source_file_size: film.length },
      processing_phase: { status: "in_progress" },
      publishing_phase: { status: "in_progress" },
    });
    expect(probe.facebook.visiblePosts(probe.page)).toEqual([]);
    probe.facebook.advance(2 * SECOND_MS);
    const { body } = await probe.get(`/${id}`, {
      fields: "status{video_status},permalink_url,post_id,length",
    });
    const [post] = probe.facebook.visiblePosts(probe.page);
    expect(body).toEqual({
      status: { video_status: "ready" },
      permalink_url: `https://www.facebook.test/reel/${id}`,
      post_id: post?.id,
      length: 10,
      id,
    });
    expect((await probe.get(`/${probe.page}/video_reels`, { fields: "id" })).body.data).toEqual([{ id }]);
    expect((await probe.get(`/${probe.page}/published_posts`)).body.data).toEqual([]);
    const read = await probe.get(`/${post?.id}`, { fields: "message,permalink_url,attachments{media_type}" });
    expect(read.body).toMatchObject({
      message: "Cercasi cuoco",
      permalink_url: `https://www.facebook.test/reel/${id}`,
      attachments: { data: [{ media_type: "video" }] },
    });
  });

  test.each([
    [1363040, { width: 1080, height: 2200 }],
    [1363127, { width: 360, height: 640 }],
    [1363128, { seconds: 91 }],
    [1363128, { seconds: 2 }],
    [1363129, { framesPerSecond: 12 }],
  ])("error %i for %j is told by the status, and nothing appears", async (code, facts: SampleFilm) => {
    const id = await published("video_reels", sampleFilm(facts));
    expect(await status(id)).toMatchObject({
      video_status: "error",
      processing_phase: { status: "error", error: { code } },
      publishing_phase: { status: "error" },
    });
    expect(probe.facebook.visiblePosts(probe.page)).toEqual([]);
  });

  test("a picture sent as a film ends in error 6000", async () => {
    const id = await published("video_reels", samplePicture(9, 16));
    expect(await status(id)).toMatchObject({ processing_phase: { error: { code: 6000 } } });
  });

  test("it can be scheduled, and edited and deleted once it is out", async () => {
    const { id, address } = await start("video_reels");
    await probe.upload(address, whole(film), film);
    const when = String(Math.floor(probe.facebook.advance(0) / 1000) + 3600);
    const wrong = await finish("video_reels", id, { video_state: "SCHEDULED" });
    expect(wrong.body.error.code).toBe(100);
    await finish("video_reels", id, { video_state: "SCHEDULED", scheduled_publish_time: when });
    probe.facebook.advance(HOUR_MS - SECOND_MS);
    expect(probe.facebook.visiblePosts(probe.page)).toEqual([]);
    probe.facebook.advance(SECOND_MS);
    expect(probe.facebook.visiblePosts(probe.page)).toHaveLength(1);
    await probe.post(`/${id}`, { description: "Altre parole" });
    expect(probe.facebook.visiblePosts(probe.page)[0]?.message).toBe("Altre parole");
    expect((await probe.remove(`/${id}`)).body).toEqual({ success: true });
    expect(probe.facebook.posts()).toEqual([]);
  });

  test("the thirty-first in a day is refused, the day after it is not", async () => {
    for (let count = 0; count < 30; count += 1) await published("video_reels");
    const { id, address } = await start("video_reels");
    await probe.upload(address, whole(film), film);
    expect((await finish("video_reels", id)).body.error.code).toBe(341);
    probe.facebook.advance(24 * HOUR_MS - SECOND_MS);
    expect((await finish("video_reels", id)).status).toBe(200);
  });
});

describe("uploading", () => {
  test("a broken connection keeps what came; the status says where to go on", async () => {
    const { id, address } = await start("video_reels");
    probe.facebook.addFault({ mode: "upload-cut" });
    await expect(probe.upload(address, whole(film), film)).rejects.toThrow();
    const half = Number((await status(id)).uploading_phase?.bytes_transfered);
    expect(half).toBe(Math.ceil(film.length / 2));
    const wrong = await probe.upload(address, whole(film), film);
    expect(wrong.body.debug_info).toMatchObject({ retriable: true, type: "OffsetInvalidError" });
    const rest = { offset: String(half), file_size: String(film.length) };
    expect((await probe.upload(address, rest, film.subarray(half))).body).toEqual({ success: true });
    expect(await status(id)).toMatchObject({ uploading_phase: { status: "complete" } });
  });

  test("an upload that nobody finishes expires after a day", async () => {
    const { id, address } = await start("video_reels");
    await probe.upload(address, whole(film), film);
    probe.facebook.advance(24 * HOUR_MS);
    expect(await status(id)).toMatchObject({ video_status: "expired" });
    expect((await finish("video_reels", id)).body.error.code).toBe(100);
    expect((await probe.upload(address, whole(film), film)).body.debug_info).toMatchObject({
      retriable: false,
    });
  });

  test("fewer bytes than promised are a partial request", async () => {
    const { id, address } = await start("video_stories");
    const short = await probe.upload(address, whole(film), film.subarray(0, 100));
    expect(short.body.debug_info).toMatchObject({ type: "PartialRequestError" });
    expect(await status(id)).toMatchObject({
      uploading_phase: { status: "in_progress", bytes_transfered: 100 },
    });
    expect((await finish("video_stories", id)).body.error.code).toBe(100);
  });

  test("an address is fetched where robots.txt lets facebookexternalhit, and never from Meta itself", async () => {
    robots = "User-agent: *\nDisallow: /\n\nUser-agent: facebookexternalhit\nAllow: /film\n";
    const { address } = await start("video_stories");
    expect((await probe.upload(address, { file_url: `${site}/film.mp4` })).body).toEqual({ success: true });
    robots = "User-agent: *\nDisallow: /\n";
    const other = await start("video_stories");
    const { body } = await probe.upload(other.address, { file_url: `${site}/film.mp4` });
    expect(body.debug_info).toMatchObject({ type: "ProcessingFailedError", retriable: false });
    const meta = await probe.upload(other.address, { file_url: "https://video.fbcdn.net/a.mp4" });
    expect(meta.status).toBe(400);
    robots = "";
  });

  test("a film refused on demand, and an answer lost after all bytes have come", async () => {
    const { id, address } = await start("video_reels");
    probe.facebook.addFault({ mode: "film-refused" });
    expect((await probe.upload(address, whole(film), film)).status).toBe(200);
    probe.facebook.advance(2 * SECOND_MS);
    expect(await status(id)).toMatchObject({ video_status: "error" });
    const other = await start("video_reels");
    probe.facebook.addFault({ mode: "lost-after", edge: "rupload" });
    await expect(probe.upload(other.address, whole(film), film)).rejects.toThrow();
    expect(await status(other.id)).toMatchObject({ uploading_phase: { status: "complete" } });
    expect(probe.facebook.truth().at(-2)).toMatchObject({ edge: "rupload", did: { kind: "uploaded" } });
  });
});

describe("stories", () => {
  test("a photo becomes a story for a day, under an address that is not its id", async () => {
    const photo = await probe.send(`/${probe.page}/photos`, {
      source: samplePicture(9, 16),
      published: "false",
    });
    const { body } = await probe.post(`/${probe.page}/photo_stories`, { photo_id: photo.body.id });
    expect(body).toEqual({ success: true, post_id: expect.stringMatching(/^\d{18}$/) });
    const { data } = (await probe.get(`/${probe.page}/stories`)).body;
    expect(data).toEqual([
      {
        post_id: body.post_id,
        status: "PUBLISHED",
        creation_time: String(Math.floor(probe.facebook.advance(0) / 1000)),
        media_type: "photo",
        media_id: photo.body.id,
        url: expect.stringContaining(`https://www.facebook.test/stories/${probe.page}/`),
      },
    ]);
    expect(String(data[0]?.url)).not.toContain(String(body.post_id));
    const again = await probe.post(`/${probe.page}/photo_stories`, { photo_id: photo.body.id });
    expect(again.body.error.code).toBe(100);
    // A simulation that runs for days must not hold the pictures of all its stories.
    const picture = `${probe.facebook.origin}/_media/${photo.body.id}`;
    expect((await fetch(picture)).status).toBe(200);
    probe.facebook.advance(24 * HOUR_MS);
    expect((await fetch(picture)).status).toBe(404);
    expect((await probe.get(`/${probe.page}/stories`)).body.data).toEqual([]);
    expect((await probe.get(`/${body.post_id}`)).body.error.error_subcode).toBe(33);
  });

  test("a published photo cannot become one", async () => {
    const { body } = await probe.send(`/${probe.page}/photos`, { source: samplePicture(9, 16) });
    expect((await probe.post(`/${probe.page}/photo_stories`, { photo_id: body.id })).body.error.code).toBe(
      100,
    );
  });

  test("a film becomes a story once it is processed; one of another shape or longer than a minute does not", async () => {
    await published("video_stories");
    expect((await probe.get(`/${probe.page}/stories`, { fields: "media_type" })).body.data).toEqual([
      { media_type: "video" },
    ]);
    const long = await published("video_stories", sampleFilm({ seconds: 61 }));
    expect(await status(long)).toMatchObject({ processing_phase: { error: { code: 1363128 } } });
    const wide = await published("video_stories", sampleFilm({ width: 1920, height: 1080 }));
    expect(await status(wide)).toMatchObject({ processing_phase: { error: { code: 1363040 } } });
    expect((await probe.get(`/${probe.page}/stories`)).body.data).toHaveLength(1);
  });

  test("a second finish is refused, or told the same where the settings say so", async () => {
    const id = await published("video_stories");
    expect((await finish("video_stories", id)).body.error.code).toBe(100);
    const lenient = await Probe.start({
      media: { repeatedFinish: "same", processingMs: 0, statusSpelling: "specification" },
    });
    const photo = await lenient.send(`/${lenient.page}/photos`, {
      source: samplePicture(9, 16),
      published: "false",
    });
    const tell = () => lenient.post(`/${lenient.page}/photo_stories`, { photo_id: photo.body.id });
    expect((await tell()).body).toEqual((await tell()).body);
    expect((await lenient.get(`/${lenient.page}/stories`)).body.data).toHaveLength(1);
    await lenient.facebook.close();
  });
});

describe("ordinary videos", () => {
  test("a file part or an address becomes a post once it is processed", async () => {
    const one = await probe.send(`/${probe.page}/videos`, {
      source: film,
      description: "Una giornata al CPI",
    });
    const two = await probe.post(`/${probe.page}/videos`, { file_url: `${site}/film.mp4`, title: "Due" });
    expect(probe.facebook.visiblePosts(probe.page)).toEqual([]);
    probe.facebook.advance(2 * SECOND_MS);
    expect(probe.facebook.visiblePosts(probe.page)).toHaveLength(2);
    const listed = await probe.get(`/${probe.page}/videos`, { fields: "id" });
    expect(listed.body.data.map((video) => video.id)).toEqual([two.body.id, one.body.id]);
    const posts = await probe.get(`/${probe.page}/published_posts`, { fields: "status_type" });
    expect(posts.body.data[0]).toMatchObject({ status_type: "added_video" });
  });

  test.each([
    [389, { file_url: "http://127.0.0.1:1/nulla.mp4" }],
    [382, { source: Buffer.from("x") }],
    [6000, { source: Buffer.alloc(5000) }],
    [100, {}],
  ])("error %i", async (code, parts: Record<string, string | Buffer>) => {
    expect((await probe.send(`/${probe.page}/videos`, parts)).body.error.code).toBe(code);
  });
});

describe("faults on films and stories", () => {
  test.each(["video_reels", "video_stories"] as const)(
    "%s: a finish whose answer is lost has published",
    async (edge) => {
      const { id, address } = await start(edge);
      await probe.upload(address, whole(film), film);
      probe.facebook.addFault({ mode: "lost-after", edge });
      await expect(finish(edge, id)).rejects.toThrow();
      probe.facebook.advance(2 * SECOND_MS);
      const { body } = await probe.get(`/${id}`, { fields: "post_id" });
      expect(body.post_id).toBeDefined();
    },
  );

  test("a story younger than the read lag is not listed yet", async () => {
    await published("video_stories");
    probe.facebook.setReadLag(60_000);
    expect((await probe.get(`/${probe.page}/stories`)).body.data).toEqual([]);
    probe.facebook.advance(60_000);
    expect((await probe.get(`/${probe.page}/stories`)).body.data).toHaveLength(1);
  });
});

describe("insights", () => {
  test("living metrics have the same invented figures at every look", async () => {
    const ask = () =>
      probe.get(`/${probe.page}/insights`, { metric: "page_media_view,page_follows", period: "day" });
    const { body } = await ask();
    expect(body.data.map(({ name, period, id }) => ({ name, period, id }))).toEqual([
      { name: "page_media_view", period: "day", id: `${probe.page}/insights/page_media_view/day` },
      { name: "page_follows", period: "day", id: `${probe.page}/insights/page_follows/day` },
    ]);
    const [value] = (body.data[0]?.values ?? []) as { value: number; end_time: string }[];
    expect(value?.end_time).toMatch(/T08:00:00\+0000$/);
    expect((await ask()).body).toEqual(body);
    const post = await probe.publish("Quanti?");
    const figures = await probe.get(`/${post.body.id}/insights`, { metric: '["post_media_view"]' });
    expect(figures.body.data).toMatchObject([{ name: "post_media_view", period: "lifetime" }]);
  });

  test("removed and invented metrics are 100, none at all 3001, more than 90 days 100", async () => {
    const ask = (params: Record<string, string>) => probe.get(`/${probe.page}/insights`, params);
    expect((await ask({ metric: "page_impressions" })).body.error.code).toBe(100);
    expect((await ask({ metric: "page_media_view,boh" })).body.error.code).toBe(100);
    expect((await ask({})).body.error).toMatchObject({ code: 3001, error_subcode: 1504028 });
    expect((await ask({ metric: "page_media_view", since: "-120 days" })).body.error.code).toBe(100);
  });
});
