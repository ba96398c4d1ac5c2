import type { FeedbackWords } from "./words.ts";

export const en: FeedbackWords = {
  title: "Feedback",
  lead: "Whoever cannot use a public page says so with the form at the foot of every page. Whoever left a contact waits for an answer.",
  authority: "Body",
  none: "Nobody has reported anything.",
  about: "Page",
  contact: "Answer to",
  noContact: "They left no contact.",
  markSeen: (code) => `Mark the report ${code} as seen`,
  seen: "Seen",
};
