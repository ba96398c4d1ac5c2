import { afterEach, expect, test } from "vitest";
import type { MediaRules } from "../../sandbox/facebook/index.ts";
import type { Post, Staged } from "../../src/channels/channel.ts";
import type { HttpRequest } from "../../src/platform/http-client.ts";
import { nextPost } from "./channel-world.ts";
import { type FacebookWorld, openFacebookWorld } from "./facebook-world.ts";

// What is Facebook's own about pictures and films, over real HTTP; what holds for every network is in the suite.

const opened: FacebookWorld[] = [];
afterEach(async () => {
  for (const world of opened.splice(0)) await world.close();
});

async function open(media: Partial<MediaRules> = {}, requests: HttpRequest[] = []): Promise<FacebookWorld> {
  const world = await openFacebookWorld(requests, media);
  opened.push(world);
  return world;
}

const minuteAgo = () => new Date(Date.now() - 60_000);

function filmPost({ media }: FacebookWorld, format: "reel" | "video-story" = "reel"): Post {
  return nextPost({ format, clip: media.clip });
}

async function stage(world: FacebookWorld, post: Post, known?: Staged) {
  return await world.channel.stage(post, world.account, known, async () => {});
}

async function stageAndPublish(world: FacebookWorld, post: Post) {
  const staging = await stage(world, post);
  if (staging.kind !== "staged") throw new Error(staging.reason);
  const outcome = await world.channel.publish(post, world.account, staging.staged);
  const look = () => world.channel.findPublished(post, world.account, minuteAgo(), staging.staged);
  return { outcome, look, staged: staging.staged };
}

test.each(["guide", "specification"] as const)(
  "an upload cut in two goes on at the byte that arrived, as the %s spells it, and the film is whole",
  async (statusSpelling) => {
    const requests: HttpRequest[] = [];
    const world = await open({ statusSpelling }, requests);
    world.facebook.addFault({ mode: "upload-cut" });
    const { look } = await stageAndPublish(world, filmPost(world));
    const uploads = requests.filter(({ url }) => url.includes("/video-upload/"));
    const half = Math.ceil(world.media.clip.bytes.length / 2);
    expect(uploads.map(({ headers }) => headers?.offset)).toEqual(["0", String(half)]);
    world.finishWork();
    expect(await look()).toMatchObject({ kind: "found" });
    const [film] = world.facebook.world.library.videos.values();
    expect(Buffer.concat(film?.chunks ?? [])).toEqual(world.media.clip.bytes);
  },
);

test("a cut that comes again and again is taken up by the next staging, in the same place", async () => {
  const world = await open();
  const post = filmPost(world);
  let kept: Staged | undefined;
  world.facebook.addFault({ mode: "upload-cut", times: "forever" });
  const first = await world.channel.stage(post, world.account, undefined, async (staged) => {
    kept = staged;
  });
  expect(first).toMatchObject({ kind: "retry", scope: "publication" });
  world.mend();
  expect(await stage(world, post, kept)).toMatchObject({
    kind: "staged",
    staged: { videoId: kept?.videoId },
  });
  expect(world.facebook.world.library.videos.size).toBe(1);
});

test("a place of yesterday has expired, and the film gets another", async () => {
  const world = await open();
  const post = filmPost(world);
  let kept: Staged | undefined;
  world.facebook.addFault({ mode: "lost-before", edge: "rupload", times: 4 });
  await world.channel.stage(post, world.account, undefined, async (staged) => {
    kept = staged;
  });
  world.wait(25 * 3_600_000);
  const again = await stage(world, post, kept);
  expect(again).toMatchObject({ kind: "staged" });
  expect(again.kind === "staged" && again.staged.videoId).not.toBe(kept?.videoId);
});

test.each(["reel", "video-story"] as const)(
  "a %s that Facebook gives up is told as failed for good",
  async (format) => {
    const world = await open();
    world.facebook.addFault({ mode: "film-refused" });
    const { outcome, look } = await stageAndPublish(world, filmPost(world, format));
    expect(outcome).toMatchObject({ kind: "processing" });
    expect(await look()).toEqual({ kind: "processing" });
    world.finishWork();
    expect(await look()).toMatchObject({
      kind: "failed",
      reason: "video-unusable",
      detail: expect.stringMatching("6000"),
    });
    expect(world.published()).toEqual([]);
  },
);

test("where a repeated last step is answered as the first was, there is one post all the same", async () => {
  const world = await open({ repeatedFinish: "same" });
  const post = filmPost(world);
  const { staged, look } = await stageAndPublish(world, post);
  expect(await world.channel.publish(post, world.account, staged)).toMatchObject({ kind: "processing" });
  world.finishWork();
  expect(await look()).toMatchObject({ kind: "found" });
  expect(world.published()).toHaveLength(1);
});

test("one Reel more than a day allows waits by itself; stories and posts go on", async () => {
  const world = await open({ reelsPerDay: 1 });
  await stageAndPublish(world, filmPost(world));
  const { outcome } = await stageAndPublish(world, filmPost(world));
  expect(outcome).toMatchObject({ kind: "retry", reason: "posting-limit", scope: "publication" });
  expect((await stageAndPublish(world, filmPost(world, "video-story"))).outcome.kind).toBe("processing");
  expect((await world.channel.publish(nextPost(), world.account)).kind).toBe("published");
});

test("a story has an address of its own, the same when it is published and when it is found", async () => {
  const world = await open();
  const post = nextPost({ format: "photo-story", pictures: [world.media.picture] });
  const { outcome, look } = await stageAndPublish(world, post);
  const finding = await look();
  expect(outcome).toEqual({ ...finding, kind: "published" });
  const { externalId = "", url = "" } = outcome.kind === "published" ? outcome : {};
  expect(url).toMatch(/\/stories\//);
  expect(url).not.toContain(externalId);
});

test("a story of yesterday is gone, and is not taken for one that never was: nothing new appears", async () => {
  const world = await open();
  const { look } = await stageAndPublish(world, filmPost(world, "video-story"));
  world.finishWork();
  world.wait(25 * 3_600_000);
  expect(await look()).toMatchObject({ kind: "found" });
});

test("alternative texts and the order of pictures arrive as they were given", async () => {
  const world = await open();
  const texts = ["Uno", "Due, c'è", "Tre\nrighe"];
  const pictures = texts.map((alternativeText) => ({ ...world.media.picture, alternativeText }));
  await stageAndPublish(world, nextPost({ format: "album", pictures }));
  const { photos } = world.facebook.world.library;
  const shown = world.facebook.posts()[0]?.photos ?? [];
  expect(shown.map((id) => photos.get(id)?.altText)).toEqual(texts);
});

test("an app that demands the proof of its secret gets it with every call, films and all", async () => {
  const world = await open();
  const app = world.facebook.world.apps.get(world.facebook.seed.app.id);
  Object.assign(app ?? {}, { requireProof: true });
  const { picture } = world.media;
  for (const format of ["album", "photo-story"] as const) {
    const { outcome } = await stageAndPublish(world, nextPost({ format, pictures: [picture, picture] }));
    expect(outcome.kind).toBe("published");
  }
  for (const format of ["reel", "video-story"] as const) {
    const { outcome } = await stageAndPublish(world, filmPost(world, format));
    expect(outcome.kind).toBe("processing");
  }
});
