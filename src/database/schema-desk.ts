import type { Generated } from "kysely";

/** Tables of what people do at the desk before anything is said, as 0007-drafts-and-presence.ts makes them. */
export interface DeskTables {
  draft: DraftTable;
  presence: PresenceTable;
}

export interface DraftTable {
  authority_id: string;
  conversation_id: string;
  member_id: string;
  field: "reply" | "note" | "snooze";
  text: string;
  way: "public" | "private-reply" | "message" | null;
  asks_back: Generated<boolean>;
  saved_at: Date;
}

interface PresenceTable {
  authority_id: string;
  conversation_id: string;
  member_id: string;
  seen_at: Date;
  writing_since: Date | null;
}
