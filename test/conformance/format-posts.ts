import { expect } from "vitest";
import type { Format, FormatNeeds, Post, Staged } from "../../src/channels/channel.ts";
import { type NetworkFault, nextPost, type Promised, promises } from "./channel-world.ts";
import { minuteAgo, type Stage } from "./stage.ts";

export function needsOf<Settings, App>({ channel }: Stage<Settings, App>, format: Format): FormatNeeds {
  const needs = channel.formats[format];
  if (!needs) throw new Error(`the network has no ${format}`);
  return needs;
}

export function postOf<Settings, App>(at: Stage<Settings, App>, format: Format): Post {
  const { media, picturesMax } = needsOf(at, format);
  const { picture, clip } = at.world.media;
  switch (media) {
    case "none":
      return nextPost({ format });
    case "picture":
      return nextPost({ format, pictures: [picture] });
    case "pictures":
      return nextPost({ format, pictures: Array(Math.min(3, picturesMax)).fill(picture) });
    case "clip":
      return nextPost({ format, clip });
  }
}

/** Brings what has to be brought before the last step; undefined where nothing has. */
export async function stageFully<Settings, App>(
  at: Stage<Settings, App>,
  post: Post,
): Promise<Staged | undefined> {
  if (!needsOf(at, post.format).isStaged) return undefined;
  const staging = await at.channel.stage(post, at.world.account, undefined, async () => {});
  if (staging.kind !== "staged") throw new Error(`${staging.kind}: ${staging.reason}`);
  expect(staging.goodUntil.getTime()).toBeGreaterThan(Date.now());
  return staging.staged;
}

/** What a format makes of a promise: films are worked on first, and media that fail to show may be in use already. */
export function promisedOf({ media, isStaged }: FormatNeeds, fault: NetworkFault): Promised {
  const promised = promises[fault];
  if (fault === "content-refused" && isStaged) return { outcome: "unknown", appears: false };
  return promised.outcome === "published" && media === "clip"
    ? { ...promised, outcome: "processing" }
    : promised;
}

export async function lookFor<Settings, App>(
  { world, channel }: Stage<Settings, App>,
  post: Post,
  staged?: Staged,
) {
  return await channel.findPublished(post, world.account, minuteAgo(), staged);
}
