/** What the author of a comment or message is told of a decision. Places in braces; a line whose place is empty falls away. */
export interface NoticeWords {
  hide: string;
  /** Their own telephone number, tax code… stood for everybody to read. */
  privacy: string;
  delete: string;
  warn: string;
  block: string;
  unhide: string;
  rule: string;
  reason: string;
  byPerson: string;
  byItself: string;
  review: string;
  /** Where everybody reads it, no code is given. */
  reviewInPublic: string;
  contacts: string;
}
