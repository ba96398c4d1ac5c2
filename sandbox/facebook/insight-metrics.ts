/** Metrics that are alive (section 19); three purges in 27 months removed the rest. */
const PAGE_METRICS = `page_media_view page_total_media_view_unique page_views_total page_post_engagements page_total_actions
  page_follows page_daily_follows page_daily_follows_unique page_daily_unfollows_unique
  page_actions_post_reactions_like_total page_actions_post_reactions_love_total page_actions_post_reactions_wow_total
  page_actions_post_reactions_haha_total page_actions_post_reactions_sorry_total page_actions_post_reactions_anger_total
  page_actions_post_reactions_total page_video_views page_video_views_paid page_video_views_organic
  page_fan_adds_by_paid_non_paid_unique`;
const POST_METRICS = `post_media_view post_total_media_view_unique post_clicks post_clicks_by_type
  post_reactions_like_total post_reactions_love_total post_reactions_wow_total post_reactions_haha_total
  post_reactions_sorry_total post_reactions_anger_total post_reactions_by_type_total post_video_views
  post_video_avg_time_watched`;
const STORY_METRICS = `STORY_MEDIA_VIEW STORY_TOTAL_MEDIA_VIEW_UNIQUE STORY_INTERACTION PAGES_FB_STORY_REPLIES
  PAGES_FB_STORY_SHARES PAGES_FB_STORY_STICKER_INTERACTIONS PAGES_FB_STORY_THREAD_LIGHTWEIGHT_REACTIONS
  PAGE_STORY_IMPRESSIONS_BY_STORY_ID PAGE_STORY_IMPRESSIONS_BY_STORY_ID_UNIQUE`;

export type InsightSubject = "page" | "post" | "story";

const names = (text: string): Set<string> => new Set(text.split(/\s+/));

export const METRICS: Record<InsightSubject, ReadonlySet<string>> = {
  page: names(PAGE_METRICS),
  post: names(POST_METRICS),
  story: names(STORY_METRICS),
};

/** Counts by kind instead of one number. */
const BY_TYPE: Record<string, string[]> = {
  post_clicks_by_type: ["link clicks", "photo view", "other clicks"],
  post_reactions_by_type_total: ["like", "love", "wow"],
  page_actions_post_reactions_total: ["like", "love", "wow"],
  page_fan_adds_by_paid_non_paid_unique: ["total", "paid", "unpaid"],
};

/**
 * An invented figure, always the same for the same thing, metric and moment: a test can name it, and nobody can take it
 * for a real one that grows as people look.
 */
export function inventedFigure(subject: string, metric: string, moment: number): unknown {
  const kinds = BY_TYPE[metric];
  const one = (salt: string, most: number): number => {
    let sum = 2_166_136_261;
    for (const byte of Buffer.from(`${subject} ${metric} ${moment} ${salt}`))
      sum = Math.imul(sum ^ byte, 16_777_619) >>> 0;
    return sum % most;
  };
  return kinds ? Object.fromEntries(kinds.map((kind) => [kind, one(kind, 20)])) : one("", 400);
}
