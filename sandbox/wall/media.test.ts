import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sampleFilm, samplePicture } from "../facebook/media/samples.ts";
import { Probe } from "../facebook/probe.ts";

let probe: Probe;
beforeAll(async () => {
  probe = await Probe.start({ media: { processingMs: 0 } });
});
afterAll(() => probe.facebook.close());
beforeEach(() => {
  probe.facebook.reset();
});

const visit = async (path = "/"): Promise<{ status: number; text: string }> => {
  const response = await fetch(probe.facebook.origin + path, { headers: { accept: "text/html" } });
  return { status: response.status, text: await response.text() };
};
const upload = async (more: Record<string, string> = {}): Promise<string> =>
  (await probe.send(`/${probe.page}/photos`, { source: samplePicture(30, 40), published: "false", ...more }))
    .body.id;

test("a restart shows the same pictures and stories; what nobody had seen yet is forgotten", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sandbox-media-"));
  const dataFile = join(folder, "facebook.jsonl");
  const first = await Probe.start({ dataFile });
  const published = await first.send(`/${first.page}/photos`, {
    source: samplePicture(30, 40),
    caption: "Resta",
  });
  const send = () =>
    first.send(`/${first.page}/photos`, { source: samplePicture(9, 16), published: "false" });
  const [story, unused] = [await send(), await send()];
  await first.post(`/${first.page}/photo_stories`, { photo_id: story.body.id });
  await first.facebook.close();
  const second = await Probe.start({ dataFile });
  expect((await second.get(`/${published.body.id}`, { fields: "width" })).body.width).toBe(30);
  expect((await fetch(`${second.facebook.origin}/_media/${published.body.id}`)).status).toBe(200);
  expect((await second.get(`/${second.page}/stories`)).body.data).toHaveLength(1);
  expect((await second.get(`/${unused.body.id}`)).status).toBe(400);
  const later = await second.send(`/${second.page}/photos`, { source: samplePicture(31, 40) });
  expect(BigInt(later.body.id)).toBeGreaterThan(BigInt(story.body.id));
  await second.remove(`/${published.body.post_id}`);
  await second.facebook.close();
  expect(await readdir(`${dataFile}.media`)).toHaveLength(3);
  await rm(folder, { recursive: true });
});

describe("pictures and films on the wall", () => {
  test("an album shows four of its photos and how many more there are, with their alternative texts", async () => {
    const ids = [await upload({ alt_text_custom: "La fila allo sportello" })];
    while (ids.length < 6) ids.push(await upload());
    await probe.publish("Sei foto", {
      attached_media: JSON.stringify(ids.map((id) => ({ media_fbid: id }))),
    });
    const { text } = await visit();
    expect(text.match(/<img src="\/_media\//g)).toHaveLength(4);
    expect(text).toContain("+2");
    expect(text).toContain('alt="La fila allo sportello"');
    expect(text).toContain('alt="Immagine senza testo alternativo"');
    const photo = await visit(`/photo.php?fbid=${ids[0]}`);
    expect(photo.text).toContain("Sei foto");
  });

  test("the same picture published twice is marked, another one with the same words is not", async () => {
    const send = (width: number) =>
      probe.send(`/${probe.page}/photos`, { source: samplePicture(width, 40), caption: "Open day" });
    await send(30);
    await send(31);
    expect((await visit()).text).toContain("0 doppioni");
    await send(30);
    expect((await visit()).text).toContain("1 doppione");
  });

  test("stories stand above the posts with the time they have left, and are gone after a day", async () => {
    await probe.post(`/${probe.page}/photo_stories`, { photo_id: await upload() });
    probe.facebook.advance(20 * 3_600_000);
    expect((await visit()).text).toContain("ancora 4\u00a0h");
    const [story] = (await probe.get(`/${probe.page}/stories`, { fields: "url" })).body.data;
    const path = new URL(String(story?.url)).pathname;
    expect((await visit(path)).text).toContain('class="story-alone"');
    probe.facebook.advance(4 * 3_600_000);
    expect((await visit()).text).not.toContain("ancora");
    expect((await visit(path)).status).toBe(404);
  });

  test("of very many stories the newest stand there, and how many came before", async () => {
    for (let count = 0; count < 26; count++) {
      await probe.post(`/${probe.page}/photo_stories`, { photo_id: await upload() });
    }
    const { text } = await visit();
    expect(text.match(/class="left"/g)).toHaveLength(24);
    expect(text).toContain("altre 2 prima di queste");
  });

  test("a Reel is on the wall and at its own address; drafts and scheduled posts are nowhere", async () => {
    const { body } = await probe.post(`/${probe.page}/video_reels`, { upload_phase: "start" });
    const film = sampleFilm();
    await probe.upload(String(body.upload_url), { offset: "0", file_size: String(film.length) }, film);
    await probe.post(`/${probe.page}/video_reels`, {
      upload_phase: "finish",
      video_id: String(body.video_id),
      video_state: "PUBLISHED",
      description: "Tre offerte",
    });
    await probe.publish("Bozza", { published: "false", unpublished_content_type: "DRAFT" });
    for (const path of ["/", `/reel/${body.video_id}`]) {
      const { text } = await visit(path);
      expect(text).toContain("Tre offerte");
      expect(text).toContain(`<video src="/_media/${body.video_id}"`);
      expect(text).not.toContain("Bozza");
    }
  });
});
