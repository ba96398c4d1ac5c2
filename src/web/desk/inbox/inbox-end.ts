/** What was wanted was done. */
const doneEnds = [
  "sent",
  "assigned",
  "handed",
  "closed",
  "reopened",
  "no-answer",
  "snoozed",
  "woken",
  "noted",
  "kept",
  ...(["seen-to", "not-so", "request-handed", "request-answered", "request-refused"] as const),
] as const;

/** What a form of the Inbox came to, as addresses name it. */
const inboxEnds = [
  ...doneEnds,
  ...(["overtaken", "way-closed", "too-long", "empty", "gone", "unknown-office"] as const),
  ...(["unknown-colleague", "reason-missing", "moment-past", "text-empty", "data-request-open"] as const),
  ...(["settled-before", "day-wrong", "refusal-reason-missing"] as const),
] as const;
export type InboxEnd = (typeof inboxEnds)[number];

const done: ReadonlySet<InboxEnd> = new Set(doneEnds);

export function readInboxEnd(value: unknown): InboxEnd | undefined {
  return inboxEnds.find((end) => end === value);
}

/** Whether what was wanted was done. */
export function isDone(end: InboxEnd): boolean {
  return done.has(end);
}
