/** What a form of the Inbox came to, as addresses name it. */
export const inboxEnds = [
  ...([
    "sent",
    "assigned",
    "handed",
    "closed",
    "reopened",
    "no-answer",
    "snoozed",
    "woken",
    "noted",
  ] as const),
  ...(["kept", "overtaken", "way-closed", "too-long", "empty", "gone", "unknown-office"] as const),
  ...(["unknown-colleague", "reason-missing", "moment-past", "text-empty", "data-request-open"] as const),
] as const;
export type InboxEnd = (typeof inboxEnds)[number];

const good: ReadonlySet<InboxEnd> = new Set([
  ...([
    "sent",
    "assigned",
    "handed",
    "closed",
    "reopened",
    "no-answer",
    "snoozed",
    "woken",
    "noted",
  ] as const),
  "kept",
]);

export function readInboxEnd(value: unknown): InboxEnd | undefined {
  return inboxEnds.find((end) => end === value);
}

/** Whether what was wanted was done. */
export function isDone(end: InboxEnd): boolean {
  return good.has(end);
}
