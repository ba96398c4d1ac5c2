import type { KnownCall, Surroundings } from "../call.ts";
import { type Field, fieldNames, project, type Shape } from "../fields.ts";
import { graphTime } from "../post.ts";
import { permalink } from "../post-view.ts";
import { type Video, videoAddress } from "./video.ts";
import { videoStatus } from "./video-status.ts";

/** In Meta's specification of a video, but not imitated. */
const ELSEWHERE = new Set(
  `ad_breaks admin_creator audio_isrc backdated_time backdated_time_granularity boost_eligibility_info content_category
   content_tags copyright copyright_check_information copyright_monitoring_status custom_labels embed_html embeddable
   event expiration format icon is_crosspost_video is_crossposting_eligible is_episode is_instagram_eligible
   is_reference_only live_audience_count live_status music_video_copyright picture place premiere_living_room_status
   privacy spherical universal_video_id captions comments likes thumbnails video_insights tags`.split(/\s+/),
);

/** A film as Graph shows it (section 7). */
export function viewVideo(
  video: Video,
  fields: Field[],
  call: KnownCall,
  around: Surroundings,
): Record<string, unknown> {
  return project(fields, videoShape(video, call, around), "Video", ELSEWHERE);
}

function videoShape(video: Video, call: KnownCall, around: Surroundings): Shape {
  const { date_format: format } = call.params;
  const { media, origin, origins, world } = around;
  const post = world.posts.get(video.postId ?? "");
  return {
    id: () => video.id,
    created_time: () => graphTime(video.createdAt, format),
    updated_time: () => graphTime(video.updatedAt, format),
    title: () => video.title,
    description: () => video.description,
    length: () => video.facts?.seconds,
    published: () => video.liveAt !== undefined,
    source: () => (video.uploadedAt === undefined ? undefined : videoAddress(origin, video.id)),
    status: (field) => {
      const status = videoStatus(video, around.now(), media.statusSpelling, format);
      const names = Object.entries(status).map(([name, value]) => [name, () => value] as const);
      return project(
        field.inner ?? fieldNames(Object.keys(status)),
        {
          ...Object.fromEntries(names),
          processing_progress: () => undefined,
          copyright_check_status: () => undefined,
        },
        "VideoStatus",
      );
    },
    permalink_url: () => post && permalink(post, origins.www),
    // Known only once somebody could see it.
    post_id: () => (video.liveAt === undefined ? undefined : (video.storyId ?? video.postId)),
    scheduled_publish_time: () =>
      post?.scheduledAt === undefined ? undefined : graphTime(post.scheduledAt, format),
    from: () => ({ name: world.pages.get(video.pageId)?.name, id: video.pageId }),
    views: () => 0,
    post_views: () => 0,
  };
}
