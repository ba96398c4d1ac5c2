import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account, Channel } from "../../src/channels/channel.ts";
import { type ChannelWorld, faultNames, nextPost } from "./channel-world.ts";
import { conversingTests } from "./conversing-suite.ts";
import { formatTests } from "./format-suite.ts";
import { listenTo, type Overheard } from "./listen-to.ts";
import { listeningTests } from "./listening-suite.ts";
import { measuringTests } from "./measuring-suite.ts";
import { reconcilingTests } from "./reconciling-suite.ts";
import { minuteAgo, type OpenStage, type Stage } from "./stage.ts";

export interface SuiteOptions {
  /** The formats the channel says it has. */
  formats: Channel<unknown>["formats"];
  /** Bounds a test; the world should keep its own time limits well below. */
  timeoutMs?: number;
}

/** The one suite for every channel adapter: what `Channel` promises, shown against a network that misbehaves. */
export function channelSuite<Settings, App>(
  name: string,
  open: () => Promise<ChannelWorld<Settings, App>>,
  { formats, timeoutMs = 10_000 }: SuiteOptions,
): void {
  describe(`${name} keeps the promises of a channel`, { timeout: timeoutMs }, () => {
    let world: ChannelWorld<Settings, App>;
    let overheard: Overheard<Settings, App>;
    beforeAll(async () => {
      world = await open();
    });
    beforeEach(() => {
      world.reset();
      overheard = listenTo(world.channel);
    });
    afterEach(() => {
      for (const secret of world.secrets) expect(overheard.said()).not.toContain(secret);
    });
    afterAll(() => world.close());
    const stage = (): Stage<Settings, App> => ({ world, channel: overheard.channel });

    test("it has the formats that are shown here, and no others", () => {
      expect(stage().channel.formats).toEqual(formats);
    });
    formatTests(stage, formats);
    limitTests(stage);
    searchTests(stage);
    accountTests(stage);
    wordTests(stage);
    conversingTests(stage);
    listeningTests(stage);
    reconcilingTests(stage);
    measuringTests(stage);
  });
}

function limitTests<Settings, App>(stage: OpenStage<Settings, App>): void {
  test("a limit names the moment from which calls pass again", async () => {
    const { world, channel } = stage();
    world.breakNext("throttled", "link-post");
    const outcome = await channel.publish(nextPost(), world.account);
    const notBefore = outcome.kind === "retry" ? outcome.notBefore : undefined;
    expect(notBefore?.getTime()).toBeGreaterThan(Date.now());
  });

  test("after a fault has passed, the next post goes out", async () => {
    const { world, channel } = stage();
    world.breakNext("gateway-page-before-acting", "link-post");
    await channel.publish(nextPost(), world.account);
    expect(await channel.publish(nextPost(), world.account)).toMatchObject({ kind: "published" });
    expect(world.published()).toHaveLength(1);
  });
}

function searchTests<Settings, App>(stage: OpenStage<Settings, App>): void {
  test("a post never sent is absent, also among many others", async () => {
    const { world, channel } = stage();
    for (let count = 0; count < 30; count++) await channel.publish(nextPost(), world.account);
    expect(await channel.findPublished(nextPost(), world.account, minuteAgo())).toEqual({ kind: "absent" });
  });

  test("a post is found among many others, however often one looks, and looking changes nothing", async () => {
    const { world, channel } = stage();
    const post = nextPost();
    const outcome = await channel.publish(post, world.account);
    for (let count = 0; count < 30; count++) await channel.publish(nextPost(), world.account);
    for (let look = 0; look < 2; look++) {
      const finding = await channel.findPublished(post, world.account, minuteAgo());
      expect(finding).toMatchObject({
        kind: "found",
        externalId: outcome.kind === "published" ? outcome.externalId : "",
      });
    }
    expect(world.published()).toHaveLength(31);
  });

  test("a post that reads do not show yet is absent at first and found later", async () => {
    const { world, channel } = stage();
    const post = nextPost();
    world.hideNewPosts(300);
    world.breakNext("error-after-acting", "link-post");
    const since = new Date();
    expect(await channel.publish(post, world.account)).toMatchObject({ kind: "unknown" });
    expect(await channel.findPublished(post, world.account, since)).toEqual({ kind: "absent" });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await channel.findPublished(post, world.account, since)).toMatchObject({ kind: "found" });
  });

  test("a search with a dead token says that a person must connect again, and nothing about the post", async () => {
    const { world, channel } = stage();
    const finding = await channel.findPublished(nextPost(), world.wrongToken, minuteAgo());
    expect(finding).toMatchObject({ kind: "no-answer", reconnect: true });
  });
}

function accountTests<Settings, App>(stage: OpenStage<Settings, App>): void {
  test("a token nobody issued asks for a new connection, and nothing appears", async () => {
    const { world, channel } = stage();
    expect(await channel.publish(nextPost(), world.wrongToken)).toMatchObject({ kind: "reconnect" });
    expect(world.published()).toEqual([]);
  });

  test("on a Page that is not ours nothing appears, and a person is asked", async () => {
    const { world, channel } = stage();
    expect(await channel.publish(nextPost(), world.notOurs)).toMatchObject({ kind: "reconnect" });
    expect(world.published()).toEqual([]);
  });

  test("the health check is well for our account, and names a fault for the two others", async () => {
    const { world, channel } = stage();
    const states = async (account: Account<Settings>) =>
      (await channel.checkHealth(account)).map((check) => check.state);
    expect(new Set(await states(world.account))).toEqual(new Set(["ok"]));
    expect(await states(world.wrongToken)).toContain("fault");
    expect(await states(world.notOurs)).toContain("fault");
    expect(world.published()).toEqual([]);
  });
}

function wordTests<Settings, App>(stage: OpenStage<Settings, App>): void {
  test("every reason given under any fault has words of its own in both languages", async () => {
    const { world, channel } = stage();
    for (const fault of faultNames) {
      world.reset();
      world.breakNext(fault, "link-post");
      const outcome = await channel.publish(nextPost(), world.account);
      if (!("reason" in outcome)) continue;
      const [italian, english] = [
        channel.explain(outcome.reason, "it"),
        channel.explain(outcome.reason, "en"),
      ];
      expect(italian).not.toEqual(channel.explain("no-such-reason", "it"));
      expect(english).not.toEqual(channel.explain("no-such-reason", "en"));
      expect(italian.happened).not.toBe(english.happened);
    }
  });

  test("its settings survive being stored and read again, and name their secrets", () => {
    const { world, channel } = stage();
    const stored: unknown = JSON.parse(JSON.stringify(world.account.settings));
    expect(channel.readSettings(stored)).toEqual(world.account.settings);
    for (const key of channel.secretSettings)
      expect(Object.keys(world.account.settings as object)).toContain(key);
  });
}
