import type { ConversationRule } from "./rule.ts";

/** What triage may know besides the text. */
export interface TriageContext {
  /** Private messages cannot be hidden, and what people tell of themselves there is meant for us. */
  channel: "comment" | "message";
  /** The post the comment stands under, as published. */
  postText?: string;
  /** What the same author wrote lately, anywhere at this authority, newest first. */
  recentTexts?: readonly string[];
  hasPicture?: boolean;
  /** Hosts of the authority's own pages. */
  ownHosts?: readonly string[];
  /** The authority's rules; without them the starter set's first eight. */
  rules?: readonly ConversationRule[];
}
