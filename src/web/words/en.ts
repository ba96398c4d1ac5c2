import { enAccounts } from "./en-accounts.ts";
import { enProblems } from "./en-problems.ts";
import { enReasons } from "./en-reasons.ts";
import { enToday } from "./en-today.ts";
import type { Words } from "./words.ts";

const typeNames: Record<string, string> = {
  string: "text",
  number: "a number",
  boolean: "true or false",
  object: "an object",
  array: "a list",
};

export const en: Words = {
  code: "en",
  other: { code: "it", name: "Italiano" },
  skip: "Skip to content",
  demo: {
    title: "Demonstration",
    text: "The authority, the portal and the Page you see are made up. Nothing leaves this computer.",
  },
  nav: {
    label: "Pages of the desk",
    more: "More pages",
    groups: { publishing: "Publishing", privacy: "People's data", authority: "Authority and staff" },
  },
  problems: enProblems,
  itemIdentity:
    "at least one of reference, id and link is needed: without it the same item would appear twice",
  requiredField: "is missing, and required",
  otherType: (type) => `must be ${typeNames[type] ?? type}`,
  emptyTitle: "without its tags the title is empty",
  backToDesk: "Go to the Today page",
  kinds: {
    offer: "Job offer",
    art16: "Art. 16 call",
    "targeted-placement": "Targeted placement",
    traineeship: "Traineeship",
    competition: "Competition",
    course: "Course",
    event: "Event",
    notice: "Notice",
  },
  formats: {
    "link-post": "link post",
    "photo-post": "photo post",
    album: "photo album",
    "photo-story": "photo story",
    "video-story": "video story",
    reel: "Reel",
  },
  ...enReasons,
  times: {
    today: (clock) => `at ${clock}`,
    yesterday: (clock) => `yesterday at ${clock}`,
    tomorrow: (clock) => `tomorrow at ${clock}`,
    onDay: (day, clock) => `on ${day} at ${clock}`,
    justNow: "now",
  },
  today: enToday,
  accounts: enAccounts,
};
