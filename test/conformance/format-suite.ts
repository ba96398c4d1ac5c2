import { describe, expect, test } from "vitest";
import type { Account, Channel, Format, FormatNeeds, PublishedPost } from "../../src/channels/channel.ts";
import { type ChannelWorld, faultNames } from "./channel-world.ts";
import { lookFor, needsOf, postOf, promisedOf, stageFully } from "./format-posts.ts";
import { absentOrSilent, type OpenStage, type Stage } from "./stage.ts";
import { stagingTests } from "./staging-suite.ts";

/** What `Channel` promises of each format, beside what the suite shows with posts that are sent in one step. */
export function formatTests<Settings, App>(
  stage: OpenStage<Settings, App>,
  formats: Channel<unknown>["formats"],
): void {
  for (const [format, needs] of Object.entries(formats) as [Format, FormatNeeds][]) {
    describe(`a ${format}`, () => {
      publishingTests(stage, format);
      if (needs.isStaged) stagingTests(stage, format);
      amendmentTests(stage, format);
    });
  }
}

function publishingTests<Settings, App>(stage: OpenStage<Settings, App>, format: Format): void {
  test("that passes is seen once, with what belongs in it, and is found", async () => {
    const at = stage();
    const { world, channel } = at;
    const post = postOf(at, format);
    const staged = await stageFully(at, post);
    expect(world.published()).toEqual([]);
    const outcome = await channel.publish(post, world.account, staged);
    if (outcome.kind === "processing") {
      expect(outcome.askAfter.getTime()).toBeGreaterThan(Date.now());
      expect(await lookFor(at, post, staged)).toEqual({ kind: "processing" });
      world.finishWork();
    } else expect(outcome).toMatchObject({ kind: "published", url: expect.stringMatching(/^https?:/) });
    const [seen, ...others] = world.published();
    expect(others).toEqual([]);
    expect(seen?.media).toBe(Math.max(post.pictures.length, post.clip ? 1 : 0));
    const found = await lookFor(at, post, staged);
    expect(found).toEqual({
      kind: "found",
      externalId: seen?.externalId,
      url: expect.stringMatching(/^https?:/),
    });
    if (outcome.kind === "published") expect(outcome.externalId).toBe(seen?.externalId);
    if (needsOf(at, format).media === "none") expect(seen?.link).toBe(post.link);
    // What is only made of pictures has its words in them.
    if (needsOf(at, format).isEditable) expect(seen?.text).toBe(post.text);
  });

  test.each(faultNames)(
    "that meets %s is told as what it is, and the search knows the truth",
    async (fault) => {
      const at = stage();
      const { world, channel } = at;
      const post = postOf(at, format);
      const staged = await stageFully(at, post);
      const promised = promisedOf(needsOf(at, format), fault);
      world.breakNext(fault, format);
      const outcome = await channel.publish(post, world.account, staged);
      expect(outcome).toMatchObject({ kind: promised.outcome });
      if (promised.scope) expect(outcome).toMatchObject({ scope: promised.scope });
      world.finishWork();
      const there = world.published();
      expect(there).toHaveLength(promised.appears ? 1 : 0);
      const truth = promised.appears ? { kind: "found", externalId: there[0]?.externalId } : absentOrSilent;
      expect(await lookFor(at, post, staged)).toMatchObject(truth);
      world.mend();
      if (promised.appears) return;
      await channel.publish(post, world.account, staged);
      world.finishWork();
      expect(world.published()).toHaveLength(1);
    },
  );

  test("with a token nobody issued is not seen, and a person is asked to connect again", async () => {
    const at = stage();
    const post = postOf(at, format);
    const staged = await stageFully(at, post);
    const outcome = await at.channel.publish(post, at.world.wrongToken, staged);
    expect(outcome).toMatchObject({ kind: "reconnect" });
    at.world.finishWork();
    expect(at.world.published()).toEqual([]);
  });
}

async function publishOne<Settings, App>(at: Stage<Settings, App>, format: Format): Promise<PublishedPost> {
  const post = postOf(at, format);
  await at.channel.publish(post, at.world.account, await stageFully(at, post));
  at.world.finishWork();
  return { format, externalId: at.world.published().at(-1)?.externalId ?? "" };
}

function amendmentTests<Settings, App>(stage: OpenStage<Settings, App>, format: Format): void {
  const textOf = (world: ChannelWorld<Settings, App>, { externalId }: PublishedPost) =>
    world.published().find((seen) => seen.externalId === externalId)?.text;

  test("is edited where the network can, and left as it is where it cannot", async () => {
    const at = stage();
    const { world, channel } = at;
    const [other, post] = [await publishOne(at, format), await publishOne(at, format)];
    const otherText = textOf(world, other);
    const before = textOf(world, post);
    const { isEditable } = needsOf(at, format);
    for (let time = 0; time < 2; time++) {
      const amendment = await channel.edit(post, "CHIUSA: offerta", world.account);
      expect(amendment.kind).toBe(isEditable ? "done" : "refused");
    }
    expect(textOf(world, post)).toBe(isEditable ? "CHIUSA: offerta" : before);
    expect(textOf(world, other)).toBe(otherText);
  });

  test("is taken off where the network can, and the second time it is gone", async () => {
    const at = stage();
    const { world, channel } = at;
    const post = await publishOne(at, format);
    const { isRemovable } = needsOf(at, format);
    const remove = async (account: Account<Settings>) => (await channel.remove(post, account)).kind;
    if (!isRemovable) {
      expect(await remove(world.account)).toBe("refused");
      expect(world.published()).toHaveLength(1);
      return;
    }
    expect((await channel.edit(post, "testo", world.wrongToken)).kind).toBe("reconnect");
    expect(await remove(world.wrongToken)).toBe("reconnect");
    expect(await remove(world.account)).toBe("done");
    expect(world.published()).toEqual([]);
    expect(await remove(world.account)).toBe("gone");
    expect(await channel.edit(post, "testo", world.account)).toEqual({ kind: "gone" });
  });
}
