/** Fields of a copy that a person reads, in the order in which they stand. */
export const personFields = [
  ...[
    "kind",
    "direction",
    "authorName",
    "name",
    "field",
    "text",
    "evidence",
    "note",
    "detail",
    "isAutomatic",
  ],
  ...["action", "rule", "topic", "reason", "contact", "outcome", "code", "registerNumber", "registerDate"],
  ...[
    "beganAt",
    "lastMessageAt",
    "sentAt",
    "editedAt",
    "removedAt",
    "hiddenAt",
    "writtenAt",
    "savedAt",
    "givenAt",
  ],
  ...["notedAt", "judgedAt", "raisedAt", "decidedAt", "reviewUntil", "endsAt", "askedAt", "dueOn", "madeAt"],
  ...["receivedOn", "expiresOn", "answeredOn", "handedAt", "settledAt", "doneAt", "connectedAt"],
] as const;
export type PersonField = (typeof personFields)[number];

/** What the readable page of a copy says, in one language. */
export interface FileWords {
  title: string;
  made(moment: string): string;
  lead: string;
  nothing: string;
  names: string;
  network: string;
  id: string;
  /** What the page to read names; all else is in the file for programs. */
  fields: Record<PersonField, string>;
  /** Words of ours that stand in those fields; any other stands as it is. */
  values: Record<string, string>;
  /** Of kinds of which the page only tells how many there are. */
  inJson(count: number): string;
}
