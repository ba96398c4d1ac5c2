import type { ColumnType, Generated } from "kysely";

/** Tables of the public pages, as 0011-public-site.ts makes them. */
export interface SiteTables {
  short_link_clicks: ShortLinkClicksTable;
  feedback: FeedbackTable;
}

interface ShortLinkClicksTable {
  authority_id: string;
  publication_id: string;
  /** A day of the authority's wall calendar; read as text, since a Date would have an hour. */
  day: ColumnType<string, string, never>;
  clicks: number;
}

export interface FeedbackTable {
  authority_id: string;
  id: Generated<string>;
  code: string;
  topic: "accessibility";
  page: string | null;
  text: string;
  contact: string | null;
  language: "it" | "en";
  sent_at: Date;
  seen_at: Date | null;
  seen_by: string | null;
}
