import type { Finding } from "../channel.ts";
import { filmFields, readFilmStatus } from "./film-status.ts";
import { callGraph, type Tools } from "./graph.ts";
import { findingOfFailure, noFinding, readFailure } from "./outcomes.ts";
import { postAddress } from "./page-post.ts";
import type { FacebookReason } from "./reasons.ts";
import type { FacebookPageSettings } from "./settings.ts";

/**
 * Asks a film how far it is (`GET /{video}`, graph-api.md sections 7.2 and 7.4). A Reel is found under the film's own id,
 * for edits and removals go there; a story under the story's.
 *
 * A film that is gone is `absent`: a person removed it, or it was never finished and its day is over.
 */
export async function findFilm(
  tools: Tools,
  videoId: string,
  settings: FacebookPageSettings,
  format: "reel" | "video-story",
): Promise<Finding> {
  const result = await callGraph(tools, settings, {
    method: "GET",
    path: [videoId],
    parameters: { fields: filmFields },
  });
  if (result.kind !== "answer") {
    const now = tools.clock.now();
    return readFailure(result, now).class === "missing" ? { kind: "absent" } : findingOfFailure(result, now);
  }
  const status = readFilmStatus(result.body);
  switch (status?.kind) {
    case "published": {
      const externalId = format === "reel" ? videoId : (status.postId ?? videoId);
      return { kind: "found", externalId, url: postAddress(externalId, status.permalink) };
    }
    case "working":
      return { kind: "processing" };
    case "failed":
      return { kind: "failed", reason: "video-unusable" satisfies FacebookReason, detail: status.detail };
    case "started":
    case "uploaded":
    case "expired":
      return { kind: "absent" };
    case undefined:
      return noFinding("answer-not-readable", "status");
  }
}
