import { expect, test } from "vitest";
import type { FaultRequest } from "../../sandbox/facebook/index.ts";
import { startFacebook } from "../../sandbox/facebook/index.ts";
import type { Account } from "../../src/channels/channel.ts";
import { facebookPage } from "../../src/channels/facebook-page/index.ts";
import type { FacebookPageSettings } from "../../src/channels/facebook-page/settings.ts";
import { systemClock } from "../../src/platform/clock.ts";
import type { HttpClient } from "../../src/platform/http-client.ts";
import { openHttpClient } from "../../src/platform/open-http-client.ts";
import { channelSuite } from "./channel-suite.ts";
import { type ChannelWorld, type NetworkFault, nextPost } from "./channel-world.ts";

/** How the pretend Facebook plays each fault. */
const faults: Record<NetworkFault, FaultRequest> = {
  "slow-success": { mode: "slow", delayMs: 300 },
  "silent-after-acting": { mode: "hold-after" },
  "lost-after-acting": { mode: "lost-after" },
  "lost-before-acting": { mode: "lost-before" },
  "error-after-acting": { mode: "error-2-after" },
  "error-before-acting": { mode: "unavailable" },
  "gateway-page-after-acting": { mode: "html-502-after" },
  "gateway-page-before-acting": { mode: "html-502" },
  "answer-cut-after-acting": { mode: "truncated-after" },
  "id-missing-after-acting": { mode: "no-id-after" },
  throttled: { mode: "rate-limit-80001", regainMinutes: 0.05 },
  blocked: { mode: "blocked-368" },
  "content-refused": { mode: "invalid-100-trace-490" },
  "link-unreadable": { mode: "scrape-failed" },
  "token-dead": { mode: "token-password" },
  "permission-lost": { mode: "permission-lost" },
};

/** Waits less than the channel asks for: a network that stays silent is silent after a second too. */
const timeoutMaxMs = 1_000;

function impatient(http: HttpClient): HttpClient {
  return {
    request: (request) => http.request({ ...request, timeoutMs: Math.min(request.timeoutMs, timeoutMaxMs) }),
    close: () => http.close(),
  };
}

async function openWorld() {
  const facebook = await startFacebook({ scrape: false });
  const http = impatient(openHttpClient({ userAgent: "bacheca-test" }));
  const channel = facebookPage(http, systemClock);
  const { seed } = facebook;
  const account = (more: Record<string, unknown> = {}): Account<FacebookPageSettings> => {
    const settings = channel.readSettings({
      pageId: seed.page.id,
      token: seed.pageToken,
      appId: seed.app.id,
      appSecret: seed.app.secret,
      graphUrl: facebook.origin,
      allowPrivateAddress: true,
      ...more,
    });
    return { id: "account", externalId: settings.pageId, settings };
  };
  const world: ChannelWorld<FacebookPageSettings> = {
    channel,
    account: account(),
    wrongToken: account({ token: "EAAsim0000000000000000nobody" }),
    notOurs: account({ pageId: seed.secondPage.id }),
    breakNext: (fault) => void facebook.addFault(faults[fault]),
    hideNewPosts: (forMs) => void facebook.setReadLag(forMs),
    published: () =>
      facebook
        .posts()
        .map(({ id, message, link }) => ({ externalId: id, text: message ?? "", link: link ?? "" })),
    reset: () => void facebook.reset(),
    close: async () => {
      await facebook.close();
      await http.close();
    },
    secrets: [seed.pageToken, seed.app.secret, "EAAsim0000000000000000nobody"],
  };
  return { world, facebook, account };
}

channelSuite("facebook-page", async () => (await openWorld()).world);

test("the same post sent again right away is known to be there already, and found", async () => {
  const { world } = await openWorld();
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
  const { world } = await openWorld();
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
  const { world, facebook, account } = await openWorld();
  const made = await world.channel.publish(nextPost(), world.account);
  const externalId = made.kind === "published" ? made.externalId : "";
  const stranger = account({ token: facebook.seed.strangerToken, appId: undefined, appSecret: undefined });
  expect(["refused", "reconnect"]).toContain(
    (await world.channel.edit({ format: "link-post", externalId }, "x", stranger)).kind,
  );
  expect(world.published()[0]?.text).not.toBe("x");
  await world.close();
});

test("a person's token is told apart from the Page's, in publishing and in the health check", async () => {
  const { world, facebook, account } = await openWorld();
  const personal = account({ token: facebook.seed.userToken });
  expect(await world.channel.publish(nextPost(), personal)).toMatchObject({ kind: "reconnect" });
  expect(await world.channel.checkHealth(personal)).toContainEqual(
    expect.objectContaining({ name: "page", state: "fault", reason: "token-of-a-person" }),
  );
  await world.close();
});

test("a wrong app secret is a matter of the account, not of each post", async () => {
  const { world, account } = await openWorld();
  const mistyped = account({ appSecret: "00000000000000000000000000000000" });
  expect(await world.channel.publish(nextPost(), mistyped)).toMatchObject({
    kind: "reconnect",
    reason: "proof-refused",
  });
  await world.close();
});
