import type { MissingWords } from "./missing.ts";

export const en: MissingWords = {
  uses: {
    pages_show_list: "Without it, Bacheca does not see which Pages there are.",
    pages_manage_posts: "Without it, Bacheca cannot publish on the Page.",
    pages_read_engagement: "Without it, Bacheca cannot check whether a post really went out.",
    pages_read_user_content: "Without it, citizens' comments cannot be read.",
    pages_manage_engagement: "Without it, comments cannot be answered or hidden.",
    pages_manage_metadata: "Without it, Facebook does not tell Bacheca of new comments and messages.",
    pages_messaging: "Without it, private messages do not arrive and cannot be answered.",
    read_insights: "Without it, the figures of posts are not seen.",
    CREATE_CONTENT:
      "Whoever connects the Page does not have the task of creating content: nothing can be published.",
    MODERATE:
      "Whoever connects the Page does not have the task of moderating: comments cannot be looked after.",
    MESSAGING:
      "Whoever connects the Page does not have the task of messages: nobody can be answered privately.",
    ANALYZE:
      "Whoever connects the Page does not have the task of statistics: the figures of posts are not seen.",
  },
  general: "A permission that Bacheca uses is missing.",
  permission: "Start connecting again and leave this permission switched on in Facebook's window.",
  task: "Whoever administers the Page gives it under Settings > Page access; then connect again.",
};
