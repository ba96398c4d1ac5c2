import { expect, test } from "vitest";
import { formats } from "../../src/channels/facebook-page/formats.ts";
import type { HttpRequest } from "../../src/platform/http-client.ts";
import { sharedIsHere, sharedMissing } from "../shared.ts";
import { channelSuite } from "./channel-suite.ts";
import { nextPost } from "./channel-world.ts";
import { openFacebookWorld } from "./facebook-world.ts";
import { beyondSpecification, callsIn } from "./official-names.ts";

const requests: HttpRequest[] = [];

channelSuite("facebook-page", () => openFacebookWorld(requests), {
  formats,
});

test("the same post sent again right away is known to be there already, and found", async () => {
  const world = await openFacebookWorld(requests);
  const post = nextPost();
  const first = await world.channel.publish(post, world.account);
  expect(await world.channel.publish(post, world.account)).toMatchObject({
    kind: "unknown",
    reason: "already-there",
  });
  expect(await world.channel.findPublished(post, world.account, new Date())).toMatchObject({
    kind: "found",
    externalId: first.kind === "published" ? first.externalId : "",
  });
  expect(world.published()).toHaveLength(1);
  await world.close();
});

test("a search reads beyond the first hundred posts", async () => {
  const world = await openFacebookWorld(requests);
  const post = nextPost();
  await world.channel.publish(post, world.account);
  for (let count = 0; count < 130; count++) await world.channel.publish(nextPost(), world.account);
  expect(await world.channel.findPublished(post, world.account, new Date(Date.now() - 60_000))).toMatchObject(
    {
      kind: "found",
    },
  );
  await world.close();
});

test("a post edited by a token of another app is refused for that post, and the account goes on", async () => {
  const world = await openFacebookWorld(requests);
  const made = await world.channel.publish(nextPost(), world.account);
  const externalId = made.kind === "published" ? made.externalId : "";
  const stranger = world.accountWith({
    token: world.facebook.seed.strangerToken,
    appId: undefined,
    appSecret: undefined,
  });
  expect(["refused", "reconnect"]).toContain(
    (await world.channel.edit({ format: "link-post", externalId }, "x", stranger)).kind,
  );
  expect(world.published()[0]?.text).not.toBe("x");
  await world.close();
});

test("a person's token is told apart from the Page's, in publishing and in the health check", async () => {
  const world = await openFacebookWorld(requests);
  const personal = world.accountWith({ token: world.facebook.seed.userToken });
  expect(await world.channel.publish(nextPost(), personal)).toMatchObject({ kind: "reconnect" });
  expect(await world.channel.checkHealth(personal)).toContainEqual(
    expect.objectContaining({ name: "page", state: "fault", reason: "token-of-a-person" }),
  );
  await world.close();
});

test("a wrong app secret is a matter of the account, not of each post", async () => {
  const world = await openFacebookWorld(requests);
  const mistyped = world.accountWith({ appSecret: "00000000000000000000000000000000" });
  expect(await world.channel.publish(nextPost(), mistyped)).toMatchObject({
    kind: "reconnect",
    reason: "proof-refused",
  });
  await world.close();
});

const skipped = sharedIsHere ? "" : ` (skipped: ${sharedMissing})`;

/** What our requests say beyond Meta's specification, each with where it comes from instead (sections of graph-api.md). */
const exceptions = {
  "parameter appsecret_proof": "of every call, for all nodes alike (3.7)",
  "parameter limit": "paging, for all edges alike (10, 18); published_posts alone lists it",
  "parameter after": "paging, for all edges alike (18)",
  "GET Page/feed: parameter since": "the paging layer of edges ordered by time (10)",
  "GET Page/published_posts: parameter since": "the paging layer of edges ordered by time (10)",
  "GET Page/published_posts: fields of StoryAttachment": "a node the specification names and lacks (10)",
  "fields of UnifiedMessage": "a node the specification names and lacks (12)",
  "fields of Object": "`from` is {id, name}, and has no node (11)",
  "POST Page/photos: parameter source": "the file part, which the specification leaves out (6)",
  "POST /: parameter id": "a link is no node of the specification (8)",
  "POST /: parameter scrape": "the same",
  "GET debug_token: parameter input_token": "no node of the specification (3.4)",
};

test.skipIf(!sharedIsHere)(
  `every name and word in our requests is in Meta's specification, or has a reason not to be${skipped}`,
  () => expect(beyondSpecification(requests, exceptions)).toEqual({ unknown: [], unneeded: [] }),
);

test("the tests above have made every call the channel makes, so no name can hide from the one before", () => {
  expect(callsIn(requests)).toEqual([
    "DELETE AdVideo",
    "DELETE Comment",
    "DELETE Page/blocked",
    "DELETE PagePost",
    "GET AdVideo",
    "GET Application/subscriptions",
    "GET Comment",
    "GET Comment/comments",
    "GET Page",
    "GET Page/conversations",
    "GET Page/feed",
    "GET Page/insights",
    "GET Page/published_posts",
    "GET Page/stories",
    "GET Page/subscribed_apps",
    "GET PagePost/comments",
    "GET PagePost/insights",
    "GET Stories",
    "GET UnifiedThread/messages",
    "GET debug_token",
    "POST /",
    "POST AdVideo",
    "POST Application/subscriptions",
    "POST Comment",
    "POST Comment/comments",
    "POST Page/blocked",
    "POST Page/feed",
    "POST Page/messages",
    "POST Page/photo_stories",
    "POST Page/photos",
    "POST Page/subscribed_apps",
    "POST Page/video_reels",
    "POST Page/video_stories",
    "POST PagePost",
    "POST PagePost/comments",
  ]);
});
