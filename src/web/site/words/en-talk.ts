import type { FeedbackWords, RulesWords, TalkWords } from "./talk-words.ts";

const answers = (count: number) => (count === 1 ? "1 answer" : `${count.toLocaleString("en-GB")} answers`);

export const enTalk: TalkWords = {
  byNow: (by) => `If you write to us now, you are answered ${by}.`,
  closedToday: (nextDay) => `The offices are closed today: the next working day is ${nextDay}.`,
  openToday: "Today is a working day: the offices answer.",
  neverWorking: "The offices do not work at present.",
  kept: {
    title: "How we keep this promise",
    none: (days) => `In the last ${days} days nobody was waiting for an answer.`,
    few: (inTime, due, days) =>
      `In the last ${days} days we owed ${answers(due)}: ${inTime === due ? "all came in time" : `${inTime} came in time`}. That is too few for a percentage.`,
    share: (percent, inTime, due, days) =>
      `In the last ${days} days we answered in time ${percent} % of the time: ${inTime.toLocaleString("en-GB")} of ${due.toLocaleString("en-GB")}.`,
    late: (count) => `Late: ${count}.`,
    unanswered: (count) => `Still without an answer: ${count}.`,
    closed: (count) => `Closed without an answer, and not counted: ${count}.`,
    how: "We count comments and messages that asked for an answer. The program counts, by itself.",
  },
  pec: (office) => (office ? `Certified e-mail (PEC) of ${office}:` : "Write to our certified e-mail (PEC):"),
  pecLabel: "For an application or anything official, use certified e-mail.",
  notRegistered:
    "Messages on social networks are not entered in the official register. They are no application, no appeal and no other act.",
  noPec: "For anything official ask the offices: their certified e-mail is on the authority's portal.",
  offices: {
    title: "Offices and hours",
    hours: "Hours",
    hoursOf: (office) => `Hours of ${office}`,
    days: "Days",
    hour: "Open",
    noHours: "Ask the office for its hours.",
    unusual: "In the next days",
    only: (hours) => `open only ${hours}`,
    shut: "closed",
    address: "Address",
    telephone: "Telephone",
    email: "E-mail",
    pec: "PEC",
  },
  scam: {
    title: "How to recognise a fraud",
    signs: [
      "It asks for money in exchange for a job, a course or paperwork.",
      "It asks for a code, a password or card details.",
      "It leads to an address that is not listed above, or wants to go on elsewhere.",
      "It is in a hurry: “today only”, “last places”, “answer at once”.",
    ],
    report: "Do not answer and do not open links. Tell the offices, and report it to the police:",
    reportLink: "commissariatodips.it",
  },
};

export const enRules: RulesWords = {
  title: "Rules of conversation",
  lead: (authority) =>
    `Whoever comments on the items of ${authority} or writes to us follows these rules. They hold for all, us included.`,
  short: "The rules, in short. Each has a number, and whoever is met by one is told which.",
  all: "Read the rules with their examples, and how to ask for a review",
  rule: (number) => `Rule ${number}`,
  version: (version, day) => `Version ${version}, in force since ${day}`,
  from: (version, day) => `Version ${version}, holds from ${day}`,
  examples: "For example:",
  earlier: "Earlier versions",
  earlierNone: "These are the first versions: there were no others before.",
  broken: "What happens when a rule is broken",
  brokenSteps: [
    "A person reads the comment and decides. The program may only suggest, or hide for a while what does harm.",
    "The comment is hidden. It is removed in serious cases only.",
    "Its author gets a message: which rule, what was done and why.",
    "The decision is counted in a public register, without names and without texts.",
  ],
  criticism: "Criticism stays, however sharp. We do not take down an opinion because we dislike it.",
  review: "How to ask for a review",
  reviewText: [
    "There is an address in the message you get: open it and write why the decision is wrong.",
    "Another person, not the one who decided, looks at it all again and answers you.",
    "Asking costs nothing and takes no lawyer.",
  ],
};

export const enFeedback: FeedbackWords = {
  title: "Report an accessibility problem",
  lead: "Is there something on these pages that you cannot read, open or use? Say so here: two lines will do.",
  page: "On which page (optional)",
  pageHint: "Its address or its title.",
  text: "What does not work",
  textHint: "What you wanted to do and where you got stuck. If you like, say which screen reader you use.",
  contact: "How we can answer you (optional)",
  contactHint: "An e-mail address or a telephone number. Without one we read it, but cannot write back.",
  trap: "Leave this field empty",
  send: "Send the report",
  privacy: "We use what you write only to mend the page and to answer you.",
  faults: {
    "text-missing": "Write what does not work.",
    "text-too-long": "The text is too long: at most 4000 characters.",
    "page-too-long": "The address of the page is too long: at most 500 characters.",
    "contact-too-long": "The contact is too long: at most 200 characters.",
    "too-fast": "The form was open for too short a time, or too long. Check the text and send it again.",
    "too-many": "Many reports came from this network. Wait an hour and send it again.",
    "not-from-here": "The form did not come from this page. Check the text and send it again.",
  },
  faultsTitle: "The report was not sent",
  sent: {
    title: "Thank you, your report has arrived",
    text: (code) => `Its number is ${code}. Note it down: we find the report by it.`,
    next: "The offices read it on working days. If you left a contact, they answer you.",
  },
};
