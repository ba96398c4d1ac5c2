/** What a source can publish; the words of the glossary. */
export const itemKinds = [
  "offer",
  "art16",
  "targeted-placement",
  "traineeship",
  "competition",
  "course",
  "event",
  "notice",
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** Kinds one applies for; an event and a notice are only told. */
export const kindsToApplyFor: readonly ItemKind[] = [
  "offer",
  "art16",
  "targeted-placement",
  "traineeship",
  "competition",
  "course",
];

/** A file the portal offers with an item. */
export interface Attachment {
  url: string;
  title?: string;
  /** MIME type as the source states it. */
  type?: string;
  bytes?: number;
}

/**
 * One thing as a source shows it at one moment: cleaned of the source's oddities, but not yet compared with what we
 * already know. Text is plain (no markup, entities resolved, line breaks kept); links are absolute.
 */
export interface FoundItem {
  /** The source's own id (guid, atom:id, JSON Feed id), exactly as given, trimmed. */
  id?: string;
  link?: string;
  /** The authority's own code, when the source gives it in a field of its own. */
  reference?: string;
  title: string;
  /** The whole text, or the summary where the source gives no more. */
  text: string;
  kind?: ItemKind;
  /** As the source states it; absent when missing or unreadable. */
  publishedAt?: Date;
  updatedAt?: Date;
  /** Employer, place, deadline... only where the source gives them in fields of their own. */
  facts?: ItemFacts;
  attachments?: Attachment[];
  /** Categories or tags, as written. */
  labels?: string[];
}

/** Facts of an offer that have a field of their own; all optional, all as people write them. */
export interface ItemFacts {
  employer?: string;
  place?: string;
  contract?: string;
  /** ISO 8601 date or date-time with offset. */
  deadline?: string;
  howToApply?: string;
}
