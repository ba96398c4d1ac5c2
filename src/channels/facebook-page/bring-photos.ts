import { z } from "zod";
import type { Ease, Picture, Post, Staged, Staging } from "../channel.ts";
import { callGraph, type GraphResult, type Tools } from "./graph.ts";
import { stagingOfFailure } from "./outcomes.ts";
import { easeOf } from "./published.ts";
import type { FacebookReason } from "./reasons.ts";
import type { FacebookPageSettings } from "./settings.ts";
import { fingerprintOf, goodUntil, isWorthKeeping, mediaId, type StagedPhotos, toStaged } from "./staged.ts";

const unpublished = z.object({ id: mediaId });

/**
 * Brings pictures as photos that nobody sees (`POST /{page}/photos` with published=false, graph-api.md section 6), one
 * call each, and keeps each id at once: after an interruption only the missing ones are brought. A photo whose answer was
 * lost stays behind unseen and vanishes within a day.
 */
export async function bringPhotos(
  tools: Tools,
  post: Post,
  settings: FacebookPageSettings,
  known: StagedPhotos | undefined,
  keep: (staged: Staged) => Promise<void>,
): Promise<Staging> {
  const now = tools.clock.now();
  const fingerprint = fingerprintOf(post.pictures);
  const isUsable = known && isWorthKeeping(known, now) && isOf(known, post, fingerprint);
  let photos: StagedPhotos = isUsable
    ? known
    : { kind: "photos", photos: [], fingerprint, startedAt: now, isComplete: false };
  if (!photos.isComplete && post.pictures.length === 0) throw new Error("there are no pictures to stage");
  let ease: Ease | undefined;
  while (!photos.isComplete) {
    // What is brought is kept, and the rest can wait: an album is many calls at once.
    if (ease) return restFor(ease);
    const picture = post.pictures[photos.photos.length];
    if (picture) {
      const result = await bringPhoto(tools, settings, picture);
      if (result.kind !== "answer") return stagingOfFailure(result, tools.clock.now());
      const brought = unpublished.safeParse(result.body);
      if (!brought.success) return withoutId;
      photos = { ...photos, photos: [...photos.photos, brought.data.id] };
      ({ ease } = easeOf(result.usage, tools.clock.now()));
    }
    photos = { ...photos, isComplete: photos.photos.length >= post.pictures.length };
    await keep(toStaged(photos));
  }
  return { kind: "staged", staged: toStaged(photos), goodUntil: goodUntil(photos) };
}

function restFor({ until, reason, detail }: Ease): Staging {
  return { kind: "retry", reason, detail, scope: "account", notBefore: until };
}

/** Without pictures the caller goes by what is staged already. */
function isOf(known: StagedPhotos, post: Post, fingerprint: string): boolean {
  return post.pictures.length === 0 ? known.isComplete : known.fingerprint === fingerprint;
}

const withoutId = {
  kind: "retry",
  reason: "answer-without-id" satisfies FacebookReason,
  detail: "photos: HTTP 2xx",
  scope: "publication",
} as const;

async function bringPhoto(
  tools: Tools,
  settings: FacebookPageSettings,
  { bytes, type, alternativeText }: Picture,
): Promise<GraphResult> {
  return await callGraph(tools, settings, {
    method: "POST",
    path: [settings.pageId, "photos"],
    parameters: { published: "false", alt_text_custom: alternativeText },
    // The name is convention: the specification does not list the file at all (section 6).
    file: { name: "source", bytes, type },
  });
}
