import { strict as assert } from "node:assert";
import type { Cursor } from "./meta-sdk.ts";
import type { Scenario } from "./scenario.ts";
import { inside, refused } from "./stage.ts";

const texts = (list: Cursor): unknown[] => list.map(({ message }) => message);

/** What people write under posts, and what a Page may do about it. */
export const commentScenarios: Scenario[] = [
  {
    name: "comments on two levels, with their count",
    asked: "PagePost.getComments filter, order, summary",
    run: async (stage) => {
      const post = await stage.published();
      const first = stage.says("anna", post, "Scade quando?");
      stage.says("giorgio", post, "Il 30", first);
      stage.says("olena", post, "Part-time?");
      assert.deepEqual(texts(await post.getComments(["message"])), ["Scade quando?", "Part-time?"]);
      const flat = await post.getComments(["message", "parent{id}"], {
        filter: "stream",
        order: "reverse_chronological",
        summary: true,
      });
      assert.deepEqual(texts(flat), ["Part-time?", "Il 30", "Scade quando?"]);
      assert.equal(inside(flat[1]?.parent, "id"), first);
      assert.equal(flat.summary?.total_count, 3);
      return undefined;
    },
  },
  {
    name: "comments page by page",
    asked: "PagePost.getComments limit, Cursor.next",
    run: async (stage) => {
      const post = await stage.published();
      for (const text of ["1", "2", "3"]) stage.says("anna", post, text);
      const list = await post.getComments(["message"], { limit: 2 });
      assert.deepEqual(texts(list), ["1", "2"]);
      assert.deepEqual(texts(await list.next()), ["3"]);
      assert.equal(list.hasNext(), false);
      return undefined;
    },
  },
  {
    name: "answering a comment",
    asked: "Comment.createComment, getComments",
    run: async (stage) => {
      const post = await stage.published();
      const question = stage.comment(stage.says("youssef", post, "È ancora aperta?"));
      const answer = await question.createComment([], { message: "Sì, fino al 30." });
      const [below] = await question.getComments(["id", "message", "from", "parent"]);
      assert.deepEqual([below?.id, below?.message], [answer.id, "Sì, fino al 30."]);
      assert.equal(inside(below?.from, "id"), stage.facebook.seed.page.id);
      assert.equal(inside(below?.parent, "id"), question.id);
      return undefined;
    },
  },
  {
    name: "commenting with a picture",
    asked: "PagePost.createComment attachment_url",
    run: async (stage) => {
      const post = await stage.published();
      const made = await post.createComment([], { attachment_url: `${stage.websiteOrigin}/foto.png` });
      const { attachment } = await stage.comment(made.id).get(["attachment"]);
      assert.equal((attachment as { type: string }).type, "photo");
      return undefined;
    },
  },
  {
    name: "hiding and showing a comment",
    asked: "Comment.update is_hidden, get can_hide",
    run: async (stage) => {
      const comment = stage.comment(stage.says("luca", await stage.published(), "Vergogna"));
      const fields = ["is_hidden", "can_hide", "can_remove", "can_reply_privately"];
      const shown = await comment.get(fields);
      assert.deepEqual([shown.is_hidden, shown.can_hide, shown.can_remove], [false, true, true]);
      assert.deepEqual(await stage.comment(comment.id).update([], { is_hidden: true }), { success: true });
      assert.equal((await stage.comment(comment.id).get(fields)).is_hidden, true);
      await stage.comment(comment.id).update([], { is_hidden: false });
      assert.equal((await stage.comment(comment.id).get(fields)).is_hidden, false);
      return undefined;
    },
  },
  {
    name: "deleting a comment, once",
    asked: "Comment.delete twice",
    run: async (stage) => {
      const post = await stage.published();
      const id = stage.says("luca", post, "Pubblicità");
      assert.deepEqual(await stage.comment(id).delete([]), { success: true });
      await refused(stage.comment(id).delete([]), 100, 33);
      assert.equal((await post.getComments(["id"])).length, 0);
      return undefined;
    },
  },
  {
    name: "our own comment can be corrected, others' cannot",
    asked: "Comment.update message",
    run: async (stage) => {
      const post = await stage.published();
      const ours = await post.createComment([], { message: "Lunedi" });
      await stage.comment(ours.id).update([], { message: "Lunedì" });
      assert.equal((await stage.comment(ours.id).get(["message"])).message, "Lunedì");
      await refused(stage.comment(stage.says("anna", post, "Ciao")).update([], { message: "Addio" }), 200);
      return undefined;
    },
  },
  {
    name: "liking as the Page, and taking it back",
    asked: "Comment.createLike, deleteLikes",
    run: async (stage) => {
      const id = stage.says("anna", await stage.published(), "Grazie!");
      await stage.comment(id).createLike([]);
      assert.equal((await stage.comment(id).get(["user_likes"])).user_likes, true);
      assert.deepEqual(await stage.comment(id).deleteLikes(), { success: true });
      assert.equal((await stage.comment(id).get(["user_likes", "like_count"])).like_count, 0);
      return undefined;
    },
  },
  {
    name: "reactions by kind, with their sum",
    asked: "PagePost.getReactions type, summary",
    run: async (stage) => {
      const post = await stage.published();
      const about = { pageId: stage.facebook.seed.page.id, postId: post.id };
      const { community } = stage.facebook.world;
      community.react(about, "10200000000000001", "LOVE");
      community.react(about, "10200000000000003", "ANGRY");
      const all = await post.getReactions(["type", "name"], { summary: "total_count" });
      assert.deepEqual(all.map(({ type }) => type).sort(), ["ANGRY", "LOVE"]);
      assert.equal(all.summary?.total_count, 2);
      const loved = await post.getReactions(["name"], { type: "LOVE" });
      assert.deepEqual(
        loved.map(({ name }) => name),
        ["Anna Bianchi"],
      );
      return undefined;
    },
  },
  {
    name: "without Advanced Access there are no names",
    asked: "PagePost.getComments from",
    run: async (stage) => {
      const post = await stage.published();
      stage.says("anna", post, "Chi sono?");
      Object.assign(stage.facebook.world.apps.get(stage.facebook.seed.app.id) ?? {}, { advancedAccess: [] });
      const [seen] = await post.getComments(["message", "from"]);
      assert.deepEqual([seen?.message, seen?.from], ["Chi sono?", undefined]);
      return undefined;
    },
  },
  {
    name: "blocking a person and letting them back in",
    asked: "Page.createBlocked, getBlocked, deleteBlocked",
    run: async (stage) => {
      const psid = stage.writes("luca", "…");
      const done = await stage.page().createBlocked([], { psid: [psid] });
      // createBlocked takes the answer for an object without a class: its fields are the answer.
      assert.equal(
        (done as unknown as { _data?: Record<string, unknown> })._data?.[psid] ?? done[psid],
        true,
      );
      const [blocked] = await stage.page().getBlocked([]);
      assert.equal(blocked?.id, psid);
      await stage.page().deleteBlocked({ psid });
      assert.equal((await stage.page().getBlocked([])).length, 0);
      return undefined;
    },
  },
];
