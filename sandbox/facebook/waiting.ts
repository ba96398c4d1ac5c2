import type { Surroundings } from "./call.ts";
import { invalidParameter, notImitated } from "./graph-error.ts";
import type { Post } from "./post.ts";
import { readBoolean } from "./read-boolean.ts";
import { readSchedule } from "./schedule.ts";

export type Waiting = Pick<Post, "published" | "scheduledAt" | "draft">;

/** Whether a post goes out at once, at a moment, or when somebody says so: section 5. */
export function readWaiting(params: Record<string, string>, around: Surroundings): Waiting {
  const type = params.unpublished_content_type?.toUpperCase() || undefined;
  const { scheduled_publish_time: moment } = params;
  const published = readBoolean(params.published, "published", true);
  if (type !== undefined && type !== "SCHEDULED" && type !== "DRAFT")
    throw notImitated(`unpublished_content_type ${type}`);
  if (published) {
    if (moment) throw invalidParameter("scheduled_publish_time needs published=false");
    if (type) throw invalidParameter("unpublished_content_type needs published=false");
    return { published };
  }
  if (type === "DRAFT") {
    if (moment) throw invalidParameter("A draft has no scheduled_publish_time");
    return { published, draft: true };
  }
  if (type === "SCHEDULED" && !moment)
    throw invalidParameter("The parameter scheduled_publish_time is required");
  if (!moment) return { published };
  return { published, scheduledAt: readSchedule(moment, around.now(), around.media.scheduleWindow) };
}
