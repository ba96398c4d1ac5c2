import { expect, test } from "vitest";
import { formats } from "../../src/channels/facebook-page/formats.ts";
import type { HttpRequest } from "../../src/platform/http-client.ts";
import { channelSuite } from "./channel-suite.ts";
import { nextPost } from "./channel-world.ts";
import { openFacebookWorld } from "./facebook-world.ts";

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
