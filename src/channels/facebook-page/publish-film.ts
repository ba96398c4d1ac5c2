import type { Outcome, Post } from "../channel.ts";
import { callGraph, type Tools } from "./graph.ts";
import { amendmentOfAnswer, lastStepOutcome } from "./outcomes.ts";
import { easeOf, withoutId } from "./published.ts";
import type { FacebookReason } from "./reasons.ts";
import type { FacebookPageSettings } from "./settings.ts";
import type { StagedFilm } from "./staged.ts";

/** A short film is worked on for seconds to minutes; the sandbox takes two seconds. */
const askAfterMs = 5_000;

/**
 * The last of three phases of a video story or Reel (graph-api.md sections 7.2 and 7.4). Facebook accepts it and works on
 * it before anybody sees it, so a success is "processing", to be asked for by the film's id.
 */
export async function publishFilm(
  tools: Tools,
  post: Post,
  settings: FacebookPageSettings,
  { videoId }: StagedFilm,
): Promise<Outcome> {
  const isReel = post.format === "reel";
  const result = await callGraph(tools, settings, {
    method: "POST",
    path: [settings.pageId, isReel ? "video_reels" : "video_stories"],
    parameters: {
      upload_phase: "finish",
      video_id: videoId,
      // The guide documents no text for a story, only for a Reel.
      ...(isReel ? { video_state: "PUBLISHED", description: post.text } : {}),
    },
  });
  const now = tools.clock.now();
  if (result.kind !== "answer") return withOwnScope(lastStepOutcome(result, now), isReel);
  if (amendmentOfAnswer(result.body).kind !== "done") return withoutId;
  const askAfter = new Date(now.getTime() + askAfterMs);
  return { kind: "processing", askWith: videoId, askAfter, ...easeOf(result.usage, now) };
}

/** Thirty Reels a day are a limit of Reels (section 7.4): the other posts of the Page need not wait for it. */
function withOwnScope(outcome: Outcome, isReel: boolean): Outcome {
  const isReelLimit =
    isReel && outcome.kind === "retry" && outcome.reason === ("posting-limit" satisfies FacebookReason);
  return isReelLimit ? { ...outcome, scope: "publication" } : outcome;
}
