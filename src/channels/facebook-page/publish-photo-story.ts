import { z } from "zod";
import type { Outcome } from "../channel.ts";
import { callGraph, type Tools } from "./graph.ts";
import { lastStepOutcome } from "./outcomes.ts";
import { postAddress, postId } from "./page-post.ts";
import { easeOf, withoutId } from "./published.ts";
import type { FacebookPageSettings } from "./settings.ts";
import type { StagedPhotos } from "./staged.ts";

const published = z.object({ post_id: postId });
const located = z.object({ url: z.string() });

/** The address is a kindness; the story is known to be there without it. */
const addressMs = 5_000;

/** Shows a photo that is at Facebook already for a day (`POST /{page}/photo_stories`, graph-api.md section 7.1). */
export async function publishPhotoStory(
  tools: Tools,
  settings: FacebookPageSettings,
  { photos }: StagedPhotos,
): Promise<Outcome> {
  const result = await callGraph(tools, settings, {
    method: "POST",
    path: [settings.pageId, "photo_stories"],
    parameters: { photo_id: photos[0] ?? "" },
  });
  const now = tools.clock.now();
  if (result.kind !== "answer") return lastStepOutcome(result, now);
  const story = published.safeParse(result.body);
  if (!story.success) return withoutId;
  const { post_id: id } = story.data;
  const url = await addressOf(tools, settings, id);
  return { kind: "published", externalId: id, url, ...easeOf(result.usage, now) };
}

/** A story's address cannot be made from its id (section 7.3). */
async function addressOf(tools: Tools, settings: FacebookPageSettings, id: string): Promise<string> {
  const result = await callGraph(tools, settings, {
    method: "GET",
    path: [id],
    parameters: { fields: "url" },
    timeoutMs: addressMs,
  });
  const story = result.kind === "answer" ? located.safeParse(result.body).data : undefined;
  return postAddress(id, story?.url);
}
