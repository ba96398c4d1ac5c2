import { z } from "zod";
import type { Ease, Outcome } from "../channel.ts";
import type { GraphResult } from "./graph-answer.ts";
import { lastStepOutcome, publishingOutcome } from "./outcomes.ts";
import { postAddress, postId } from "./page-post.ts";
import type { FacebookReason } from "./reasons.ts";
import { restBefore, type Usage } from "./usage.ts";

/** Only the id proves the post; what was asked for beside it may be missing while reads lag behind writes. */
const feedPost = z.object({ id: postId, permalink_url: z.string().optional().catch(undefined) });
/** `id` is the photo's own, which nobody looks for. */
const photoPost = z.object({ post_id: postId });

/** What an answer of `/feed` came to. */
export function outcomeOfPost(result: GraphResult, now: Date, { isStaged = false } = {}): Outcome {
  if (result.kind !== "answer")
    return isStaged ? lastStepOutcome(result, now) : publishingOutcome(result, now);
  const post = feedPost.safeParse(result.body);
  if (!post.success) return withoutId;
  const { id, permalink_url } = post.data;
  return {
    kind: "published",
    externalId: id,
    url: postAddress(id, permalink_url),
    ...easeOf(result.usage, now),
  };
}

/** What an answer of `/photos` to a published photo came to. */
export function outcomeOfPhoto(result: GraphResult, now: Date): Outcome {
  if (result.kind !== "answer") return publishingOutcome(result, now);
  const photo = photoPost.safeParse(result.body);
  if (!photo.success) return withoutId;
  const { post_id: id } = photo.data;
  return { kind: "published", externalId: id, url: postAddress(id), ...easeOf(result.usage, now) };
}

/** A yes without the id we would find it by later. */
export const withoutId = {
  kind: "unknown",
  reason: "answer-without-id" satisfies FacebookReason,
  detail: "HTTP 2xx",
} as const;

/** The pause to take after a success, in the form an outcome holds it. */
export function easeOf(usage: Usage, now: Date): { ease?: Ease } {
  const until = restBefore(usage, now);
  if (!until) return {};
  const detail = `${Math.round(usage.share * 100)} %`;
  return { ease: { until, reason: "page-limit-near" satisfies FacebookReason, detail } };
}
