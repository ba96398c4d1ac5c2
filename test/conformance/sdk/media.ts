import { strict as assert } from "node:assert";
import type { Held } from "./meta-sdk.ts";
import type { Scenario } from "./scenario.ts";
import { elements, inside, refused, type Stage } from "./stage.ts";

/** Pictures, albums, stories and Reels. Pictures by address: the SDK cannot send files (see defects.ts). */
export const mediaScenarios: Scenario[] = [
  {
    name: "photo with alternative text, unpublished",
    asked: "Page.createPhoto url, Photo.get",
    run: async (stage) => {
      const id = await waitingPhoto(stage, "Cartello: cercasi magazziniere");
      const photo = await new stage.sdk.Photo(id).get(["images", "alt_text_custom", "created_time"]);
      assert.equal(photo.alt_text_custom, "Cartello: cercasi magazziniere");
      const [image] = photo.images as { width: number; height: number; source: string }[];
      assert.deepEqual([image?.width, image?.height], [1200, 630]);
      assert.equal((await fetch(image?.source ?? "")).headers.get("content-type"), "image/png");
      assert.equal((await stage.page().getPublishedPosts(["id"])).length, 0);
      return undefined;
    },
  },
  {
    name: "photo post",
    asked: "Page.createPhoto caption, getPhotos uploaded",
    run: async (stage) => {
      const made = await stage
        .page()
        .createPhoto([], { url: `${stage.websiteOrigin}/card.png`, caption: "Corso" });
      const post = await stage
        .post(String(made.post_id))
        .get(["message", "status_type", "attachments{media_type,target}"]);
      assert.deepEqual([post.message, post.status_type], ["Corso", "added_photos"]);
      const [photo] = await stage.page().getPhotos(["id", "page_story_id"], { type: "uploaded" });
      assert.deepEqual([photo?.id, photo?.page_story_id], [made.id, made.post_id]);
      const [shown] = (post.attachments as { data: { media_type: string; target: { id: string } }[] }).data;
      assert.deepEqual([shown?.media_type, shown?.target.id], ["photo", made.id]);
      return undefined;
    },
  },
  {
    name: "album, in the order given",
    asked: "Page.createPhoto ×3, createFeed attached_media",
    run: async (stage) => {
      const ids = [await waitingPhoto(stage), await waitingPhoto(stage), await waitingPhoto(stage)].reverse();
      const made = await stage.page().createFeed([], {
        message: "Tre offerte",
        attached_media: ids.map((media_fbid) => ({ media_fbid })),
      });
      const post = await stage.post(made.id).get(["attachments{media_type,subattachments}"]);
      const [album] = (post.attachments as { data: { media_type: string; subattachments: unknown }[] }).data;
      assert.equal(album?.media_type, "album");
      const below = elements(album?.subattachments);
      assert.deepEqual(
        below.map((photo) => inside(inside(photo, "target"), "id")),
        ids,
      );
      return undefined;
    },
  },
  {
    name: "photo story, and the same picture again",
    asked: "Page.createPhotoStory, getStories",
    run: async (stage) => {
      const photo_id = await waitingPhoto(stage);
      const made = await stage.page().createPhotoStory([], { photo_id });
      assert.equal(made.success, true);
      assert.match(String(made.post_id), /^\d+$/);
      const [story] = await stage.page().getStories(["post_id", "status", "media_type", "media_id", "url"]);
      assert.deepEqual(
        [story?.post_id, story?.status, story?.media_type, story?.media_id],
        [made.post_id, "PUBLISHED", "photo", photo_id],
      );
      await refused(stage.page().createPhotoStory([], { photo_id }), 100);
      return undefined;
    },
  },
  {
    name: "stories are gone after a day",
    asked: "Page.getStories",
    run: async (stage) => {
      await stage.page().createPhotoStory([], { photo_id: await waitingPhoto(stage) });
      stage.facebook.advance(86_400_000 + 1000);
      assert.equal((await stage.page().getStories(["post_id"])).length, 0);
      return undefined;
    },
  },
  {
    name: "video story in three phases",
    asked: "Page.createVideoStory start, finish; getStories",
    run: async (stage) => {
      const made = await inPhases(stage, "createVideoStory", 12);
      assert.equal(made.success, true);
      const film = await stage.sdk.PagePost.getByIds([String(made.video)], ["status"]);
      assert.equal(inside(inside(film[0]?.id, "status"), "video_status"), "ready");
      const [story] = await stage.page().getStories(["post_id", "media_type", "media_id"]);
      assert.deepEqual(
        [story?.post_id, story?.media_type, story?.media_id],
        [made.post_id, "video", made.video],
      );
      return "the bytes go to rupload, which the SDK does not know";
    },
  },
  {
    name: "Reel in three phases",
    asked: "Page.createVideoReel, getVideoReels",
    run: async (stage) => {
      const made = await inPhases(stage, "createVideoReel", 20, {
        video_state: "PUBLISHED",
        description: "Tre offerte in venti secondi",
      });
      assert.equal(made.success, true);
      const [reel] = await stage.page().getVideoReels(["id", "description", "post_id", "permalink_url"]);
      assert.deepEqual([reel?.id, reel?.description], [made.video, "Tre offerte in venti secondi"]);
      assert.match(String(reel?.post_id), /^\d+_\d+$/);
      assert.equal((await stage.page().getPublishedPosts(["id"])).length, 0);
      return "the bytes go to rupload, which the SDK does not know";
    },
  },
  {
    name: "a film that is too long ends in its status",
    asked: "Page.createVideoStory, status",
    run: async (stage) => {
      const made = await inPhases(stage, "createVideoStory", 95);
      const read = await stage.sdk.PagePost.getByIds([String(made.video)], ["status"]);
      const status = inside(read[0]?.id, "status");
      assert.equal(inside(status, "video_status"), "error");
      assert.match(JSON.stringify(inside(status, "processing_phase")), /1363128/);
      assert.equal((await stage.page().getStories(["post_id"])).length, 0);
      return undefined;
    },
  },
  {
    name: "figures of a story",
    asked: "Stories.getInsights",
    run: async (stage) => {
      const made = await stage.page().createPhotoStory([], { photo_id: await waitingPhoto(stage) });
      const story = new stage.sdk.Stories(String(made.post_id));
      const [views] = await story.getInsights(["name", "values"], { metric: ["STORY_MEDIA_VIEW"] });
      assert.equal(views?.name, "STORY_MEDIA_VIEW");
      assert.equal(typeof inside(elements(views?.values)[0], "value"), "number");
      return undefined;
    },
  },
];

async function waitingPhoto(stage: Stage, alt_text_custom?: string): Promise<string> {
  const url = `${stage.websiteOrigin}/${crypto.randomUUID()}.png`;
  const photo = await stage
    .page()
    .createPhoto([], { url, published: false, ...(alt_text_custom ? { alt_text_custom } : {}) });
  assert.match(photo.id, /^\d+$/);
  return photo.id;
}

async function inPhases(
  stage: Stage,
  edge: "createVideoStory" | "createVideoReel",
  seconds: number,
  more: Record<string, unknown> = {},
): Promise<Held & { video: string }> {
  const begun = await stage.page()[edge]([], { upload_phase: "start" });
  await stage.uploadFilm(String(begun.upload_url), seconds);
  const video = String(begun.video_id);
  const made = await stage.page()[edge]([], { upload_phase: "finish", video_id: video, ...more });
  return Object.assign(made, { video });
}
