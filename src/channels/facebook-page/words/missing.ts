/** What each right is needed for: a sentence that says what does not work without it. */
export interface MissingWords {
  uses: Record<
    | "pages_show_list"
    | "pages_manage_posts"
    | "pages_read_engagement"
    | "pages_read_user_content"
    | "pages_manage_engagement"
    | "pages_manage_metadata"
    | "pages_messaging"
    | "read_insights"
    | "CREATE_CONTENT"
    | "MODERATE"
    | "MESSAGING"
    | "ANALYZE",
    string
  >;
  general: string;
  /** How a permission is given. */
  permission: string;
  /** How a task is given. */
  task: string;
}
