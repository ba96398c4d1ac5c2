import { strict as assert } from "node:assert";
import type { Cursor } from "./meta-sdk.ts";
import type { Scenario } from "./scenario.ts";
import { refused } from "./stage.ts";

/** How the SDK sees what goes wrong: always a FacebookRequestError with Meta's code and subcode. */
export const errorScenarios: Scenario[] = [
  {
    name: "190: the token has expired",
    asked: "Page.get",
    run: async (stage) => {
      stage.facebook.addFault({ mode: "token-expired" });
      const error = await refused(stage.page().get(["name"]), 190, 463);
      assert.match(error.message, /Session has expired/);
      return undefined;
    },
  },
  {
    name: "190: the password was changed",
    asked: "Page.createFeed",
    run: async (stage) => {
      stage.facebook.addFault({ mode: "token-password" });
      await refused(stage.page().createFeed([], { message: "No" }), 190, 460);
      assert.equal(stage.facebook.posts().length, 0);
      return undefined;
    },
  },
  {
    name: "190: nobody's token",
    asked: "Page.get",
    run: async (stage) => {
      await refused(stage.page("EAAinventato").get(["name"]), 190);
      return undefined;
    },
  },
  {
    name: "100: a field that does not exist",
    asked: "Page.get",
    run: async (stage) => {
      const error = await refused(stage.page().get(["colore_preferito"]), 100);
      assert.match(error.message, /nonexisting field \(colore_preferito\) on node type \(Page\)/);
      return undefined;
    },
  },
  {
    name: "100: nothing to publish",
    asked: "Page.createFeed",
    run: async (stage) => {
      await refused(stage.page().createFeed([], {}), 100);
      return undefined;
    },
  },
  {
    name: "100/1609005: a link that cannot be read",
    asked: "Page.createFeed link",
    run: async (stage) => {
      const link = `${stage.websiteOrigin}/niente`;
      await refused(stage.page().createFeed([], { message: "Guardate", link }), 100, 1609005);
      return undefined;
    },
  },
  {
    name: "10: the permission is gone",
    asked: "Page.getPublishedPosts",
    run: async (stage) => {
      stage.facebook.addFault({ mode: "permission-lost", edge: "*", times: "forever" });
      await refused(stage.page().getPublishedPosts(["id"]), 10);
      await refused(stage.page().createFeed([], { message: "No" }), 200);
      return undefined;
    },
  },
  {
    name: "506: the same post twice in a row",
    asked: "Page.createFeed twice",
    run: async (stage) => {
      await stage.page().createFeed([], { message: "Identico" });
      await refused(stage.page().createFeed([], { message: "Identico" }), 506);
      assert.equal((await stage.page().getPublishedPosts(["id"])).length, 1);
      return undefined;
    },
  },
  {
    name: "80001: too many calls, with the time to wait",
    asked: "Page.getFeed",
    run: async (stage) => {
      stage.facebook.addFault({ mode: "rate-limit-80001", edge: "*", regainMinutes: 5 });
      const error = await refused(stage.page().getFeed(["id"]), 80001);
      const header = JSON.parse(error.headers?.["x-business-use-case-usage"] ?? "{}");
      const [usage] = header[stage.facebook.seed.page.id];
      assert.equal(usage.type, "pages");
      assert.equal(usage.call_count, 100);
      assert.equal(usage.estimated_time_to_regain_access, 5);
      return undefined;
    },
  },
  {
    name: "368: blocked for a while",
    asked: "Page.createFeed",
    run: async (stage) => {
      stage.facebook.addFault({ mode: "blocked-368" });
      await refused(stage.page().createFeed([], { message: "Troppo" }), 368, 1390008);
      return undefined;
    },
  },
  {
    name: "2 and 1/99: an error, and it is published all the same",
    asked: "Page.createFeed, getPublishedPosts",
    run: async (stage) => {
      stage.facebook.addFault({ mode: "error-2-after" });
      const error = await refused(stage.page().createFeed([], { message: "Forse" }), 2);
      assert.equal(error.status, 500);
      stage.facebook.addFault({ mode: "error-1-99-after" });
      await refused(stage.page().createFeed([], { message: "Forse no" }), 1, 99);
      const there = await stage.page().getPublishedPosts(["message"]);
      assert.deepEqual(
        there.map(({ message }) => message),
        ["Forse no", "Forse"],
      );
      return undefined;
    },
  },
  {
    name: "no answer at all, and it is published all the same",
    asked: "Page.createFeed, getPublishedPosts",
    run: async (stage) => {
      stage.facebook.addFault({ mode: "lost-after" });
      const error: unknown = await stage
        .page()
        .createFeed([], { message: "Caduta la linea" })
        .catch((thrown) => thrown);
      assert.match(String((error as Error).message), /no response was received/);
      assert.equal((await stage.page().getPublishedPosts(["id"])).length, 1);
      return undefined;
    },
  },
  {
    name: "reads that lag behind",
    asked: "PagePost.get, getPublishedPosts",
    run: async (stage) => {
      stage.facebook.setReadLag(60_000);
      const post = await stage.published();
      await refused(stage.post(post.id).get(["id"]), 100, 33);
      assert.equal((await stage.page().getPublishedPosts(["id"])).length, 0);
      stage.facebook.advance(61_000);
      assert.equal((await stage.page().getPublishedPosts(["id"])).length, 1);
      return undefined;
    },
  },
  {
    name: "headers: version, trace, and ETag of a list",
    asked: "Api.setShowHeader, Page.getFeed",
    run: async (stage) => {
      const { Page } = stage.sdk;
      const { seed } = stage.facebook;
      const page = new Page(seed.page.id, {}, undefined, stage.apiOf(seed.pageToken).setShowHeader(true));
      const list: Cursor = await page.getFeed(["id"]);
      assert.equal(list.headers?.["facebook-api-version"], "v24.0");
      assert.ok(list.headers?.["x-fb-trace-id"]);
      assert.ok(list.headers?.etag);
      return undefined;
    },
  },
];
