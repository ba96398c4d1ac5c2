import { strict as assert } from "node:assert";
import { createHmac } from "node:crypto";
import type { BatchAnswer, Held, Params } from "./meta-sdk.ts";
import type { Scenario } from "./scenario.ts";
import { elements, inside, refused, type Stage } from "./stage.ts";

/** Tokens, subscriptions, figures, and several calls in one. */
export const accountScenarios: Scenario[] = [
  {
    name: "the Pages of a person, with their tokens",
    asked: "User.getAccounts, Page.get",
    run: async (stage) => {
      const { userToken, page } = stage.facebook.seed;
      const accounts = await me(stage, userToken).getAccounts(["id", "name", "tasks", "access_token"]);
      const ours = accounts.find(({ id }) => id === page.id);
      assert.equal(ours?.name, page.name);
      assert.ok(elements(ours?.tasks).includes("CREATE_CONTENT"));
      const read = await stage.page(String(ours?.access_token)).get(["name"]);
      assert.equal(read.name, page.name);
      return undefined;
    },
  },
  {
    name: "what a person has granted",
    asked: "User.getPermissions",
    run: async (stage) => {
      const granted = await me(stage, stage.facebook.seed.userToken).getPermissions([]);
      assert.ok(
        granted.some(({ permission, status }) => permission === "pages_manage_posts" && status === "granted"),
      );
      return undefined;
    },
  },
  {
    name: "whose token this is",
    asked: "Api.getAppID (debug_token)",
    run: async (stage) => {
      const { data } = await stage.apiOf(stage.facebook.seed.userToken).getAppID();
      assert.equal(data.data.app_id, stage.facebook.seed.app.id);
      return undefined;
    },
  },
  {
    name: "the proof of the app's secret",
    asked: "Page.get appsecret_proof",
    run: async (stage) => {
      const { app, pageToken } = stage.facebook.seed;
      Object.assign(stage.facebook.world.apps.get(app.id) ?? {}, { requireProof: true });
      const appsecret_proof = createHmac("sha256", app.secret).update(pageToken).digest("hex");
      assert.equal((await stage.page().get(["id"], { appsecret_proof })).id, stage.facebook.seed.page.id);
      await refused(stage.page().get(["id"]), 100);
      await refused(stage.page().get(["id"], { appsecret_proof: "0".repeat(64) }), 100);
      return undefined;
    },
  },
  {
    name: "subscribing the Page, and leaving",
    asked: "Page.createSubscribedApp, get, delete",
    run: async (stage) => {
      const made = await stage.page().createSubscribedApp([], { subscribed_fields: ["feed", "messages"] });
      assert.equal(made.success, true);
      const [app] = await stage.page().getSubscribedApps([]);
      assert.equal(app?.id, stage.facebook.seed.app.id);
      assert.deepEqual(elements(app?.subscribed_fields).sort(), ["feed", "messages"]);
      await stage.page().deleteSubscribedApps();
      assert.equal((await stage.page().getSubscribedApps([])).length, 0);
      return undefined;
    },
  },
  {
    name: "subscribing the app, with the handshake",
    asked: "Application.createSubscription, getSubscriptions",
    run: async (stage) => {
      const { app } = stage.facebook.seed;
      const api = stage.apiOf(`${app.id}|${app.secret}`);
      const application = new stage.sdk.Application(app.id, {}, undefined, api);
      const callback_url = `${stage.websiteOrigin}/webhook`;
      const asked = {
        object: "page",
        callback_url,
        fields: "feed,messages",
        verify_token: "v",
        include_values: true,
      };
      await application.createSubscription([], asked);
      const [held] = await application.getSubscriptions([]);
      assert.deepEqual([held?.object, held?.callback_url, held?.active], ["page", callback_url, true]);
      const fields = elements(held?.fields).map((field) => inside(field, "name"));
      assert.deepEqual(fields.sort(), ["feed", "messages"]);
      return undefined;
    },
  },
  {
    name: "figures of the Page, and of earlier days",
    asked: "Page.getInsights period, Cursor.previous",
    run: async (stage) => {
      const metric = ["page_media_view", "page_follows"];
      const list = await stage.page().getInsights(["name", "period", "values"], { metric, period: "day" });
      assert.deepEqual(
        list.map(({ name, period }) => [name, period]),
        metric.map((name) => [name, "day"]),
      );
      const ends = (at: Held | undefined): string[] =>
        elements(at?.values).map((value) => String(inside(value, "end_time")));
      const later = ends(list[0]);
      assert.match(later[0] ?? "", /T0[78]:00:00\+0000$/);
      await list.previous();
      assert.ok((ends(list[0]).at(-1) ?? "") < (later[0] ?? ""));
      return undefined;
    },
  },
  {
    name: "figures that were taken away, or not named",
    asked: "Page.getInsights page_impressions; none",
    run: async (stage) => {
      await refused(stage.page().getInsights([], { metric: ["page_impressions"], period: "day" }), 100);
      await refused(stage.page().getInsights([], { period: "day" }), 3001, 1504028);
      return undefined;
    },
  },
  {
    name: "figures of a post",
    asked: "PagePost.getInsights",
    run: async (stage) => {
      const post = await stage.published();
      const [clicks] = await post.getInsights([], { metric: ["post_clicks"] });
      assert.deepEqual([clicks?.name, clicks?.period], ["post_clicks", "lifetime"]);
      assert.equal(clicks?.id, `${post.id}/insights/post_clicks/lifetime`);
      return undefined;
    },
  },
  {
    name: "several calls in one, each with its own end",
    asked: "FacebookAdsApiBatch.add ×3, execute",
    run: async (stage) => {
      const post = await stage.published("Nel gruppo");
      const batch = new stage.sdk.FacebookAdsApiBatch(stage.apiOf(stage.facebook.seed.pageToken));
      const went: BatchAnswer[] = [];
      const failed: BatchAnswer[] = [];
      const add = (method: string, path: string[], params: Params) =>
        batch.add(
          method,
          path,
          params,
          undefined,
          (one) => went.push(one),
          (one) => failed.push(one),
        );
      add("GET", [post.id], { fields: "message" });
      add("POST", [stage.facebook.seed.page.id, "feed"], { message: "Dal gruppo" });
      add("GET", ["100000000000001_1"], { fields: "message" });
      assert.equal(await batch.execute(), null);
      assert.equal(went[0]?.body.message, "Nel gruppo");
      assert.equal((await stage.post(String(went[1]?.body.id)).get(["message"])).message, "Dal gruppo");
      const { error } = failed[0] ?? {};
      assert.equal(error?.name, "FacebookRequestError");
      // Of an answer inside a batch the SDK keeps the whole body, so the error stands one level deeper.
      const told = inside(error?.response, "error");
      assert.deepEqual([inside(told, "code"), inside(told, "error_subcode")], [100, 33]);
      return undefined;
    },
  },
];

function me(stage: Stage, token: string) {
  return new stage.sdk.User("me", {}, undefined, stage.apiOf(token));
}
