/**
 * Metrics that are alive in September 2026 (graph-api.md section 19). Three purges in 27 months removed others for all
 * versions at once, so an account's settings may name its own.
 */
export const defaultMetrics: Readonly<Record<"post" | "page", readonly string[]>> = {
  post: [
    "post_media_view",
    "post_total_media_view_unique",
    "post_clicks",
    "post_clicks_by_type",
    "post_reactions_by_type_total",
  ],
  page: [
    "page_media_view",
    "page_total_media_view_unique",
    "page_views_total",
    "page_post_engagements",
    "page_follows",
    "page_daily_follows_unique",
    "page_daily_unfollows_unique",
  ],
};

/** As Meta writes them: also in capitals, for stories. */
export const metricName = /^[A-Za-z][A-Za-z0-9_]{1,99}$/;
