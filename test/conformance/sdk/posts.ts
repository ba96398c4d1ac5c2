import { strict as assert } from "node:assert";
import type { Cursor, Held } from "./meta-sdk.ts";
import type { Scenario } from "./scenario.ts";
import { inside, type Stage } from "./stage.ts";

const texts = (list: Cursor): unknown[] => list.map(({ message }) => message);

/** Posts without pictures as they are read: one, many, by pages, with what stands under them. */
export const postScenarios: Scenario[] = [
  {
    name: "text post, read back",
    asked: "Page.createFeed, PagePost.get",
    run: async (stage) => {
      const { page } = stage.facebook.seed;
      const made = await stage
        .page()
        .createFeed(["id", "permalink_url"], { message: "Avviso à la carte 🙂" });
      assert.match(made.id, new RegExp(`^${page.id}_\\d+$`));
      assert.match(String(made.permalink_url), /^http/);
      const read = await stage
        .post(made.id)
        .get(["message", "created_time", "is_published", "status_type", "application", "from"]);
      assert.equal(read.message, "Avviso à la carte 🙂");
      assert.match(String(read.created_time), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/);
      assert.equal(read.is_published, true);
      assert.equal(read.status_type, "mobile_status_update");
      assert.equal(inside(read.application, "id"), stage.facebook.seed.app.id);
      assert.deepEqual(read.from, { name: page.name, id: page.id });
      return undefined;
    },
  },
  {
    name: "link post with its preview",
    asked: "Page.createFeed link, attachments",
    run: async (stage) => {
      const link = `${stage.websiteOrigin}/offerta/1`;
      const made = await stage.page().createFeed([], { message: "Guardate", link });
      const read = await stage
        .post(made.id)
        .get(["attachments{title,description,url,unshimmed_url}", "status_type", "full_picture"]);
      assert.equal(read.status_type, "shared_story");
      const [shown] = (read.attachments as { data: Record<string, unknown>[] }).data;
      assert.equal(shown?.title, "Magazziniere a Valdilago");
      assert.equal(shown?.description, "Tempo pieno, 12 mesi.");
      assert.equal(shown?.unshimmed_url, link);
      assert.match(String(shown?.url), /\/l\.php\?u=/);
      assert.match(String(read.full_picture), /^http/);
      return undefined;
    },
  },
  {
    name: "scraping a link again",
    asked: "Api.call POST / id, scrape",
    run: async (stage) => {
      const id = `${stage.websiteOrigin}/offerta/2`;
      const seen = await stage.apiOf(stage.facebook.seed.pageToken).call("POST", [""], { id, scrape: true });
      assert.equal(seen.title, "Magazziniere a Valdilago");
      assert.equal((seen.image as { url: string }[])[0]?.url, `${stage.websiteOrigin}/card.png`);
      return undefined;
    },
  },
  {
    name: "what is published, for reconciling",
    asked: "Page.getPublishedPosts since, fields",
    run: async (stage) => {
      const from = Math.floor(Date.now() / 1000) - 60;
      const { id } = await stage.published("Con riferimento 2026/12");
      const list = await stage
        .page()
        .getPublishedPosts(["id", "message", "created_time", "application{id}"], { since: from, limit: 25 });
      assert.deepEqual(
        list.map((post) => post.id),
        [id],
      );
      assert.equal(inside(list[0]?.application, "id"), stage.facebook.seed.app.id);
      const none = await stage.page().getPublishedPosts(["id"], { until: from });
      assert.deepEqual([...none], []);
      return undefined;
    },
  },
  {
    name: "pages of a list by cursors, both ways",
    asked: "Page.getFeed, Cursor.next, Cursor.previous",
    run: async (stage) => {
      for (const message of ["uno", "due", "tre", "quattro", "cinque"])
        await stage.page().createFeed([], { message });
      const list = await stage.page().getFeed(["message"], { limit: 2 });
      assert.deepEqual(texts(list), ["cinque", "quattro"]);
      assert.deepEqual(texts(await list.next()), ["tre", "due"]);
      assert.deepEqual(texts(await list.next()), ["uno"]);
      assert.equal(list.hasNext(), false);
      assert.deepEqual(texts(await list.previous()), ["tre", "due"]);
      return undefined;
    },
  },
  {
    name: "fields in braces, limits and counts",
    asked: "PagePost.get comments.limit().order().summary(){}",
    run: async (stage) => {
      const post = await stage.published();
      stage.says("anna", post, "Scade quando?");
      stage.says("luca", post, "Grazie");
      await post.createLike([]);
      const read = await post.get([
        "comments.limit(1).order(reverse_chronological).summary(true){message,from{name}}.as(newest)",
        "reactions.limit(0).summary(total_count)",
      ]);
      const newest = read.newest as { data: Held[]; summary: { total_count: number } };
      assert.deepEqual(
        newest.data.map(({ message, from }) => ({ message, from })),
        [{ message: "Grazie", from: { name: "Luca Ferraris", id: stage.writes("luca", "…") } }],
      );
      assert.equal(newest.summary.total_count, 2);
      assert.equal((read.reactions as { summary: { total_count: number } }).summary.total_count, 1);
      return undefined;
    },
  },
  {
    name: "posts of visitors, and those that mention us",
    asked: "Page.getVisitorPosts, getTagged",
    run: async (stage) => {
      visitorWrites(stage, "Bravi tutti");
      visitorWrites(stage, `Grazie @[${stage.facebook.seed.page.id}]`);
      const all = await stage.page().getVisitorPosts(["message", "from"]);
      assert.deepEqual(texts(all), [`Grazie @[${stage.facebook.seed.page.id}]`, "Bravi tutti"]);
      assert.equal(inside(all[0]?.from, "name"), "Olena Kovalchuk");
      assert.equal((await stage.page().getTagged(["message"])).length, 1);
      return undefined;
    },
  },
  {
    name: "several objects at once",
    asked: "PagePost.getByIds",
    run: async (stage) => {
      const ids = [(await stage.published("A")).id, (await stage.published("B")).id];
      const held = await stage.sdk.PagePost.getByIds(ids, ["message"]);
      // The SDK puts each whole answer where the id belongs: its own oddity, seen in any Graph.
      const read = held.map(({ id }) => id as unknown as { id: string; message: string });
      assert.deepEqual(
        read.map(({ id, message }) => [id, message]),
        [
          [ids[0], "A"],
          [ids[1], "B"],
        ],
      );
      return "the SDK keeps the object under `id`";
    },
  },
];

function visitorWrites(stage: Stage, message: string): void {
  const { world, seed } = stage.facebook;
  const page = world.pages.get(seed.page.id);
  assert.ok(page);
  world.createPost({ page, appId: "", authorId: "10200000000000004", message, published: true });
}
