import { strict as assert } from "node:assert";
import type { Scenario } from "./scenario.ts";
import { refused } from "./stage.ts";

/** What becomes of a post: its text is changed, it waits for its day, it is hidden and taken away. */
export const postLifeScenarios: Scenario[] = [
  {
    name: "changing the text",
    asked: "PagePost.update message",
    run: async (stage) => {
      const post = await stage.published("Scade il 10");
      assert.deepEqual(await stage.post(post.id).update([], { message: "Scade il 20 (proroga)" }), {
        success: true,
      });
      assert.equal((await stage.post(post.id).get(["message"])).message, "Scade il 20 (proroga)");
      return undefined;
    },
  },
  {
    name: "a post of another app cannot be changed",
    asked: "PagePost.update",
    run: async (stage) => {
      const page = stage.facebook.world.pages.get(stage.facebook.seed.page.id);
      assert.ok(page);
      const post = stage.facebook.world.createPost({
        page,
        appId: "240000000000001",
        message: "Altrui",
        published: true,
      });
      await refused(stage.post(post.id).update([], { message: "Nostro" }), 200);
      assert.equal((await stage.post(post.id).get(["message"])).message, "Altrui");
      return undefined;
    },
  },
  {
    name: "hiding a post from the timeline",
    asked: "PagePost.update is_hidden",
    run: async (stage) => {
      const post = await stage.published();
      await stage.post(post.id).update([], { is_hidden: true });
      assert.equal((await stage.page().getPublishedPosts(["id"])).length, 0);
      const [hidden] = await stage.page().getPublishedPosts(["id", "is_hidden"], { include_hidden: true });
      assert.equal(hidden?.is_hidden, true);
      return undefined;
    },
  },
  {
    name: "deleting, and deleting once more",
    asked: "PagePost.delete twice",
    run: async (stage) => {
      const post = await stage.published();
      assert.deepEqual(await post.delete([]), { success: true });
      await refused(stage.post(post.id).delete([]), 100, 33);
      await refused(stage.post(post.id).get(["id"]), 100, 33);
      return undefined;
    },
  },
  {
    name: "a scheduled post goes live by hand",
    asked: "Page.createFeed, getScheduledPosts, PagePost.update",
    run: async (stage) => {
      const at = Math.floor(Date.now() / 1000) + 3600;
      const made = await stage
        .page()
        .createFeed([], { message: "Domani", published: false, scheduled_publish_time: at });
      const [waiting] = await stage.page().getScheduledPosts(["id", "message", "scheduled_publish_time"]);
      assert.equal(waiting?.id, made.id);
      assert.equal(waiting?.scheduled_publish_time, at);
      assert.equal((await stage.page().getPublishedPosts(["id"])).length, 0);
      await stage.post(made.id).update([], { is_published: true });
      assert.equal((await stage.page().getScheduledPosts(["id"])).length, 0);
      const [live] = await stage.page().getPublishedPosts(["message"]);
      assert.equal(live?.message, "Domani");
      return undefined;
    },
  },
  {
    name: "a time too near or too far is refused",
    asked: "Page.createFeed scheduled_publish_time",
    run: async (stage) => {
      const now = Math.floor(Date.now() / 1000);
      for (const scheduled_publish_time of [now + 60, now + 90 * 86_400])
        await refused(
          stage.page().createFeed([], { message: "Quando?", published: false, scheduled_publish_time }),
          100,
        );
      assert.equal(stage.facebook.posts().length, 0);
      return undefined;
    },
  },
  {
    name: "a draft is in the feed and nowhere else",
    asked: "Page.createFeed DRAFT, getFeed",
    run: async (stage) => {
      await stage
        .page()
        .createFeed([], { message: "Bozza", published: false, unpublished_content_type: "DRAFT" });
      const [draft] = await stage.page().getFeed(["message", "is_published"]);
      assert.deepEqual([draft?.message, draft?.is_published], ["Bozza", false]);
      assert.equal((await stage.page().getPublishedPosts(["id"])).length, 0);
      return undefined;
    },
  },
];
