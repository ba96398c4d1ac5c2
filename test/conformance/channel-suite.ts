import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account, Channel, PublishedPost } from "../../src/channels/channel.ts";
import {
  type ChannelWorld,
  type Listening,
  listenTo,
  type NetworkFault,
  nextPost,
  type Promised,
  promises,
} from "./channel-world.ts";

export interface SuiteOptions {
  /** Faults the network does not know, each with the reason. */
  skips?: Partial<Record<NetworkFault, string>>;
  /** Bounds a test; the world should keep its own time limits well below. */
  timeoutMs?: number;
}

/** The one suite for every channel adapter: what `Channel` promises, shown against a network that misbehaves. */
export function channelSuite<Settings>(
  name: string,
  open: () => Promise<ChannelWorld<Settings>>,
  { skips = {}, timeoutMs = 10_000 }: SuiteOptions = {},
): void {
  describe(`${name} keeps the promises of a channel`, { timeout: timeoutMs }, () => {
    let world: ChannelWorld<Settings>;
    let listening: Listening<Settings>;
    beforeAll(async () => {
      world = await open();
    });
    beforeEach(() => {
      world.reset();
      listening = listenTo(world.channel);
    });
    afterEach(() => {
      for (const secret of world.secrets) expect(listening.said()).not.toContain(secret);
    });
    afterAll(() => world.close());
    const stage = (): Stage<Settings> => ({ world, channel: listening.channel });

    publishingTests(stage, skips);
    searchTests(stage);
    amendmentTests(stage);
    accountTests(stage);
    wordTests(stage);
  });
}

interface Stage<Settings> {
  world: ChannelWorld<Settings>;
  channel: Channel<Settings>;
}

type OpenStage<Settings> = () => Stage<Settings>;

const minuteAgo = () => new Date(Date.now() - 60_000);

function publishingTests<Settings>(stage: OpenStage<Settings>, skips: SuiteOptions["skips"] = {}): void {
  test("a post that passes is there once, under the id and with the text and link it was given", async () => {
    const { world, channel } = stage();
    const post = nextPost();
    const outcome = await channel.publish(post, world.account);
    expect(outcome).toMatchObject({ kind: "published", url: expect.stringMatching(/^https?:/) });
    const externalId = outcome.kind === "published" ? outcome.externalId : "";
    expect(world.published()).toEqual([{ externalId, text: post.text, link: post.link }]);
  });

  for (const [fault, promised] of Object.entries(promises) as [NetworkFault, Promised][]) {
    const title = `${fault}: the outcome is ${promised.outcome}, and the search tells what is true`;
    const skip = skips[fault];
    test.skipIf(skip)(skip ? `${title} (skipped: ${skip})` : title, async () => {
      const { world, channel } = stage();
      const post = nextPost();
      const since = minuteAgo();
      world.breakNext(fault);
      const outcome = await channel.publish(post, world.account);
      expect(outcome).toMatchObject({ kind: promised.outcome });
      if (promised.scope) expect(outcome).toMatchObject({ scope: promised.scope });
      const there = world.published();
      expect(there).toHaveLength(promised.appears ? 1 : 0);
      const finding = await channel.findPublished(post, world.account, since);
      const truth = promised.appears ? { kind: "found", externalId: there[0]?.externalId } : absentOrSilent;
      expect(finding).toMatchObject(truth);
      world.reset();
    });
  }

  test("a limit names the moment from which calls pass again", async () => {
    const { world, channel } = stage();
    world.breakNext("throttled");
    const outcome = await channel.publish(nextPost(), world.account);
    const notBefore = outcome.kind === "retry" ? outcome.notBefore : undefined;
    expect(notBefore?.getTime()).toBeGreaterThan(Date.now());
  });

  test("after a fault has passed, the next post goes out", async () => {
    const { world, channel } = stage();
    world.breakNext("gateway-page-before-acting");
    await channel.publish(nextPost(), world.account);
    expect(await channel.publish(nextPost(), world.account)).toMatchObject({ kind: "published" });
    expect(world.published()).toHaveLength(1);
  });
}

/** A search may be unable to look (throttled, dead token), but must not find what is not there. */
const absentOrSilent = { kind: expect.stringMatching(/^(absent|no-answer)$/) };

function searchTests<Settings>(stage: OpenStage<Settings>): void {
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
    world.breakNext("error-after-acting");
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

function amendmentTests<Settings>(stage: OpenStage<Settings>): void {
  const publishOne = async ({ world, channel }: Stage<Settings>): Promise<PublishedPost> => {
    const outcome = await channel.publish(nextPost(), world.account);
    if (outcome.kind !== "published") throw new Error(`not published: ${outcome.kind}`);
    return { format: "link-post", externalId: outcome.externalId };
  };

  test("an edit changes the text of that post and of no other, and may be repeated", async () => {
    const { world, channel } = stage();
    const [first, second] = [await publishOne(stage()), await publishOne(stage())];
    const before = world.published();
    for (let time = 0; time < 2; time++) {
      expect(await channel.edit(second, "CHIUSA: offerta", world.account)).toEqual({ kind: "done" });
    }
    expect(world.published()).toEqual([
      before.find((post) => post.externalId === first.externalId),
      { ...before.find((post) => post.externalId === second.externalId), text: "CHIUSA: offerta" },
    ]);
  });

  test("a removal takes the post off, and a second one finds it gone", async () => {
    const { world, channel } = stage();
    const post = await publishOne(stage());
    expect(await channel.remove(post, world.account)).toEqual({ kind: "done" });
    expect(world.published()).toEqual([]);
    expect(await channel.remove(post, world.account)).toEqual({ kind: "gone" });
    expect(await channel.edit(post, "testo", world.account)).toEqual({ kind: "gone" });
  });

  test("an edit and a removal with a dead token ask for a new connection", async () => {
    const { world, channel } = stage();
    const post = await publishOne(stage());
    expect(await channel.edit(post, "testo", world.wrongToken)).toMatchObject({ kind: "reconnect" });
    expect(await channel.remove(post, world.wrongToken)).toMatchObject({ kind: "reconnect" });
    expect(world.published()).toHaveLength(1);
  });
}

function accountTests<Settings>(stage: OpenStage<Settings>): void {
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

function wordTests<Settings>(stage: OpenStage<Settings>): void {
  test("every reason given under any fault has words of its own in both languages", async () => {
    const { world, channel } = stage();
    for (const fault of Object.keys(promises) as NetworkFault[]) {
      world.reset();
      world.breakNext(fault);
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
