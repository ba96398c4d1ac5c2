/** The page of what people said about pages they could not use. */
export interface FeedbackWords {
  title: string;
  lead: string;
  authority: string;
  none: string;
  about: string;
  contact: string;
  noContact: string;
  markSeen(code: string): string;
  seen: string;
}
