import { expect, test } from "vitest";
import type { Format, Outcome, Post, Staged } from "../../src/channels/channel.ts";
import { lookFor, needsOf, postOf, stageFully } from "./format-posts.ts";
import type { OpenStage, Stage } from "./stage.ts";

class Interrupted extends Error {}

/** Stages until the first step is kept, and stops there as a process that dies; gives what was kept. */
async function stageInterrupted<Settings, App>(
  { world, channel }: Stage<Settings, App>,
  post: Post,
  known?: Staged,
): Promise<{ kept: Staged | undefined; isWhole: boolean }> {
  let kept = known;
  const keep = async (staged: Staged) => {
    kept = JSON.parse(JSON.stringify(staged));
    throw new Interrupted();
  };
  try {
    const staging = await channel.stage(post, world.account, known, keep);
    expect(staging.kind).toBe("staged");
    return { kept, isWhole: true };
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    return { kept, isWhole: false };
  }
}

/** What `stage` promises, and `publish` of what was staged; for a format that is. */
export function stagingTests<Settings, App>(stage: OpenStage<Settings, App>, format: Format): void {
  test("broken off after each kept step goes on there, brings nothing twice, and is seen once", async () => {
    const at = stage();
    const post = postOf(at, format);
    let state = await stageInterrupted(at, post);
    for (let turn = 0; !state.isWhole && turn < 20; turn++) {
      state = await stageInterrupted(at, post, state.kept);
    }
    expect(at.world.broughtCount()).toBe(Math.max(post.pictures.length, 1));
    await at.channel.publish({ ...post, pictures: [], clip: undefined }, at.world.account, state.kept);
    at.world.finishWork();
    expect(at.world.published()).toHaveLength(1);
    expect(at.world.published()[0]?.media).toBe(Math.max(post.pictures.length, 1));
  });

  test("with other pictures or another film is staged anew", async () => {
    const at = stage();
    const post = postOf(at, format);
    const { kept } = await stageInterrupted(at, post);
    const longer = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(8)]);
    const redrawn: Post = {
      ...post,
      pictures: post.pictures.map((picture) => ({ ...picture, bytes: longer(picture.bytes) })),
      clip: post.clip && { ...post.clip, bytes: longer(post.clip.bytes) },
    };
    const staging = await at.channel.stage(redrawn, at.world.account, kept, async () => {});
    expect(staging.kind).toBe("staged");
    if (staging.kind === "staged") expect(staging.staged.fingerprint).not.toBe(kept?.fingerprint);
  });

  test("whose last step is done twice is seen once, and the second is not called a success", async () => {
    const at = stage();
    const post = postOf(at, format);
    const staged = await stageFully(at, post);
    const publish = (): Promise<Outcome> => at.channel.publish(post, at.world.account, staged);
    await publish();
    expect(await publish()).toMatchObject({ kind: "unknown", reason: "already-there" });
    at.world.finishWork();
    expect(at.world.published()).toHaveLength(1);
  });

  test("that lost what was staged is refused or looked for in vain, never sent or called absent", async () => {
    const at = stage();
    const post = postOf(at, format);
    expect(await at.channel.publish(post, at.world.account)).toMatchObject({ kind: "refused" });
    if (!needsOf(at, format).isEditable) {
      expect(await lookFor(at, post)).toMatchObject({ kind: "no-answer", reconnect: false });
    }
    expect(at.world.published()).toEqual([]);
  });

  test("cannot be staged with a dead token, and that asks for a new connection", async () => {
    const at = stage();
    const staging = at.channel.stage(postOf(at, format), at.world.wrongToken, undefined, async () => {});
    expect(await staging).toMatchObject({ kind: "reconnect" });
    expect(at.world.broughtCount()).toBe(0);
  });
}
