import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { FaultMode } from "./faults.ts";
import { sampleFilm, samplePicture } from "./media/samples.ts";
import { Probe } from "./probe.ts";

/** Every way to write pictures, films, stories, edits and deletions, met by every fault that acts or does not act. */

let probe: Probe;
const film = sampleFilm();
beforeAll(async () => {
  probe = await Probe.start({ media: { processingMs: 0 } });
});
afterAll(() => probe.facebook.close());
beforeEach(() => {
  probe.facebook.reset();
});

interface Deed {
  edge: string;
  method?: string;
  /** Prepares everything, and returns the call that the fault is to meet. */
  prepare: () => Promise<() => Promise<unknown>>;
  /** What can be seen of the deed: 1 when it was done, 0 when not. */
  seen: () => Promise<number>;
}

const posts = async (): Promise<number> => probe.facebook.visiblePosts(probe.page).length;
const stories = async (): Promise<number> => probe.facebook.stories(probe.page).length;
const photo = async (): Promise<string> =>
  (await probe.send(`/${probe.page}/photos`, { source: samplePicture(9, 16), published: "false" })).body.id;

async function uploaded(edge: string): Promise<string> {
  const { body } = await probe.post(`/${probe.page}/${edge}`, { upload_phase: "start" });
  await probe.upload(String(body.upload_url), { offset: "0", file_size: String(film.length) }, film);
  return String(body.video_id);
}

const finish = (edge: string) => async () => {
  const video_id = await uploaded(edge);
  return () =>
    probe.post(`/${probe.page}/${edge}`, { upload_phase: "finish", video_id, video_state: "PUBLISHED" });
};

let film_id = "";
const DEEDS: Deed[] = [
  {
    edge: "photos",
    prepare: async () => () => probe.send(`/${probe.page}/photos`, { source: samplePicture(9, 16) }),
    seen: posts,
  },
  {
    edge: "photo_stories",
    prepare: async () => {
      const photo_id = await photo();
      return () => probe.post(`/${probe.page}/photo_stories`, { photo_id });
    },
    seen: stories,
  },
  { edge: "video_stories", prepare: finish("video_stories"), seen: stories },
  { edge: "video_reels", prepare: finish("video_reels"), seen: posts },
  {
    edge: "videos",
    prepare: async () => () => probe.send(`/${probe.page}/videos`, { source: film }),
    seen: posts,
  },
  {
    edge: "rupload",
    prepare: async () => {
      const { body } = await probe.post(`/${probe.page}/video_reels`, { upload_phase: "start" });
      film_id = String(body.video_id);
      const headers = { offset: "0", file_size: String(film.length) };
      return () => probe.upload(String(body.upload_url), headers, film);
    },
    seen: async () => (probe.facebook.world.library.videos.get(film_id)?.uploadedAt === undefined ? 0 : 1),
  },
  {
    edge: "post",
    method: "POST",
    prepare: async () => {
      const { body } = await probe.publish("Prima");
      return () => probe.post(`/${body.id}`, { message: "Dopo" });
    },
    seen: async () => probe.facebook.posts().filter((post) => post.message === "Dopo").length,
  },
  {
    edge: "post",
    method: "DELETE",
    prepare: async () => {
      const { body } = await probe.publish("Da eliminare");
      return () => probe.remove(`/${body.id}`);
    },
    seen: async () => 1 - probe.facebook.posts().length,
  },
  {
    edge: "video",
    method: "DELETE",
    prepare: async () => {
      const { body } = await probe.send(`/${probe.page}/videos`, { source: film });
      return () => probe.remove(`/${body.id}`);
    },
    seen: async () => 1 - probe.facebook.posts().length,
  },
];

const ACTING: FaultMode[] = [
  "lost-after",
  "error-2-after",
  "error-1-99-after",
  "html-502-after",
  "truncated-after",
  "no-id-after",
];
const IDLE: FaultMode[] = [
  "lost-before",
  "unavailable",
  "html-502",
  "rate-limit-80001",
  "rate-limit-32",
  "app-limit-4",
  "permission-lost",
  "blocked-368",
  "invalid-100-trace-490",
];

describe.each(DEEDS)("$edge $method", ({ edge, method, prepare, seen }) => {
  test.each([...ACTING.map((mode) => [mode, 1] as const), ...IDLE.map((mode) => [mode, 0] as const)])(
    "%s leaves %i done, and the truth log knows",
    async (mode, done) => {
      const call = await prepare();
      const before = probe.facebook.truth().length;
      probe.facebook.addFault({ mode, edge, method });
      await call().catch(() => undefined);
      expect(await seen()).toBe(done);
      const entry = probe.facebook.truth()[before];
      expect(entry).toMatchObject({ edge, fault: mode, pageId: probe.page });
      expect(entry?.did.kind === "nothing").toBe(done === 0);
    },
  );
});
